import { Card, Hers, SentencePair } from '../../components/index.ts';
import type { Page } from '../../door/index.ts';
import { t } from '../../words/index.ts';

interface GuidePartsProps {
  page: Page;
  /** English stands under each line. */
  english: boolean;
  /** After a trip its last part is what she needs. */
  lastFirst?: boolean;
  /** The level of its headings: one below what stands above them. */
  heading?: 'h2' | 'h3';
}

/** A guide: before, on the day, after, and what is not certain. */
export function GuideParts({ page, english, lastFirst = false, heading: Heading = 'h3' }: GuidePartsProps) {
  const sections = lastFirst ? [...page.sections].sort((a, b) => Number(b.id === 'after') - Number(a.id === 'after')) : page.sections;
  return (
    <Card class="card-rows">
      {sections.map((section) => (
        <div key={section.id} class="pays-part">
          <Heading class="pill">{t(`money-pays-${section.id}`)}</Heading>
          {section.statements.map((pair, at) => (english ? <SentencePair key={at} pair={pair} /> : <p key={at}><Hers pair={pair} /></p>))}
        </div>
      ))}
    </Card>
  );
}
