import { useState } from 'preact/hooks';
import { Badge, Card, Chip, Hers, Notice, PressRow, Section, SentencePair, wholeDay } from '../../components/index.ts';
import type { Page, Trip } from '../../door/index.ts';
import { readsEnglish, t } from '../../words/index.ts';
import { nationNames } from '../help/words.ts';

const PARTS: Record<string, string> = { before: 'money-pays-before', 'on-the-day': 'money-pays-day', after: 'money-pays-after', unsure: 'money-pays-unsure' };

/** Who can pay: before the trip, on the day, after it, and what is not certain. */
export function WhoPays({ trip: { who_pays: page, health, card } }: { trip: Trip }) {
  const [english, setEnglish] = useState(false);
  // After the trip its last part is what she needs.
  const sections = card.past ? [...page.sections].sort((a, b) => Number(b.id === 'after') - Number(a.id === 'after')) : page.sections;
  return (
    <Section title={t('money-pays-title')}>
      {health ? null : <div class="under"><Notice><p>{t('money-pays-not-health')}</p></Notice></div>}
      {page.past_review ? <div class="under"><Notice kind="warn"><p>{t('money-pays-old')}</p></Notice></div> : null}
      {readsEnglish() ? null : <div class="under"><Chip sign="language" pressed={english} press={() => setEnglish(!english)}>{t('money-pays-english')}</Chip></div>}
      <Card class="card-rows">
        {sections.map((section) => (
          <div key={section.id} class="pays-part">
            <h3 class="pill">{t(PARTS[section.id] ?? section.id)}</h3>
            {section.statements.map((pair, at) => (english ? <SentencePair key={at} pair={pair} /> : <p key={at}><Hers pair={pair} /></p>))}
          </div>
        ))}
      </Card>
      <div class="after"><PressRow picture="call" to="/help/contact/migrant-help">{t('money-pays-ask')}</PressRow></div>
      <SourcesOf page={page} />
    </Section>
  );
}

/** Where a page comes from: its sources behind one touch, the nations it holds for, and how it was translated. */
function SourcesOf({ page }: { page: Page }) {
  return (
    <div class="foot sources">
      {page.status === 'machine' || page.status === 'draft' || page.status === 'stale' ? (
        <Badge shape={page.status === 'machine' ? 'machine' : 'draft'}>{t(`money-status-${page.status}`)}</Badge>
      ) : null}
      <p>{t('money-pays-nations', { nations: nationNames(page.nations) })} {t('money-pays-checked', { day: wholeDay(page.checked) })}</p>
      <details>
        <summary>{t('money-pays-sources', { count: String(page.sources.length) })}</summary>
        <ul lang="en" dir="ltr">
          {page.sources.map((source) => <li key={source.url}>{source.host}, {source.dated}</li>)}
        </ul>
      </details>
    </div>
  );
}
