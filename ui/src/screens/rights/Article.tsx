import { useState } from 'preact/hooks';
import { Chip, Lines, Page, PressRow, Section, WhoCanHelp } from '../../components/index.ts';
import { Sources } from '../../components/Sources.tsx';
import { ArticleHead } from '../../components/ArticleHead.tsx';
import { useAsk } from '../../session.tsx';
import { readsEnglish, t } from '../../words/index.ts';
import type { ScreenProps } from '../routes.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';
import './Article.css';

/** Whether English stands under each line. It holds from article to article until the app closes. */
let beside = true;

/** The sections under the answer, in the order that she needs them. */
const PARTS = ['do', 'next', 'when', 'right', 'who', 'ask', 'no', 'scotland', 'wales', 'northern-ireland', 'unsure'] as const;

/** S31: the answer before any scroll; every sentence beside the English that staff read. */
export function Article({ params }: ScreenProps) {
  const { answer, error, again } = useAsk('article', { id: params['id'] ?? '' });
  const [english, setEnglish] = useState(beside);
  if (!answer) return error ? <NotAnswered error={error} again={again} /> : null;

  const { page, card, contacts, topic, following } = answer;
  const lines = (id: string) => page.sections.find((section) => section.id === id)?.statements ?? [];
  const turn = () => {
    beside = !english;
    setEnglish(beside);
  };
  return (
    <Page back={topic ? { words: t(`rights-topic-${topic}`), to: `/rights/topic/${topic}` } : { words: t('rights-article-back'), to: '/rights' }}>
      <ArticleHead page={page} contacts={contacts} />
      <Lines key={`answer ${english}`} pairs={lines('answer')} english={english} class="article-answer" />
      {readsEnglish() ? null : <div class="article-beside"><Chip sign="language" pressed={english} press={turn}>{t('rights-article-english')}</Chip></div>}

      {PARTS.map((id) => {
        const pairs = lines(id);
        if (pairs.length === 0 && !(id === 'no' && card)) return null;
        // What she can ask is for staff to read: its English is always there.
        const beside = english || id === 'ask';
        return (
          <Section key={id} title={t(`rights-article-${id}`)}>
            {id === 'no' && card ? <PressRow picture="consent" to={`/cards/${card.id}`} detail={card.title}>{t('rights-article-card')}</PressRow> : null}
            <Lines key={`${id} ${english}`} pairs={pairs} english={beside} class={id === 'unsure' ? 'article-unsure' : ''} />
          </Section>
        );
      })}
      <WhoCanHelp contacts={contacts} />
      {following ? <div class="section"><PressRow picture={following.picture} to={`/rights/${following.id}`} detail={following.title}>{t('rights-article-following')}</PressRow></div> : null}
      <Sources page={page} />
    </Page>
  );
}
