import { useState } from 'preact/hooks';
import { Button, errorWords, Notice, Page, PressRow, Section, Spans, Switch } from '../../components/index.ts';
import { ask, type Letter, type LetterTicks } from '../../door/index.ts';
import { copy } from '../../platform/index.ts';
import { useAsk, useSession } from '../../session.tsx';
import { readsEnglish, t } from '../../words/index.ts';
import { toHold } from '../cards/hold.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';
import type { ScreenProps } from '../routes.ts';
import { LetterLines, Sheet } from './Sheet.tsx';
import { keepTicks, ticksOf } from './ticks.ts';

/** S43: a sheet of paper that she can hold up, copy or keep. She ticks what it says. */
export function LetterForFare({ params }: ScreenProps) {
  const visit = params['visit'] ?? '';
  const { settings } = useSession();
  const [ticks, setTicks] = useState(() => ticksOf(visit, settings.interpreter.needed ?? settings.language !== 'en-GB'));
  const { answer: letter, error, again } = useAsk('letter', { visit, ticks });
  const [done, setDone] = useState<Done>();

  const tick = (change: Partial<LetterTicks>) => {
    const next = { ...ticks, ...change };
    keepTicks(visit, next);
    setTicks(next);
    setDone(undefined);
  };
  const save = () => void ask('letter-save', { visit, ticks }).then(() => setDone({ saved: true }), (refused: unknown) => setDone({ refused }));

  if (!letter) return error ? <NotAnswered error={error} again={again} /> : null;
  return (
    <Page title={t('money-letter-title')} back={{ words: t('money-letter-back'), to: `/money/trip/${visit}` }} class="letter">
      <Sheet><LetterLines letter={letter} /></Sheet>
      <div class="buttons letter-buttons">
        <Button sign="full-screen" {...toHold(`/money/letter/${visit}/show`)}>{t('money-letter-show')}</Button>
        <Button kind="second" sign="copy" press={() => void copy(letter.text).then((copied) => setDone({ copied }))}>{t('money-letter-copy')}</Button>
      </div>
      {done?.saved ? null : <div class="letter-save"><Button kind="second" press={save}>{t('money-letter-save')}</Button></div>}
      <WasDone done={done} />
      {ticks.day_and_fare && !letter.lines.some((line) => line.id === 'fare') ? (
        <div class="after">
          <PressRow picture="bus-fare" to={`/money/trip/${visit}`} detail={t('money-letter-no-fare-detail')}>{t('money-letter-no-fare')}</PressRow>
        </div>
      ) : null}
      <Section title={t('money-letter-ticks')}>
        <div class="stack">
          <Switch on={ticks.day_and_fare} turn={(on) => tick({ day_and_fare: on })}>{t('money-letter-tick-day')}</Switch>
          <Switch on={ticks.language} turn={(on) => tick({ language: on })}>{t('money-letter-tick-language')}</Switch>
          <Switch on={ticks.name} turn={(on) => tick({ name: on })}>{t('money-letter-tick-name')}</Switch>
          <Switch on={ticks.hc2} turn={(on) => tick({ hc2: on })}>{t('money-letter-tick-hc2')}</Switch>
        </div>
        <p class="quiet after">{t('money-letter-never')}</p>
      </Section>
      {readsEnglish() ? null : <InHerLanguage letter={letter} />}
    </Page>
  );
}

interface Done {
  copied?: boolean;
  saved?: boolean;
  refused?: unknown;
}

/** What came of a press, said once. */
function WasDone({ done }: { done: Done | undefined }) {
  if (!done) return null;
  return (
    <div class="after">
      {done.saved ? <Notice kind="ok" now><p>{t('money-letter-saved')}</p></Notice> : null}
      {done.copied ? <Notice kind="ok" now><p>{t('money-letter-copied')}</p></Notice> : null}
      {done.copied === false ? <Notice now><p>{t('money-letter-not-copied')}</p></Notice> : null}
      {done.refused ? <Notice now><p>{errorWords(done.refused)}</p></Notice> : null}
    </div>
  );
}

function InHerLanguage({ letter }: { letter: Letter }) {
  return (
    <Section title={t('money-letter-hers')}>
      <div class="card letter-hers">{letter.lines.map((line) => <p key={line.id}><Spans spans={line.hers} /></p>)}</div>
    </Section>
  );
}
