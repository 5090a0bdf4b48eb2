import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, Card, ErrorNotice, Field, Switch } from '../../../components/index.ts';
import { ask, type Lock, Refused } from '../../../door/index.ts';
import { whileAsked } from '../../../lock/index.ts';
import { t } from '../../../words/index.ts';
import { whyNot, Waiting } from '../../lock/Waiting.tsx';

/** The phone's own lock as a second way in. Turned on with the PIN and then by the phone; turned off with a touch. */
export function OwnLock({ on, changed }: { on: boolean; changed: (lock: Lock) => void }) {
  const [asks, setAsks] = useState(false);
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const under = useRef(false);
  const box = useRef<HTMLDivElement>(null);

  const then = (asking: () => Promise<Lock>) => {
    if (under.current) return;
    under.current = true;
    setBusy(true);
    setRefused(undefined);
    const over = () => {
      under.current = false;
      setBusy(false);
      setPin('');
    };
    asking().then(
      (lock) => {
        over();
        setAsks(false);
        changed(lock);
        // The button that was pressed goes with its form.
        box.current?.querySelector('input')?.focus();
      },
      (error: unknown) => {
        over();
        setRefused(error);
      },
    );
  };
  // It looks as it is: what stands between is the question.
  const turn = () => {
    setRefused(undefined);
    setAsks(!asks);
  };
  useEffect(() => {
    if (asks) box.current?.querySelector<HTMLElement>('form input, form button')?.focus();
  }, [asks]);
  const atPin = refused instanceof Refused && refused.field === 'current';
  const seconds = atPin ? Number(refused.args['seconds'] ?? 0) : 0;
  return (
    <div class="phone-next" ref={box}>
      <Switch on={on} turn={turn} detail={t('settings-pin-owner-risk')}>{t('settings-pin-owner')}</Switch>
      {refused && !atPin ? <div class="phone-next"><ErrorNotice error={refused} /></div> : null}
      {asks ? (
        <div class="phone-next">
          <Card>
            <form
              class="stack"
              noValidate
              onSubmit={(event) => {
                event.preventDefault();
                then(() => (on ? ask('owner-off', {}) : whileAsked(ask('owner-on', { pin }))));
              }}
            >
              {on ? <p>{t('settings-pin-owner-ends')} {t('settings-pin-owner-know')}</p> : <p>{t('settings-pin-owner-how')}</p>}
              {on ? null : <Field label={t('settings-pin-field-current')} error={atPin ? whyNot(refused) : undefined} value={pin} change={setPin} secret ltr most={64} />}
              {seconds > 0 ? <Waiting key={seconds} seconds={seconds} over={() => setRefused(undefined)} /> : null}
              <div class="section"><Button submit>{t(busy ? 'settings-lock-opening' : on ? 'settings-pin-owner-off' : 'settings-pin-owner-on')}</Button></div>
            </form>
          </Card>
        </div>
      ) : null}
    </div>
  );
}
