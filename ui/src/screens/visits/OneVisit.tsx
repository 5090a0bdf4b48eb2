import { useState } from 'preact/hooks';
import { AnswerRow, Button, Card, ErrorNotice, HerDates, Hers, Notice, Page, Picture, Press, PressRow, Section, Sign, Switch, ToSay, VisitHead } from '../../components/index.ts';
import { MayHaveChanged, Sources } from '../../components/Sources.tsx';
import { TranslationBadge } from '../../components/TranslationBadge.tsx';
import { ask, type Answer, type Answers, type Visit, type VisitAsked } from '../../door/index.ts';
import { go } from '../../router/index.ts';
import { useAsk } from '../../session.tsx';
import { t } from '../../words/index.ts';
import type { ScreenProps } from '../routes.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';
import { edit } from './add/draft.ts';
import { Calls } from './Calls.tsx';
import { Planned } from './Planned.tsx';
import './OneVisit.css';

const PICTURES: Record<string, string> = { for: 'day', happens: 'consent', 'asked-by': 'letter', there: 'who', refuse: 'official-paper', someone: 'two-women' };

/** S21: know what I am going to. The first screenful says when, when to leave, and call, show, "I can't come". */
export function OneVisit({ params }: ScreenProps) {
  const { answer: visit, error, again, set } = useAsk('visit', { id: params['id'] ?? '' });
  const [refused, setRefused] = useState<unknown>();
  if (!visit) return error ? <NotAnswered error={error} again={again} /> : null;
  const { card, leave, answers } = visit;
  const note = (asked: Omit<VisitAsked, 'id'>) => {
    ask('visit-asked', { id: card.id, ...asked }).then(set, setRefused);
  };
  return (
    <Page back={{ words: t('visits-back-list'), to: '/visits' }} class="one-visit">
      <VisitHead card={card} heading="h1" />
      {card.day.hers || card.day.own ? <div class="visit-dates"><HerDates day={card.day} time={card.time} /></div> : null}
      {refused ? <ErrorNotice error={refused} /> : null}
      {card.past ? <Notice sign="visits"><p>{t('visits-past-words')}</p></Notice> : null}
      {leave && !card.past ? (
        <div class="leave">
          <Picture name="time-to-leave" />
          <div>
            <p><strong>{t('visits-leave-at', { time: leave.time.english })}</strong></p>
            {leave.time.own ? <p class="small">{leave.time.own}</p> : null}
            <p class="quiet small">{t('visits-leave-detail', { way: String(leave.travel_minutes), spare: String(leave.margin_minutes) })}</p>
          </div>
        </div>
      ) : null}
      {card.past ? null : <Actions visit={visit} />}
      {answers ? <About answers={answers} /> : <Section><p>{t('visits-no-answers')}</p></Section>}
      <Section title={t('visits-heading-way')}>
        <PressRow picture="bus-fare" to={`/money/trip/${card.id}`} detail={t('visits-way-detail')}>
          {visit.fare === null ? t('visits-way-no-fare') : t('visits-way-fare', { fare: visit.fare })}
        </PressRow>
        {visit.health && !card.past ? (
          <div class="asked"><Switch on={!visit.fare_open} turn={(fare) => note({ fare })}>{t('visits-fare-asked')}</Switch></div>
        ) : null}
      </Section>
      <Calls calls={visit.calls} add={() => edit(visit, 'phone')} />
      {visit.interpreter_english === null ? null : (
        <Section title={t('visits-heading-interpreter')}>
          <PressRow picture="interpreter" to={`/cards/interpreter?visit=${card.id}`} detail={t('visits-interpreter-detail')}>
            <span lang="en" dir="ltr" class="isolate">{visit.interpreter_english}</span>
          </PressRow>
          {visit.health && !card.past ? (
            <div class="asked"><Switch on={!visit.interpreter_open} turn={(interpreter) => note({ interpreter })}>{t('visits-interpreter-asked')}</Switch></div>
          ) : null}
        </Section>
      )}
      {card.past ? null : (
        <Section title={t('visits-heading-reminders')}>
          <Planned reminders={visit.reminders} />
          <Button kind="link" to={`/visits/${card.id}/reminders`}>{t('visits-reminders-more')}</Button>
        </Section>
      )}
      {visit.note ? <Section title={t('visits-heading-note')}><Card><p class="note" dir="auto">{visit.note}</p></Card></Section> : null}
      <div class="section stack">
        <Button kind="second" sign="pen" press={() => edit(visit)}>{t('visits-change-button')}</Button>
        <Delete id={card.id} refused={setRefused} />
      </div>
      {answers ? <div class="section"><Sources page={answers.page} /></div> : null}
    </Page>
  );
}

function Actions({ visit: { card, calls } }: { visit: Visit }) {
  const only = calls.length === 1 ? calls[0] : undefined;
  const toCalls = () => {
    const section = document.getElementById('who-to-call');
    section?.scrollIntoView();
    section?.querySelector('a')?.focus({ preventScroll: true });
  };
  return (
    <div class="visit-actions">
      <Press class="visit-action" {...(only ? { dial: only.dial } : { press: toCalls })}><Sign name="call" size={26} /><span>{t('visits-do-call')}</span></Press>
      <Press class="visit-action" to={`/cards?visit=${card.id}`}><Sign name="show-to-staff" size={26} /><span>{t('visits-do-show')}</span></Press>
      <Press class="visit-action" to={`/visits/${card.id}/cannot-come`}><Sign name="close" size={26} /><span>{t('visits-do-cannot')}</span></Press>
    </div>
  );
}

function About({ answers: { six, bring, ask: questions, page } }: { answers: Answers }) {
  return (
    <>
      <Section title={t('visits-heading-about')}>
        <MayHaveChanged page={page} />
        <TranslationBadge status={page.status} />
        <Card class="card-rows about-visit">{six.map((answer) => <Six key={answer.id} answer={answer} />)}</Card>
      </Section>
      {bring.length > 0 ? (
        <Section title={t('visits-heading-bring')}>
          <ul class="card bring">
            {bring.map((pair, at) => (
              <li key={at}>{pair.picture ? <Picture name={pair.picture} /> : null}<span><Hers pair={pair} /></span></li>
            ))}
          </ul>
        </Section>
      ) : null}
      {questions.length > 0 ? (
        <Section title={t('visits-heading-ask')}>{questions.map((pair, at) => <ToSay key={at} pair={pair} />)}</Section>
      ) : null}
    </>
  );
}

function Six({ answer: { id, known, ask: questions, she_said: said } }: { answer: Answer }) {
  const words = { picture: PICTURES[id] ?? 'question', question: t(`visits-answer-${id}`), ask: questions };
  if (!said) return <AnswerRow {...words} known={known} />;
  return (
    <AnswerRow {...words}>
      <p>{t(`visits-asked-${said}`)}</p>
      {known.map((pair, at) => <p key={at} class="answer-known"><Hers pair={pair} /></p>)}
    </AnswerRow>
  );
}

/** Deleting asks once, and the next screen offers it back. */
function Delete({ id, refused }: { id: string; refused: (error: unknown) => void }) {
  const [sure, setSure] = useState(false);
  if (!sure) return <Button kind="link" class="delete" press={() => setSure(true)}>{t('visits-delete-button')}</Button>;
  return (
    <div class="card">
      <h2>{t('visits-delete-sure')}</h2>
      <p class="quiet small">{t('visits-delete-words')}</p>
      <div class="buttons">
        <Button kind="second" small press={() => void ask('visit-delete', { id }).then(() => go('/visits?deleted=1', { replace: true }), refused)}>{t('visits-delete-yes')}</Button>
        <Button kind="second" small press={() => setSure(false)}>{t('visits-delete-no')}</Button>
      </div>
    </div>
  );
}
