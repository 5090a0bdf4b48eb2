import { useRef, useState } from 'preact/hooks';
import { anew, whileAsked } from '../../lock/index.ts';
import { Button, ErrorNotice, Notice, Page, Section } from '../../components/index.ts';
import { ask, type ErrorCode } from '../../door/index.ts';
import { go } from '../../router/index.ts';
import { useAsk, useSession } from '../../session.tsx';
import { t } from '../../words/index.ts';
import { takeFocus } from '../focus.ts';
import { Pad } from '../lock/Pad.tsx';

/** What she saved cannot be read or kept: why, what works all the same, and a way on. Reading is never blocked. */
export function Trouble() {
  const { trouble, settings, change, reopen } = useSession();
  const { answer: lock, again: lookAgain } = useAsk('lock', {});
  const [asked, setAsked] = useState<'new' | 'copy' | 'pin'>();
  const [error, setError] = useState<unknown>();
  const busy = useRef(false);

  const on = () => {
    // Without a file the answer holds until the app closes; then the first run is shown again, which is no harm.
    change({ welcomed: true }).then(() => go('/', { replace: true }), setError);
  };
  const startAgain = () => {
    ask('start-again', {}).then((opened) => reopen(opened)).then(() => go(asked === 'copy' ? '/phone/move/in' : settings.welcomed ? '/' : '/promises', { replace: true }), setError);
  };

  const byOwner = () => {
    if (busy.current) return;
    busy.current = true;
    const refuse = (refused: unknown) => {
      setError(refused);
      // What it did not open is off from then on.
      lookAgain();
    };
    whileAsked(ask('unlock-by-owner', {})).then(anew, refuse).finally(() => { busy.current = false; });
  };
  const notNow = () => {
    setAsked(undefined);
    document.querySelector('h1')?.focus();
  };
  return (
    <Page title={t('settings-trouble-title')}>
      {trouble ? <Notice now><p>{t(`errors-${trouble}`)}</p><p>{wayOn(trouble)}</p></Notice> : null}
      {error ? <ErrorNotice error={error} /> : null}
      <Section title={t('settings-trouble-works')}>
        <p>{t('settings-trouble-works-words')}</p>
        {trouble ? <p class="quiet">{t('settings-trouble-not-kept')}</p> : null}
      </Section>
      {asked === 'pin' ? (
        <div class="section">
          <Pad wait={0} under opened={(opened) => void anew(opened)} />
          <div class="section"><Button kind="second" press={notNow}>{t('cards-way-back')}</Button></div>
        </div>
      ) : asked ? (
        <Section>
          <h2 tabIndex={-1} ref={takeFocus}>{t('settings-trouble-sure')}</h2>
          {asked === 'copy' ? <p>{t('settings-trouble-copy-words')}</p> : null}
          <p>{t('settings-trouble-sure-words')}</p>
          <div class="section stack">
            <Button kind="second" press={startAgain}>{t('settings-trouble-sure-yes')}</Button>
            <Button kind="second" press={notNow}>{t('settings-trouble-sure-no')}</Button>
          </div>
        </Section>
      ) : (
        <div class="section stack">
          <Button press={on} goesOn>{t('settings-trouble-on')}</Button>
          {trouble === 'vault-damaged' || trouble === 'vault-key-lost' ? (
            <>
              {trouble === 'vault-damaged' ? <Button kind="second" sign="lock" press={() => setAsked('pin')}>{t('settings-trouble-pin')}</Button> : null}
              {trouble === 'vault-damaged' && lock?.by_owner === 'on' ? <Button kind="second" press={byOwner}>{t('settings-lock-owner')}</Button> : null}
              {lock && !lock.pin ? <Button kind="second" press={() => void ask('unlock-without', {}).then(anew, setError)}>{t('settings-lock-without')}</Button> : null}
              <Button kind="second" press={() => setAsked('copy')}>{t('settings-trouble-copy')}</Button>
              <Button kind="second" press={() => setAsked('new')}>{t('settings-trouble-again')}</Button>
              <p class="quiet small">{t('settings-trouble-again-detail')}</p>
            </>
          ) : null}
        </div>
      )}
    </Page>
  );
}

function wayOn(trouble: ErrorCode): string {
  switch (trouble) {
    case 'cannot-save':
      return t('settings-trouble-room');
    case 'vault-newer':
    case 'already-open':
      return t('settings-trouble-reopen');
    default:
      return '';
  }
}
