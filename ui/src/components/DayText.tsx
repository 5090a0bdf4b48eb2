import type { Day, Time } from '../door/index.ts';
import { Sign } from './Drawing.tsx';
import { t } from '../words/index.ts';
import './DayText.css';

/** English as the letter prints it, inside any language. */
export function EnglishDay({ day, time }: { day: Day; time?: Time | null }) {
  return <span lang="en" dir="ltr" class="isolate">{time ? `${day.english}, ${time.english}` : day.english}</span>;
}

/**
 * The same day in her language and in her own calendar, each under its calendar's name: a bare month name can be nine days
 * wrong. Nothing where she reads English and has no other calendar.
 */
export function HerDates({ day, time }: { day: Day; time?: Time | null }) {
  const dates = [day.hers, day.own].filter((date) => date !== null);
  if (dates.length === 0) return null;
  return (
    <dl class="her-dates">
      {dates.map((date) => (
        <div key={date.calendar} class="her-date">
          <dt><Sign name="visits" size={20} /><span>{date.calendar}</span></dt>
          <dd class={date === day.own ? 'her-own' : ''}>{date.text}</dd>
          {date === day.own && time?.own ? <dd>{time.own}</dd> : null}
        </div>
      ))}
    </dl>
  );
}

/** A whole day: English first, then hers, then her own calendar. */
export function DayText({ day, time }: { day: Day; time?: Time | null }) {
  return (
    <div class="day-text">
      <p><EnglishDay day={day} time={time ?? null} /></p>
      <HerDates day={day} time={time ?? null} />
    </div>
  );
}

/** "Today", "Tomorrow", "In 5 days", "5 days ago". */
export function inDays(days: number): string {
  if (days === 0) return t('calendar-in-0');
  if (days === 1) return t('calendar-in-1');
  if (days === -1) return t('calendar-ago-1');
  return days > 0 ? t('calendar-in-days', { days: String(days) }) : t('calendar-ago-days', { days: String(-days) });
}

/** A day on one line, in her language where it is not English: for lists that stand beside the leaf or the English date. */
export function shortDay(day: Day): string {
  if (!day.hers) return `${day.weekday} ${day.day} ${day.month}`;
  const words = `${day.hers.weekday} ${day.hers.short}`;
  return sharesMonthNames(day) ? `${words} (${day.hers.calendar})` : words;
}

/** A whole day on one line in her language, with its calendar where a month's name alone could be another month. */
export function wholeDay(day: Day): string {
  if (!day.hers) return `${day.day} ${day.month} ${day.year}`;
  return sharesMonthNames(day) ? `${day.hers.text} (${day.hers.calendar})` : day.hers.text;
}

/** A month in her language, such as `ሕዳር 2026`, with its calendar where the name alone could be another month. */
export function namedMonth(hers: string): string {
  return readsEthiopic() ? `${hers} (${t('calendar-name-gregorian')})` : hers;
}

/** Tigrinya prints the Gregorian November and the Ethiopic month with one word. */
function sharesMonthNames(day: Day): boolean {
  return day.own !== null || readsEthiopic();
}

function readsEthiopic(): boolean {
  return document.documentElement.classList.contains('ethiopic');
}
