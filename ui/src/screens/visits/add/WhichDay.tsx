import { useState } from 'preact/hooks';
import { Button, ErrorNotice, namedMonth, Notice, Press, Question, Sign } from '../../../components/index.ts';
import { ask, type Day, type DaysToPick, type MonthOfDays, Refused, type TypedDay } from '../../../door/index.ts';
import { useAsk } from '../../../session.tsx';
import { t, tEnglish } from '../../../words/index.ts';
import type { ScreenProps } from '../../routes.ts';
import { NotAnswered } from '../../trouble/NotAnswered.tsx';
import { toTop, useStep } from './draft.ts';
import { TypedDate } from './TypedDate.tsx';
import './WhichDay.css';

/** How she looks for the day. */
type Way = 'soon' | 'months' | 'typed' | { month: MonthOfDays };

/** S23: which day? Three ways in, one Next. Never a numeric month alone. */
export function WhichDay({ query }: ScreenProps) {
  const step = useStep('day', query);
  const { answer: days, error, again } = useAsk('visit-days', { months: 12 });
  const [way, setWay] = useState<Way>('soon');
  const [wrong, setWrong] = useState<unknown>();
  if (!days || !step) return error ? <NotAnswered error={error} again={again} /> : null;
  const { draft, set } = step;
  const day = draft.fields.day;

  const choose = (chosen: TypedDay | undefined) => {
    setWrong(undefined);
    set({ day: chosen } as { day: TypedDay });
  };
  const next = () => {
    if (!day) setWrong(t('visits-day-missing'));
    else ask('visit-check', { day }).then(step.next, setWrong);
  };
  const look = (other: Way) => {
    setWay(other);
    toTop();
  };
  const keepDate = () => {
    if (day) choose({ ...day, weekday: null });
  };

  return (
    <Question
      title={t('visits-question-day')}
      hint={t('visits-question-day-hint')}
      step={step.place}
      back={step.back}
      next={t('visits-question-next')}
      onNext={next}
    >
      <Wrong error={wrong} day={day} keep={keepDate} change={() => choose(undefined)} />
      {way === 'soon' ? <Soon days={days} chosen={day} choose={choose} /> : null}
      {way === 'months' ? <Months months={days.months} open={(month) => look({ month })} /> : null}
      {typeof way === 'object' ? <Grid month={way.month} chosen={day} choose={choose} /> : null}
      {way === 'typed' ? <TypedDate months={days.months} chosen={day} choose={choose} /> : null}
      <div class="stack">
        {way === 'soon' ? null : <Button kind="second" sign="visits" press={() => look('soon')}>{t('visits-day-soon')}</Button>}
        {way === 'months' ? null : (
          <Button kind="second" sign="visits" press={() => look('months')}>{t(typeof way === 'object' ? 'visits-day-other-month' : 'visits-day-later')}</Button>
        )}
        {way === 'typed' ? null : <Button kind="second" sign="pen" press={() => look('typed')}>{t('visits-day-typed')}</Button>}
      </div>
    </Question>
  );
}

/** What does not fit. A weekday that is not the date's is asked about, not refused. */
function Wrong({ error, day, keep, change }: { error: unknown; day: TypedDay | undefined; keep: () => void; change: () => void }) {
  if (!error) return null;
  if (typeof error === 'string') return <Notice now><p>{error}</p></Notice>;
  if (!(error instanceof Refused) || error.code !== 'weekday-disagrees' || !day) return <ErrorNotice error={error} />;
  const weekday = (name: string) => t(`calendar-weekday-${error.args[name] ?? ''}`);
  const month = tEnglish(`calendar-month-gregorian-${day.month}`);
  return (
    <Notice now>
      <p>{t('visits-day-disagrees', { is: weekday('is'), said: weekday('said') })}</p>
      <Button kind="second" small press={keep}>{t('visits-day-disagrees-keep', { is: weekday('is'), day: String(day.day), month })}</Button>
      <Button kind="second" small press={change}>{t('visits-day-disagrees-change')}</Button>
    </Notice>
  );
}

/** Fourteen days under their months: weeks start on different days in different countries. */
function Soon({ days, chosen, choose }: { days: DaysToPick; chosen: TypedDay | undefined; choose: (day: TypedDay) => void }) {
  const months = days.months.map((month) => ({ month, soon: days.soon.filter((day) => isIn(day, month)) })).filter(({ soon }) => soon.length > 0);
  return (
    <>
      {months.map(({ month, soon }) => (
        <section key={month.english}>
          <h2 class="month-name"><MonthName month={month} /></h2>
          <div class="day-list">
            {soon.map((day) => {
              const on = chosen !== undefined && isSame(day, chosen);
              return (
                <Press key={day.iso} class={on ? 'day-row day-row-on' : 'day-row'} pressed={on} press={() => choose(typed(day))}>
                  <span class="day-number">{day.day}</span>
                  <span class="day-words">
                    <strong lang="en" dir="ltr" class="isolate">{day.weekday}</strong>
                    <span class="quiet small"><span lang="en" dir="ltr" class="isolate">{day.month}</span></span>
                    {day.hers ? <span class="quiet small">{day.hers.weekday}</span> : null}
                    {day.own ? <span class="quiet small">{day.own.short} ({day.own.calendar})</span> : null}
                  </span>
                  {on ? <span class="tick-disc"><Sign name="tick" size={20} /></span> : day.in_days < 2 ? <span class="day-pill">{t(`calendar-in-${day.in_days}`)}</span> : null}
                </Press>
              );
            })}
          </div>
        </section>
      ))}
    </>
  );
}

function Months({ months, open }: { months: MonthOfDays[]; open: (month: MonthOfDays) => void }) {
  return (
    <section>
      <h2 class="month-name">{t('visits-day-months')}</h2>
      <div class="month-tiles">
        {months.map((month) => <Press key={month.english} class="month-tile" press={() => open(month)}><MonthName month={month} /></Press>)}
      </div>
    </section>
  );
}

/** The days of a month, five in a row: seven would be too small to touch on a narrow phone. Each has its weekday on it. */
function Grid({ month, chosen, choose }: { month: MonthOfDays; chosen: TypedDay | undefined; choose: (day: TypedDay) => void }) {
  const days = Array.from({ length: month.length }, (_, at) => at + 1).filter((day) => day >= month.from);
  return (
    <section>
      <h2 class="month-name"><MonthName month={month} /></h2>
      <div class="day-grid">
        {days.map((day) => {
          const weekday = ((month.starts_on - 1 + day - 1) % 7) + 1;
          const on = chosen?.day === day && chosen.month === month.month && chosen.year === month.year;
          return (
            <Press
              key={day}
              class={on ? 'day-cell day-cell-on' : 'day-cell'}
              pressed={on}
              label={`${t(`calendar-weekday-${weekday}`)} ${day} ${month.english}`}
              press={() => choose({ day, month: month.month, year: month.year, weekday: null })}
            >
              <strong>{day}</strong>
              <span>{t(`calendar-weekday-short-${weekday}`)}</span>
            </Press>
          );
        })}
      </div>
    </section>
  );
}

/** A month as letters print it, and in her language under it. */
function MonthName({ month }: { month: MonthOfDays }) {
  return (
    <>
      <span lang="en" dir="ltr" class="isolate">{month.english}</span>
      {month.hers ? <span class="month-hers">{namedMonth(month.hers)}</span> : null}
    </>
  );
}

function typed(day: Day): TypedDay {
  const [year = 0, month = 0, date = 0] = day.iso.split('-').map(Number);
  return { day: date, month, year, weekday: null };
}

function isSame(day: Day, chosen: TypedDay): boolean {
  const is = typed(day);
  return is.day === chosen.day && is.month === chosen.month && is.year === chosen.year;
}

function isIn(day: Day, month: MonthOfDays): boolean {
  const is = typed(day);
  return is.month === month.month && is.year === month.year;
}
