import type { Day, Weekday } from '../../door/index.ts';
import { t } from '../../words/index.ts';

/** The days of the week, Monday first. */
export const WEEKDAYS: Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** The name of a weekday in her language. */
export function weekdayName(weekday: Weekday): string {
  return t(`calendar-weekday-${WEEKDAYS.indexOf(weekday) + 1}`);
}

/** The name of a day's weekday in her language. */
export function weekdayOf(day: Day): string {
  return day.hers?.weekday ?? day.weekday;
}

/** The short name of a day's weekday in her language. */
export function shortWeekdayOf(day: Day): string {
  return t(`calendar-weekday-short-${WEEKDAYS.indexOf(day.weekday.toLowerCase() as Weekday) + 1}`);
}
