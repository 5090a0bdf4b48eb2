import { useState } from 'preact/hooks';
import { Chip, Notice, PressRow, Section } from '../../components/index.ts';
import { MayHaveChanged, Sources } from '../../components/Sources.tsx';
import { TranslationBadge } from '../../components/TranslationBadge.tsx';
import type { Trip } from '../../door/index.ts';
import { readsEnglish, t } from '../../words/index.ts';
import { GuideParts } from './GuideParts.tsx';

/** Who can pay: before the trip, on the day, after it, and what is not certain. */
export function WhoPays({ trip: { who_pays: page, health, card } }: { trip: Trip }) {
  const [english, setEnglish] = useState(false);
  return (
    <>
      <Section title={t('money-pays-title')}>
        {health ? null : <div class="under"><Notice><p>{t('money-pays-not-health')}</p></Notice></div>}
        <div class="under"><MayHaveChanged page={page} /></div>
        <div class="under"><TranslationBadge status={page.status} /></div>
        {readsEnglish() ? null : <div class="under"><Chip sign="language" pressed={english} press={() => setEnglish(!english)}>{t('money-pays-english')}</Chip></div>}
        <GuideParts page={page} english={english} lastFirst={card.past} />
        <div class="after"><PressRow picture="question" to="/money/questions/travel">{t('money-rule-travel')}</PressRow></div>
        <div class="after"><PressRow picture="call" to="/help/contact/migrant-help">{t('money-pays-ask')}</PressRow></div>
      </Section>
      <Sources page={page} />
    </>
  );
}
