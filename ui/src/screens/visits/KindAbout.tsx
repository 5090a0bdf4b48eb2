import { Button, Lines, Page, Section } from '../../components/index.ts';
import { Sources } from '../../components/Sources.tsx';
import { ArticleHead } from '../../components/ArticleHead.tsx';
import { useAsk } from '../../session.tsx';
import { t } from '../../words/index.ts';
import type { ScreenProps } from '../routes.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';

/** The sections of a kind of visit and their headings. */
const PARTS: [string, string][] = [
  ['for', 'visits-answer-for'],
  ['happens', 'visits-answer-happens'],
  ['asked-by', 'visits-answer-asked-by'],
  ['there', 'visits-answer-there'],
  ['refuse', 'visits-answer-refuse'],
  ['someone', 'visits-answer-someone'],
  ['bring', 'visits-heading-bring'],
  ['ask', 'visits-heading-ask'],
];

/** What a kind of visit is, before she has one: found by a search. */
export function KindAbout({ params }: ScreenProps) {
  const id = params['id'] ?? '';
  const { answer: page, error, again } = useAsk('visit-kind', { id });
  if (!page) return error ? <NotAnswered error={error} again={again} /> : null;
  return (
    <Page back={{ words: t('visits-back-list'), to: '/visits' }}>
      <ArticleHead page={page} />
      {PARTS.map(([part, heading]) => {
        const pairs = page.sections.find((section) => section.id === part)?.statements ?? [];
        const [known, ask] = [pairs.filter((pair) => !pair.ask), pairs.filter((pair) => pair.ask)];
        if (pairs.length === 0) return null;
        return (
          <Section key={part} title={t(heading)}>
            {known.length > 0 ? <Lines pairs={known} english={false} /> : part === 'ask' ? null : <p class="under">{t('visits-answer-unknown')}</p>}
            {ask.length > 0 ? <Lines pairs={ask} english /> : null}
          </Section>
        );
      })}
      <div class="section"><Button sign="plus" to={`/visits/add?kind=${id}`}>{t('visits-list-add')}</Button></div>
      <Sources page={page} />
    </Page>
  );
}
