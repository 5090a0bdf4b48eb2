import { useState } from 'preact/hooks';
import { Button, Chip, Choices, ErrorNotice, Notice, Page, PressRow, Question, Section, Spans, WhoCanHelp } from '../../components/index.ts';
import { MayHaveChanged, Sources } from '../../components/Sources.tsx';
import { TranslationBadge } from '../../components/TranslationBadge.tsx';
import type { Given, QuestionOption, QuestionsAnswered, TableQuestion } from '../../door/index.ts';
import { useAsk } from '../../session.tsx';
import { readsEnglish, t } from '../../words/index.ts';
import type { ScreenProps } from '../routes.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';
import { GuideParts } from './GuideParts.tsx';
import './money.css';

const MONEY = '/money';

/** A few questions, one at a time, that end in what she can do. Every answer may be "I do not know". */
export function Questions({ params }: ScreenProps) {
  const table = params['table'] ?? '';
  const [answers, setAnswers] = useState<Given[]>([]);
  const { answer: answered, error, again } = useAsk('questions-answer', { table, answers });
  if (!answered) return error ? <NotAnswered error={error} again={again} /> : null;
  const take = (given: Given) => setAnswers([...answers, given]);
  const undo = (at: number) => setAnswers(answers.slice(0, at));
  if (answered.next) {
    return (
      <Ask key={answered.next.id} answered={answered} question={answered.next} error={error} take={take} back={answers.length > 0 ? () => undo(answers.length - 1) : undefined} />
    );
  }
  return <Outcome answered={answered} undo={undo} />;
}

interface AskProps {
  answered: QuestionsAnswered;
  question: TableQuestion;
  error: unknown;
  take: (given: Given) => void;
  back: (() => void) | undefined;
}

function Ask({ answered, question, error, take, back }: AskProps) {
  const [picked, setPicked] = useState(question.picked ?? undefined);
  const [missing, setMissing] = useState(false);
  const next = () => {
    if (picked === undefined) setMissing(true);
    else take({ question: question.id, option: picked });
  };
  return (
    <Question title={question.title} hint={t(`money-rule-${answered.table.id}`)} back={{ words: t('money-page-title'), to: MONEY }} next={t('visits-question-next')} onNext={next}>
      {error ? <ErrorNotice error={error} /> : null}
      {missing && picked === undefined ? <Notice now><p>{t('money-questions-missing')}</p></Notice> : null}
      <Choices question={question.title} hidden choices={question.options.map((option) => ({ value: option.id, words: <Spans spans={option.hers} />, detail: inEnglish(option) }))} value={picked} choose={setPicked} />
      {back ? <Button kind="link" press={back}>{t('money-questions-back')}</Button> : null}
    </Question>
  );
}

/** The English of an option, for the word on her letter. */
function inEnglish({ hers, english }: QuestionOption) {
  if (readsEnglish() || JSON.stringify(hers) === JSON.stringify(english)) return undefined;
  return <span lang="en" dir="ltr"><Spans spans={english} /></span>;
}

/** What she can do, with what she answered, each to be changed. */
function Outcome({ answered: { table, given, outcome: page, contacts }, undo }: { answered: QuestionsAnswered; undo: (at: number) => void }) {
  const [english, setEnglish] = useState(false);
  if (!page) return null;
  return (
    <Page title={page.title} above={t(`money-rule-${table.id}`)} back={{ words: t('money-page-title'), to: MONEY }}>
      <MayHaveChanged page={page} contacts={contacts} />
      <div class="under"><TranslationBadge status={page.status} /></div>
      {readsEnglish() ? null : <div class="under"><Chip sign="language" pressed={english} press={() => setEnglish(!english)}>{t('money-pays-english')}</Chip></div>}
      <GuideParts page={page} english={english} heading="h2" />
      {page.card ? <div class="section"><PressRow picture="consent" to={`/cards/${page.card}`}>{t('rights-article-card')}</PressRow></div> : null}
      <WhoCanHelp contacts={contacts} />
      {given.length > 0 ? (
        <Section title={t('money-questions-given')}>
          {given.map((question, at) => (
            <PressRow key={question.id} picture="question" end="pen" press={() => undo(at)} detail={question.title}>{chosen(question)}</PressRow>
          ))}
        </Section>
      ) : null}
      <Sources page={page} />
    </Page>
  );
}

function chosen({ options, picked }: TableQuestion) {
  const option = options.find(({ id }) => id === picked);
  return option ? <Spans spans={option.hers} /> : null;
}
