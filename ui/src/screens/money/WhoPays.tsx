import { useState } from 'preact/hooks';
import { Card, Chip, Hers, Notice, PressRow, Section, SentencePair } from '../../components/index.ts';
import { MayHaveChanged, Sources } from '../../components/Sources.tsx';
import { TranslationBadge } from '../../components/TranslationBadge.tsx';
import type { Trip } from '../../door/index.ts';
import { readsEnglish, t } from '../../words/index.ts';

/** Who can pay: before the trip, on the day, after it, and what is not certain. */
export function WhoPays({ trip: { who_pays: page, health, card } }: { trip: Trip }) {
  const [english, setEnglish] = useState(false);
  // After the trip its last part is what she needs.
  const sections = card.past ? [...page.sections].sort((a, b) => Number(b.id === 'after') - Number(a.id === 'after')) : page.sections;
  return (
    <>
      <Section title={t('money-pays-title')}>
        {health ? null : <div class="under"><Notice><p>{t('money-pays-not-health')}</p></Notice></div>}
        <div class="under"><MayHaveChanged page={page} /></div>
        <div class="under"><TranslationBadge status={page.status} /></div>
        {readsEnglish() ? null : <div class="under"><Chip sign="language" pressed={english} press={() => setEnglish(!english)}>{t('money-pays-english')}</Chip></div>}
        <Card class="card-rows">
          {sections.map((section) => (
            <div key={section.id} class="pays-part">
              <h3 class="pill">{t(`money-pays-${section.id}`)}</h3>
              {section.statements.map((pair, at) => (english ? <SentencePair key={at} pair={pair} /> : <p key={at}><Hers pair={pair} /></p>))}
            </div>
          ))}
        </Card>
        <div class="after"><PressRow picture="call" to="/help/contact/migrant-help">{t('money-pays-ask')}</PressRow></div>
      </Section>
      <Sources page={page} />
    </>
  );
}
