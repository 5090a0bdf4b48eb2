import { useState } from 'preact/hooks';
import { Button, ErrorNotice, Press, Section, Sign } from '../../components/index.ts';
import { ask } from '../../door/index.ts';
import { anew } from '../../lock/index.ts';
import { t } from '../../words/index.ts';
import { takeFocus } from '../focus.ts';

/** Nobody can open it without the PIN, or without the phone's own lock where that is on: said plainly, with what is left to do, asked twice. */
export function Forgotten({ owner, back }: { owner: boolean; back: () => void }) {
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const erase = () => void ask('erase', { part: 'everything' }).then(() => ask('open', {})).then(anew).catch(setRefused);
  return (
    <div class="page">
      <Press class="back" press={back}><Sign name="back" /><span>{t('settings-lock-back')}</span></Press>
      <h1 tabIndex={-1} ref={takeFocus}>{t('settings-lock-forgotten')}</h1>
      {refused ? <ErrorNotice error={refused} /> : null}
      <div class="stack section">
        <p>{t(owner ? 'settings-forgotten-owner' : 'settings-forgotten-nobody')}</p>
        <p>{t('settings-forgotten-copy')}</p>
      </div>
      {asked ? (
        <Section>
          <h2 tabIndex={-1} ref={takeFocus}>{t('settings-delete-everything-twice')}</h2>
          <p>{t('settings-forgotten-sure')}</p>
          <div class="section stack">
            <Button kind="second" sign="erase" press={erase}>{t('settings-delete-everything-yes')}</Button>
            <Button press={back}>{t('settings-delete-no')}</Button>
          </div>
        </Section>
      ) : (
        <div class="section"><Button kind="second" sign="erase" press={() => setAsked(true)}>{t('settings-forgotten-erase')}</Button></div>
      )}
    </div>
  );
}
