import { useState } from 'preact/hooks';
import { Chip, Chips, Choices, Field } from '../../../components/index.ts';
import type { MonthOfDays, TypedDay, Weekday } from '../../../door/index.ts';
import { t, tEnglish } from '../../../words/index.ts';
import { digits } from './draft.ts';

const WEEKDAYS: Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

interface TypedDateProps {
  months: MonthOfDays[];
  chosen: TypedDay | undefined;
  choose: (day: TypedDay | undefined) => void;
}

/** The date in the letter's own order. Numbers that could be read both ways are asked about in words, the UK order first. */
export function TypedDate({ months, chosen, choose }: TypedDateProps) {
  const [day, setDay] = useState(chosen ? String(chosen.day) : '');
  const [month, setMonth] = useState(chosen ? String(chosen.month) : '');
  const [year, setYear] = useState(String(chosen?.year ?? months[0]?.year ?? ''));
  const [weekday, setWeekday] = useState<Weekday | null>(chosen?.weekday ?? null);
  const [swapped, setSwapped] = useState(false);

  const tell = (change: Partial<{ day: string; month: string; year: string; weekday: Weekday | null; swapped: boolean }>) => {
    const now = { day, month, year, weekday, swapped, ...change };
    setDay(now.day);
    setMonth(now.month);
    setYear(now.year);
    setWeekday(now.weekday);
    setSwapped(now.swapped);
    const [first, second] = now.swapped ? [now.month, now.day] : [now.day, now.month];
    const whole = now.year.length === 2 ? `20${now.year}` : now.year;
    if (!first || !second || whole.length !== 4) choose(undefined);
    else choose({ day: Number(first), month: Number(second), year: Number(whole), weekday: now.weekday });
  };
  const bothWays = day !== '' && month !== '' && Number(day) <= 12 && Number(month) <= 12 && Number(day) > 0 && Number(month) > 0 && Number(day) !== Number(month);

  return (
    <section class="typed-date">
      <p>{t('visits-day-typed-words')}</p>
      <div class="field-row">
        <Field label={t('visits-day-field-day')} value={day} change={(text) => tell({ day: digits(text), swapped: false })} kind="digits" most={2} ltr />
        <Field label={t('visits-day-field-month')} value={month} change={(text) => tell({ month: digits(text), swapped: false })} kind="digits" most={2} ltr />
        <Field label={t('visits-day-field-year')} value={year} change={(text) => tell({ year: digits(text) })} kind="digits" most={4} ltr />
      </div>
      {bothWays ? (
        <Choices
          question={t('visits-day-which')}
          choices={[false, true].map((value) => ({ value, words: inWords(value ? month : day, value ? day : month) }))}
          value={swapped}
          choose={(value) => tell({ swapped: value })}
        />
      ) : month !== '' && Number(month) >= 1 && Number(month) <= 12 && day !== '' ? (
        <p class="typed-words"><strong>{inWords(day, month)}</strong></p>
      ) : null}
      <p class="field"><strong>{t('visits-day-field-weekday')}</strong></p>
      <Chips label={t('visits-day-field-weekday')}>
        {WEEKDAYS.map((name, at) => (
          <Chip key={name} pressed={weekday === name} press={() => tell({ weekday: weekday === name ? null : name })}>
            {t(`calendar-weekday-${at + 1}`)}
          </Chip>
        ))}
      </Chips>
    </section>
  );
}

/** In English, which is the master: a month's name in another language can be another month. */
function inWords(day: string, month: string) {
  return <span lang="en" dir="ltr" class="isolate">{Number(day)} {tEnglish(`calendar-month-gregorian-${Number(month)}`)}</span>;
}
