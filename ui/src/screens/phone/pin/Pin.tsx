import { useRef, useState } from 'preact/hooks';
import { Choices, ErrorNotice, Notice, Page, PressRow, Section } from '../../../components/index.ts';
import { ask } from '../../../door/index.ts';
import { anew } from '../../../lock/index.ts';
import { useAsk, useSession } from '../../../session.tsx';
import { t } from '../../../words/index.ts';
import { NotAnswered } from '../../trouble/NotAnswered.tsx';
import { OwnLock } from './OwnLock.tsx';
import '../Phone.css';

const MINUTES = [0, 1, 5, 15];

/** The PIN and what follows from it. The rows are the same in either space, and whether or not there is a second one. */
export function Pin() {
  const { settings, change } = useSession();
  const { answer: lock, error, again, set } = useAsk('lock', {});
  const [added, setAdded] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const busy = useRef(false);
  if (!lock) return error ? <NotAnswered error={error} again={again} /> : null;
  const lockNow = () => void ask('lock-now', {}).then(anew, setRefused);
  const addExamples = () => {
    if (busy.current) return;
    busy.current = true;
    ask('visit-examples', {}).then(() => {
      setAdded(true);
      // The row that was pressed is gone.
      document.querySelector('h1')?.focus({ preventScroll: true });
    }, setRefused).finally(() => { busy.current = false; });
  };
  return (
    <Page title={t('settings-pin-title')} sub={t('settings-pin-hint')} back={{ words: t('settings-delete-back'), to: '/phone' }}>
      {refused ? <ErrorNotice error={refused} /> : null}
      {lock.pin ? (
        <>
          <PressRow sign="lock" press={lockNow}>{t('settings-pin-lock-now')}</PressRow>
          <PressRow sign="pen" to="/phone/pin/set" detail={lock.weak ? t('settings-pin-weak') : undefined}>{t('settings-pin-change')}</PressRow>
          <PressRow sign="close" to="/phone/pin/remove">{t('settings-pin-remove')}</PressRow>
          <div class="phone-next">
            <Choices
              question={t('settings-pin-after')}
              choices={MINUTES.map((minutes) => ({ value: minutes, words: t(`settings-pin-after-${minutes}`) }))}
              value={settings.lock_after}
              choose={(lock_after) => void change({ lock_after }).catch(setRefused)}
            />
          </div>
          {lock.by_owner === 'never' ? null : <OwnLock on={lock.by_owner === 'on'} changed={set} />}
        </>
      ) : <PressRow sign="lock" to="/phone/pin/set" detail={t('settings-pin-set-detail')}>{t('settings-pin-set')}</PressRow>}
      <Section title={t('settings-pin-spaces')}>
        <PressRow sign="lock" press={lockNow}>{t('settings-pin-other')}</PressRow>
        <PressRow sign="plus" to="/phone/pin/second" detail={t('settings-second-detail')}>{t('settings-second-title')}</PressRow>
        {added
          ? <div class="phone-next"><Notice kind="ok" now><p>{t('settings-pin-examples-done')}</p></Notice></div>
          : <PressRow sign="visits" press={addExamples} detail={t('settings-pin-examples-detail')}>{t('settings-pin-examples')}</PressRow>}
      </Section>
      <p class="foot">{t('settings-pin-nobody')}</p>
    </Page>
  );
}
