import type { ComponentChildren } from 'preact';
import { PressRow, Sign } from '../../components/index.ts';
import type { ContactCard } from '../../door/index.ts';
import { t } from '../../words/index.ts';
import { whereabouts } from './words.ts';
import './help.css';

/** A contact in a list: what it is, where it is, and what is known for certain. What is not known is not hinted at. */
export function ContactRow({ card }: { card: ContactCard }) {
  return (
    <PressRow
      picture={card.picture}
      to={`/help/contact/${card.id}`}
      class="contact-row"
      detail={
        <>
          <span class="contact-kind">{t(`help-kind-${card.kind}`)}</span>
          <Line sign="place"><bdi>{whereabouts(card.whereabouts)}</bdi></Line>
          {card.women_only ? <Line sign="women">{t('help-filter-women-only')}</Line> : null}
          {card.days ? <Line sign="clock"><span dir="auto">{card.days}</span></Line> : null}
          {card.closed ? null : card.reach === 'online' ? <Line sign="web">{t('help-row-online')}</Line> : card.reach === 'unknown' ? <Line sign="unknown">{t('help-row-unknown')}</Line> : null}
          {card.free_call && !card.closed ? <Line sign="call">{t('help-filter-free-call')}</Line> : null}
        </>
      }
    >
      <bdi lang="en" dir="ltr">{card.name}</bdi>
    </PressRow>
  );
}

function Line({ sign, children }: { sign: string; children: ComponentChildren }) {
  return <span class="contact-line"><Sign name={sign} size={20} /><span>{children}</span></span>;
}
