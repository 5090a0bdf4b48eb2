import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button, Card, ErrorNotice, errorWords, Field, Notice, Page, Question, Switch } from '../../../components/index.ts';
import { ask, type Lock, type NewPin, Refused } from '../../../door/index.ts';
import { anew, note } from '../../../lock/index.ts';
import { up } from '../../../router/index.ts';
import { useAsk } from '../../../session.tsx';
import { t } from '../../../words/index.ts';
import { takeFocus } from '../../focus.ts';
import { whyNot, Waiting } from '../../lock/Waiting.tsx';
import { NotAnswered } from '../../trouble/NotAnswered.tsx';

const UP = '/phone/pin';

/** A new PIN for this space. */
export function SetPin() {
  const { answer: lock, error, again } = useAsk('lock', {});
  const [done, setDone] = useState(false);
  if (done) return <Done words={t('settings-pin-done')} />;
  if (!lock) return error ? <NotAnswered error={error} again={again} /> : null;
  return <PinForm title={t(lock.pin ? 'settings-pin-change' : 'settings-pin-set')} current={lock.pin} fresh send={(pin) => ask('pin-set', pin)} done={() => setDone(true)} />;
}

/** No PIN from now on. */
export function RemovePin() {
  const { answer: lock } = useAsk('lock', {});
  const [done, setDone] = useState(false);
  if (done) return <Done words={t('settings-pin-removed')} />;
  return (
    <PinForm
      title={t('settings-pin-remove')}
      hint={`${t('settings-pin-remove-hint')}${lock?.by_owner === 'on' ? ` ${t('settings-pin-owner-ends')}` : ''}`}
      next={t('settings-pin-remove-yes')}
      current
      send={({ current = '' }) => ask('pin-remove', { pin: current })}
      done={() => setDone(true)}
    />
  );
}

/** The second space: what it is, what it is not, and its PIN. */
export function SecondSpace() {
  const { answer: lock, error, again } = useAsk('lock', {});
  const [on, setOn] = useState(false);
  const [done, setDone] = useState(false);
  if (done) return <Done words={t('settings-second-done')}><p>{t('settings-second-done-then')}</p></Done>;
  if (!lock) return error ? <NotAnswered error={error} again={again} /> : null;
  if (on) return <PinForm title={t('settings-second-pin')} hint={t('settings-second-pin-hint')} current fresh send={(pin) => ask('second-space', pin)} done={() => setDone(true)} />;
  return (
    <Page title={t('settings-second-title')} back={{ words: t('settings-pin-title'), to: UP }}>
      <div class="stack">
        <p>{t('settings-second-what')}</p>
        <p>{t('settings-second-which')}</p>
        <p>{t('settings-second-apart')}</p>
      </div>
      <section class="section stack">
        <h2>{t('settings-second-not')}</h2>
        <p>{t('settings-second-glance')}</p>
        <p>{t('settings-second-time')}</p>
        <p>{t('settings-second-reminders')}</p>
      </section>
      <div class="section stack">
        {lock.pin ? <Button press={() => setOn(true)} goesOn>{t('settings-second-on')}</Button> : (
          <>
            <Notice><p>{t('settings-second-first')}</p></Notice>
            <Button to="/phone/pin/set" goesOn>{t('settings-pin-set')}</Button>
          </>
        )}
      </div>
    </Page>
  );
}

interface PinFormProps {
  title: string;
  hint?: string;
  next?: string;
  /** Asks for the PIN that there is. */
  current: boolean;
  /** Asks for a new one, twice. */
  fresh?: boolean;
  send: (pin: NewPin) => Promise<Lock>;
  done: () => void;
}

function PinForm({ title, hint, next, current: asks, fresh = false, send, done }: PinFormProps) {
  const [current, setCurrent] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [shown, setShown] = useState(false);
  const [differ, setDiffer] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>();

  const save = (weak: boolean) => {
    if (busy) return;
    setDiffer(false);
    setRefused(undefined);
    if (fresh && !shown && pin !== again) {
      setDiffer(true);
      return;
    }
    setBusy(true);
    send({ ...(asks ? { current } : {}), pin, weak }).then(
      (lock) => {
        note(lock);
        done();
      },
      (error: unknown) => {
        setBusy(false);
        setRefused(error instanceof Refused ? error : undefined);
      },
    );
  };
  const weak = refused?.code === 'pin-weak';
  const wrongCurrent = refused?.field === 'current';
  const wrongPin = fresh && refused?.field === 'pin' && !weak;
  const seconds = Number(refused?.args['seconds'] ?? 0);
  const secret = { secret: !shown, ltr: true, most: 64 };
  return (
    <Question title={title} hint={hint} back={{ words: t('settings-pin-title'), to: UP }} next={busy ? t('settings-lock-opening') : next ?? t('settings-pin-save')} onNext={() => save(false)}>
      {refused && !weak && !wrongCurrent && !wrongPin ? <ErrorNotice error={refused} /> : null}
      {weak ? (
        <Card>
          <p tabIndex={-1} ref={takeFocus}><strong>{errorWords(refused)}</strong></p>
          <p>{t('settings-pin-weak')}</p>
          <div class="section"><Button kind="second" press={() => save(true)}>{t('settings-pin-weak-yes')}</Button></div>
        </Card>
      ) : null}
      {asks ? <Field label={t('settings-pin-field-current')} error={wrongCurrent ? whyNot(refused) : undefined} value={current} change={setCurrent} {...secret} /> : null}
      {seconds > 0 ? <div><Waiting key={seconds} seconds={seconds} over={() => setRefused(undefined)} /></div> : null}
      {fresh ? <Field label={t('settings-pin-field-new')} hint={t('settings-pin-field-hint')} error={wrongPin ? errorWords(refused) : undefined} value={pin} change={setPin} {...secret} /> : null}
      {fresh && !shown ? <Field label={t('settings-pin-field-again')} error={differ ? t('settings-pin-differ') : undefined} value={again} change={setAgain} {...secret} /> : null}
      <Switch on={shown} turn={setShown}>{t('settings-lock-show')}</Switch>
      {fresh ? <p class="quiet small">{t('settings-pin-nobody')}</p> : null}
    </Question>
  );
}

/** It is done. The way to try it at once stands beside the way back. */
function Done({ words, children }: { words: string; children?: ComponentChildren }) {
  const [refused, setRefused] = useState<unknown>();
  return (
    <Page title={t('settings-pin-title')}>
      <Notice kind="ok" now><p>{words}</p></Notice>
      {refused ? <ErrorNotice error={refused} /> : null}
      {children ? <div class="section">{children}</div> : null}
      <div class="section stack">
        <Button press={() => up(UP)}>{t('settings-pin-ready')}</Button>
        {children ? <Button kind="second" sign="lock" press={() => void ask('lock-now', {}).then(anew, setRefused)}>{t('settings-pin-lock-now')}</Button> : null}
      </div>
    </Page>
  );
}
