import { Button, HerDates, Lines, Page, Plate, PressRow, Section } from '../../components/index.ts';
import { MayHaveChanged, Sources } from '../../components/Sources.tsx';
import { TranslationBadge } from '../../components/TranslationBadge.tsx';
import { useAsk } from '../../session.tsx';
import { readsEnglish, t } from '../../words/index.ts';
import type { ScreenProps } from '../routes.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';
import { DaySpan } from './DaySpan.tsx';
import '../rights/Article.css';

/** One thing that she can expect: what it is, when, and a way to add it as a visit. */
export function OneExpected({ params }: ScreenProps) {
  const { answer: timeline, error, again } = useAsk('timeline', {});
  if (!timeline) return error ? <NotAnswered error={error} again={again} /> : null;
  const item = timeline.groups.flatMap(({ items }) => items).find(({ page }) => page.id === params['id']);
  const back = { words: t('visits-expected-title'), to: '/visits/expected' };
  if (!item) {
    return (
      <Page title={t('visits-expected-title')} back={back}>
        <p class="under">{t(timeline.due || timeline.born ? 'errors-not-found' : 'visits-expected-empty')}</p>
        {timeline.due || timeline.born ? null : <Button sign="plus" to="/visits/expected/when">{t('visits-expected-tell')}</Button>}
      </Page>
    );
  }
  const { page } = item;
  const lines = (id: string) => page.sections.find((section) => section.id === id)?.statements ?? [];
  return (
    <Page back={back}>
      <div class="article-head">
        <Plate name={page.picture} />
        <div>
          <h1 tabIndex={-1}>{page.title}</h1>
          {readsEnglish() ? null : <p class="article-english" lang="en" dir="ltr">{page.title_english}</p>}
        </div>
      </div>
      <div class="article-status"><TranslationBadge status={page.status} /></div>
      <MayHaveChanged page={page} />
      <div class="card">
        <p><DaySpan item={item} /></p>
        <HerDates day={item.from} />
      </div>
      <Section><Lines pairs={lines('what')} english /></Section>
      {item.added ? (
        <div class="section"><PressRow picture="day" to={`/visits/${item.added}`}>{t('visits-expected-see-added')}</PressRow></div>
      ) : item.visit ? (
        <div class="section">
          <p class="under">{t('visits-expected-add-hint')}</p>
          <Button sign="plus" to={`/visits/add?kind=${item.visit}`}>{t('visits-expected-add')}</Button>
        </div>
      ) : null}
      {lines('unsure').length > 0 ? <Section title={t('rights-article-unsure')}><Lines pairs={lines('unsure')} english class="article-unsure" /></Section> : null}
      <Sources page={page} />
    </Page>
  );
}
