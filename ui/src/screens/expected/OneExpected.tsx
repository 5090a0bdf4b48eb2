import { Button, HerDates, Lines, Page, PressRow, Section } from '../../components/index.ts';
import { Sources } from '../../components/Sources.tsx';
import { ArticleHead } from '../../components/ArticleHead.tsx';
import { useAsk } from '../../session.tsx';
import { t } from '../../words/index.ts';
import type { ScreenProps } from '../routes.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';
import { DaySpan } from './DaySpan.tsx';

/** One thing that she can expect: what it is, when, and a way to add it as a visit. */
export function OneExpected({ params }: ScreenProps) {
  const { answer, error, again } = useAsk('timeline-one', { id: params['id'] ?? '' });
  if (!answer) return error ? <NotAnswered error={error} again={again} /> : null;
  const { page, expected: item } = answer;
  const back = { words: t('visits-expected-title'), to: '/visits/expected' };
  const lines = (id: string) => page.sections.find((section) => section.id === id)?.statements ?? [];
  return (
    <Page back={back}>
      <ArticleHead page={page} />
      {item ? (
        <div class="card">
          <p><DaySpan item={item} /></p>
          <HerDates day={item.from} />
        </div>
      ) : null}
      <Section><Lines pairs={lines('what')} english /></Section>
      {item?.added ? <div class="section"><PressRow picture="day" to={`/visits/${item.added}`} detail={t('visits-expected-added')}>{t('visits-expected-see-added')}</PressRow></div> : null}
      {item?.visit ? (
        <div class="section">
          <p class="under">{t('visits-expected-add-hint')}</p>
          <Button kind={item.added ? 'second' : 'first'} sign="plus" to={`/visits/add?kind=${item.visit}`}>{t('visits-expected-add')}</Button>
        </div>
      ) : null}
      {item ? null : <div class="section"><PressRow picture="day" to="/visits/expected">{t('visits-expected-title')}</PressRow></div>}
      {lines('unsure').length > 0 ? <Section title={t('rights-article-unsure')}><Lines pairs={lines('unsure')} english class="article-unsure" /></Section> : null}
      <Sources page={page} />
    </Page>
  );
}
