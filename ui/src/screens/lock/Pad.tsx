import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, Press, Sign } from '../../components/index.ts';
import { covered } from '../../cover/index.ts';
import { ask, type Opened, Refused } from '../../door/index.ts';
import { t } from '../../words/index.ts';
import { toTrouble } from '../../lock/index.ts';
import { whyNot, Waiting } from './Waiting.tsx';
import './Lock.css';

const MOST = 64;

interface PadProps {
  /** Seconds until the next try. */
  wait: number;
  opened: (opened: Opened) => void;
  /** Stands on a screen that has a heading of its own. */
  under?: boolean;
}

/** A field for a PIN with ten large keys, or a keyboard for a passphrase. A keyboard of any kind works as well as a finger. */
export function Pad({ wait: told, opened, under = false }: PadProps) {
  const [typed, setTyped] = useState('');
  const [letters, setLetters] = useState(false);
  const [shown, setShown] = useState(false);
  const [{ wait, answers }, setAnswer] = useState({ wait: told, answers: 0 });
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const Title = under ? 'h2' : 'h1';
  const title = useRef<HTMLHeadingElement>(null);

  // Each answer begins a wait of its own: the same number of seconds again is another wait.
  const setWait = (seconds: number) => setAnswer((before) => ({ wait: seconds, answers: before.answers + 1 }));
  useEffect(() => setAnswer((before) => (before.wait === told ? before : { wait: told, answers: before.answers + 1 })), [told]);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);

  const type = (more: string) => {
    setSaid('');
    setTyped((before) => (before + more).slice(0, MOST));
  };
  const rub = () => setTyped((before) => before.slice(0, -1));
  const refuse = (error: unknown) => {
    setBusy(false);
    setTyped('');
    // The PIN was right, and what it opens is damaged.
    if (!under && toTrouble(error)) return;
    if (error instanceof Refused) setWait(Number(error.args['seconds'] ?? 0));
    setSaid(whyNot(error));
  };
  const open = () => {
    if (busy || wait > 0) return;
    setBusy(true);
    setSaid('');
    ask('unlock', { pin: typed }).then(opened, refuse);
  };
  const over = () => {
    const ready = (left: number) => {
      setWait(left);
      if (left === 0) setSaid(t('settings-lock-try'));
    };
    ask('lock', {}).then((lock) => ready(lock.wait), () => ready(0));
  };
  // What was typed is not there for whoever comes back, and a wait may have begun or ended.
  useEffect(() => {
    const turned = () => {
      if (document.visibilityState === 'visible') void ask('lock', {}).then((lock) => setWait(lock.wait), () => undefined);
      setTyped('');
      setShown(false);
      setSaid('');
    };
    document.addEventListener('visibilitychange', turned);
    return () => document.removeEventListener('visibilitychange', turned);
  }, []);
  const enter = useRef(open);
  enter.current = open;
  // A keyboard types wherever the focus is: after the cover it is on the heading.
  useEffect(() => {
    const keyed = (event: KeyboardEvent) => {
      if (event.target === field.current || covered()) return;
      // A key that is on has the space bar for itself.
      if (/^\S$/u.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) type(event.key);
      else if (event.key === 'Backspace') rub();
      else if (event.key === 'Enter' && !(event.target instanceof Element && event.target.closest('a, button, input'))) enter.current();
    };
    window.addEventListener('keydown', keyed);
    return () => window.removeEventListener('keydown', keyed);
  }, []);
  return (
    <form
      class={letters ? 'pad pad-letters' : 'pad'}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        open();
      }}
    >
      <Title tabIndex={-1} id="pad-title" ref={title}>{t('settings-lock-title')}</Title>
      <div class="pad-said">
        <p role="status">{said}</p>
        {wait > 0 ? <Waiting key={answers} seconds={wait} over={over} /> : null}
      </div>
      <input
        ref={field}
        class="pad-field"
        {...(letters && shown ? {} : { type: 'password' as const })}
        inputMode={letters ? 'text' : 'none'}
        aria-labelledby="pad-title"
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellcheck={false}
        dir={letters ? 'auto' : 'ltr'}
        maxLength={MOST}
        value={typed}
        onInput={(event) => {
          setSaid('');
          setTyped(event.currentTarget.value);
        }}
      />
      {letters ? (
        <div class="pad-more">
          <Button kind="link" small pressed={shown} press={() => setShown(!shown)}>{t('settings-lock-show')}</Button>
          <Button kind="link" small press={() => {
            setLetters(false);
            title.current?.focus({ preventScroll: true });
          }}>{t('settings-lock-digits')}</Button>
        </div>
      ) : (
        <div class="pad-keys" dir="ltr">
          {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => <Press key={digit} class="pad-key" press={() => type(digit)}>{digit}</Press>)}
          <Press
            class="pad-key pad-key-plain"
            label={t('settings-lock-letters')}
            press={() => {
              setLetters(true);
              requestAnimationFrame(() => field.current?.focus());
            }}
          >
            <Sign name="pen" />
          </Press>
          <Press class="pad-key" press={() => type('0')}>0</Press>
          <Press class="pad-key pad-key-plain" label={t('settings-lock-rub')} press={rub}><Sign name="erase" /></Press>
        </div>
      )}
      <Button submit>{t(busy ? 'settings-lock-opening' : 'settings-lock-open')}</Button>
    </form>
  );
}
