import { useState } from 'preact/hooks';
import { Button, EnglishDay, Notice, Page, Section, ToSay } from '../../components/index.ts';
import type { Pair, Visit } from '../../door/index.ts';
import { copy } from '../../platform/index.ts';
import { useAsk, useSession } from '../../session.tsx';
import { type Args, t, tEnglish } from '../../words/index.ts';
import type { ScreenProps } from '../routes.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';
import { edit } from './add/draft.ts';
import { Calls } from './Calls.tsx';
import './OneVisit.css';

/** "I can't come": the number, the English to say, and what comes after. No blame. */
export function CannotCome({ params }: ScreenProps) {
  const { languages, settings } = useSession();
  const { answer: visit, error, again } = useAsk('visit', { id: params['id'] ?? '' });
  const [copied, setCopied] = useState<boolean>();
  if (!visit) return error ? <NotAnswered error={error} again={again} /> : null;
  const language = languages.find(({ tag }) => tag === settings.language)?.english ?? 'English';
  const script = sentences(visit, language);
  const english = script.map((pair) => pair.english.map((span) => span.text).join('')).join(' ');
  return (
    <Page
      title={t('visits-cannot-title')}
      sub={<><bdi>{visit.card.title}</bdi> · <EnglishDay day={visit.card.day} time={visit.card.time} /></>}
      back={{ words: t('visits-back-one'), to: `/visits/${visit.card.id}` }}
    >
      <p>{t('visits-cannot-words')}</p>
      <Calls calls={visit.calls} add={() => edit(visit, 'phone')} title="visits-cannot-call" />
      <Section title={t('visits-cannot-say')}>
        {script.map((pair, at) => <ToSay key={at} pair={pair} />)}
        <p class="section quiet small">{t('visits-cannot-text')}</p>
        <Button kind="second" sign="copy" press={() => void copy(english).then(setCopied)}>{t('visits-cannot-copy')}</Button>
        {copied === undefined ? null : <Notice kind={copied ? 'ok' : 'quiet'} now><p>{t(copied ? 'visits-cannot-copied' : 'visits-cannot-refused')}</p></Notice>}
      </Section>
      <Section title={t('visits-cannot-after')}>
        <Button kind="second" sign="pen" press={() => edit(visit, 'day')}>{t('visits-change-button')}</Button>
      </Section>
    </Page>
  );
}

/** What she says, in English, each sentence with her language under it. */
function sentences({ card: { day, time }, interpreter_english: interpreter }: Visit, language: string): Pair[] {
  const cannot = time
    ? say('visits-script-cannot', { day: day.english, time: time.english }, { day: day.hers?.text ?? day.english, time: time.english })
    : say('visits-script-cannot-untimed', { day: day.english }, { day: day.hers?.text ?? day.english });
  const need = interpreter === null ? [] : [say('visits-script-interpreter', { language })];
  return [cannot, ...need, say('visits-script-new-day'), say('visits-script-write')];
}

function say(id: string, english?: Args, hers = english): Pair {
  return {
    hers: [{ text: t(id, hers), strong: false }],
    english: [{ text: tEnglish(id, english), strong: false }],
    facts: [],
    picture: null,
    ask: true,
    after_loss: true,
  };
}
