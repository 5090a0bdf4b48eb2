import type { ComponentChildren } from 'preact';
import type { VisitCard } from '../door/index.ts';
import { t } from '../words/index.ts';
import { HerDates, inDays } from './DayText.tsx';
import { Plate } from './Drawing.tsx';
import { Leaf } from './Leaf.tsx';
import './VisitCardView.css';

/** What, where, when. The head of a visit, with or without an edge. */
export function VisitHead({ card, heading = 'h2' }: { card: VisitCard; heading?: 'h1' | 'h2' }) {
  const Heading = heading;
  return (
    <div class="visit-head">
      <div class="visit-what">
        <Plate name={card.picture} />
        <div>
          <Heading {...(heading === 'h1' ? { tabIndex: -1 } : {})}>{card.title}</Heading>
          {card.place ? <p class="visit-place"><bdi>{card.place}</bdi></p> : null}
        </div>
      </div>
      <div class="visit-when">
        <Leaf day={card.day} />
        <div class="visit-clock">
          {card.time ? <p class="visit-time" lang="en" dir="ltr">{card.time.english}</p> : <p>{t('visits-time-none')}</p>}
          <p class="pill">{inDays(card.day.in_days)}</p>
        </div>
      </div>
    </div>
  );
}

/** A visit as a card: reading surface, her dates behind a hairline, and one way on. */
export function VisitCardView({ card, children }: { card: VisitCard; children?: ComponentChildren }) {
  return (
    <section class="card visit-card">
      <VisitHead card={card} />
      {card.day.hers || card.day.own ? <div class="visit-dates"><HerDates day={card.day} time={card.time} /></div> : null}
      {children}
    </section>
  );
}
