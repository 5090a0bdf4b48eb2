import { useState } from 'preact/hooks';
import { Button, Chip, English, Hers, Page, Plate, PressRow, Section } from '../../components/index.ts';
import { MayHaveChanged, Sources } from '../../components/Sources.tsx';
import { TranslationBadge } from '../../components/TranslationBadge.tsx';
import type { Pair } from '../../door/index.ts';
import { useAsk } from '../../session.tsx';
import { readsEnglish, t } from '../../words/index.ts';
import type { ScreenProps } from '../routes.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';
import './Article.css';

/** Whether English stands under each line. It holds from article to article until the app closes. */
let beside = true;

/** S31: the answer before any scroll; every sentence beside the English that staff read. */
export function Article({ params }: ScreenProps) {
  const { answer, error, again } = useAsk('article', { id: params['id'] ?? '' });
  const [english, setEnglish] = useState(beside);
  if (!answer) return error ? <NotAnswered error={error} again={again} /> : null;

  const { page, card, contacts } = answer;
  const lines = (id: string) => page.sections.find((section) => section.id === id)?.statements ?? [];
  const turn = () => {
    beside = !english;
    setEnglish(beside);
  };
  return (
    <Page back={{ words: t('rights-article-back'), to: '/rights' }}>
      <div class="article-head">
        <Plate name={page.picture} />
        <div>
          <h1 tabIndex={-1}>{page.title}</h1>
          {readsEnglish() ? null : <p class="article-english" lang="en" dir="ltr">{page.title_english}</p>}
        </div>
      </div>
      <div class="article-status"><TranslationBadge status={page.status} /></div>
      <MayHaveChanged page={page} contacts={contacts} />
      <Lines key={`answer ${english}`} pairs={lines('answer')} english={english} class="article-answer" />
      {readsEnglish() ? null : <div class="article-beside"><Chip sign="language" pressed={english} press={turn}>{t('rights-article-english')}</Chip></div>}

      {lines('do').length > 0 ? (
        <Section title={t('rights-article-do')}><Lines key={`do ${english}`} pairs={lines('do')} english={english} /></Section>
      ) : null}
      {card || lines('no').length > 0 ? (
        <Section title={t('rights-article-no')}>
          {card ? <PressRow picture="consent" to={`/cards/${card.id}`} detail={card.title}>{t('rights-article-card')}</PressRow> : null}
          <Lines key={`no ${english}`} pairs={lines('no')} english={english} />
        </Section>
      ) : null}
      {lines('unsure').length > 0 ? (
        <Section title={t('rights-article-unsure')}>
          <Lines key={`unsure ${english}`} pairs={lines('unsure')} english={english} class="article-unsure" />
        </Section>
      ) : null}
      {contacts.length > 0 ? (
        <Section title={t('rights-article-help')}>
          {contacts.map((contact) => (
            <PressRow key={contact.id} picture={contact.picture} to={`/help/contact/${contact.id}`} detail={contact.summary}><bdi>{contact.name}</bdi></PressRow>
          ))}
        </Section>
      ) : null}
      <Sources page={page} />
    </Page>
  );
}

interface LinesProps {
  pairs: Pair[];
  english: boolean;
  class?: string;
}

/** Sentences; where English is off, it is one touch away for each group of them. */
function Lines({ pairs, english: always, class: more = '' }: LinesProps) {
  const [asked, setAsked] = useState(false);
  const english = always || asked;
  return (
    <div class={`lines ${more}`}>
      {pairs.map((pair, at) => <Line key={at} pair={pair} english={english} />)}
      {always || readsEnglish() ? null : (
        <Button kind="link" small press={() => setAsked(!asked)}>{t(asked ? 'rights-article-english-away' : 'rights-article-english-here')}</Button>
      )}
    </div>
  );
}

function Line({ pair, english }: { pair: Pair; english: boolean }) {
  // A sentence that nobody has translated is English already.
  if (!readsEnglish() && same(pair)) return <div class="pair"><p lang="en" dir="ltr"><English pair={pair} /></p></div>;
  return (
    <div class="pair">
      <p><Hers pair={pair} /></p>
      {english && !readsEnglish() ? <p class="pair-english" lang="en" dir="ltr"><English pair={pair} /></p> : null}
    </div>
  );
}

function same(pair: Pair): boolean {
  return JSON.stringify(pair.hers) === JSON.stringify(pair.english);
}
