import { Page, PressRow } from '../../components/index.ts';
import { useAsk } from '../../session.tsx';
import { t } from '../../words/index.ts';
import type { ScreenProps } from '../routes.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';

/** The questions of one topic, each a row. */
export function Topic({ params }: ScreenProps) {
  const { answer, error, again } = useAsk('rights', {});
  if (!answer) return error ? <NotAnswered error={error} again={again} /> : null;
  const topic = answer.topics.find(({ id }) => id === params['id']);
  return (
    <Page title={topic ? t(`rights-topic-${topic.id}`) : t('rights-list-title')} back={{ words: t('rights-article-back'), to: '/rights' }}>
      {topic ? (
        <div class="section">
          {topic.articles.map(({ id, title, picture }) => <PressRow key={id} picture={picture} to={`/rights/${id}`}>{title}</PressRow>)}
        </div>
      ) : <p>{t('rights-list-empty')}</p>}
    </Page>
  );
}
