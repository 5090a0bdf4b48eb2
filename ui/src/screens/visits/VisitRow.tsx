import { inDays, Press, shortDay, Sign } from '../../components/index.ts';
import type { VisitCard } from '../../door/index.ts';

/** A visit as a row: a small leaf, what, when, where; her own dates under it, where their calendars' names have room. */
export function VisitRow({ card }: { card: VisitCard }) {
  const { day, time } = card;
  return (
    <Press class="visit-row" to={`/visits/${card.id}`}>
      <span class="leaf leaf-small" lang="en" dir="ltr">
        <span class="leaf-weekday">{day.weekday}</span>{' '}
        <span class="leaf-day">{day.day}</span>{' '}
        <span class="leaf-month">{day.month}</span>
      </span>
      <span class="visit-row-words">
        <strong>{card.title}</strong>
        <span class="visit-row-when">
          {time ? <strong lang="en" dir="ltr" class="isolate">{time.english}</strong> : null}
          {time ? ' · ' : ''}{inDays(day.in_days)}
        </span>
        {card.place ? <span class="quiet"><bdi>{card.place}</bdi></span> : null}
      </span>
      <Sign name="next" />
      {day.hers ? (
        <span class="visit-row-dates quiet">
          <span>{shortDay(day)}</span>
          {day.own ? <span>{day.own.short} ({day.own.calendar})</span> : null}
        </span>
      ) : null}
    </Press>
  );
}
