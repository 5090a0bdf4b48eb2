import type { Day } from '../door/index.ts';
import './Leaf.css';

/** A leaf of a wall calendar. Always English, always the words of the letter, so that the two can be held side by side. */
export function Leaf({ day }: { day: Day }) {
  return (
    <div class="leaf" lang="en" dir="ltr">
      <span class="leaf-weekday">{day.weekday}</span>{' '}
      <span class="leaf-day">{day.day}</span>{' '}
      <span class="leaf-month">{day.month} {day.year}</span>
    </div>
  );
}
