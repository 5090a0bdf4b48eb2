import { Card, Hers, SentencePair } from '../../components/index.ts';
import type { Page } from '../../door/index.ts';
import { t } from '../../words/index.ts';

/** A guide: before, on the day, after, and what is not certain. */
export function GuideParts({ page, english, lastFirst = false }: { page: Page; english: boolean; lastFirst?: boolean }) {
  // After a trip its last part is what she needs.
  const sections = lastFirst ? [...page.sections].sort((a, b) => Number(b.id === 'after') - Number(a.id === 'after')) : page.sections;
  return (
    <Card class="card-rows">
      {sections.map((section) => (
        <div key={section.id} class="pays-part">
          <h3 class="pill">{t(`money-pays-${section.id}`)}</h3>
          {section.statements.map((pair, at) => (english ? <SentencePair key={at} pair={pair} /> : <p key={at}><Hers pair={pair} /></p>))}
        </div>
      ))}
    </Card>
  );
}
