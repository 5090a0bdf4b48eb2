import { useEffect, useState } from 'preact/hooks';
import { Button, errorWords, Press, Sign } from '../../components/index.ts';
import type { Language, Lock as Stand } from '../../door/index.ts';
import { ask } from '../../door/index.ts';
import { anew, toTrouble, whileAsked } from '../../lock/index.ts';
import { useSession } from '../../session.tsx';
import { speak, t } from '../../words/index.ts';
import { takeFocus } from '../focus.ts';
import { Forgotten } from './Forgotten.tsx';
import { Pad } from './Pad.tsx';
import './Lock.css';

/** S81: a pad and nothing else. No word on it says what the app is for. */
export function Lock() {
  const [part, setPart] = useState<'pad' | 'languages' | 'forgotten'>('pad');
  const [stand, setStand] = useState<Stand>();
  const [asked, setAsked] = useState<{ busy: boolean; error?: unknown }>({ busy: false });
  const look = () => void ask('lock', {}).then(setStand, () => undefined);
  useEffect(look, []);
  const owner = stand?.by_owner === 'on';
  if (part === 'forgotten') return <Forgotten owner={owner} back={() => setPart('pad')} />;
  if (part === 'languages') return <Languages chosen={() => setPart('pad')} />;
  const refuse = (error: unknown) => {
    if (toTrouble(error)) return;
    setAsked({ busy: false, error });
    look();
  };
  const without = () => void ask('unlock-without', {}).then(anew, refuse);
  // Only ever by her touch: a phone that asks by itself opens for whoever holds it to her.
  const byOwner = () => {
    if (asked.busy) return;
    setAsked({ busy: true });
    whileAsked(ask('unlock-by-owner', {})).then(anew, refuse);
  };
  return (
    <div class="page lock">
      <Pad wait={stand?.wait ?? 0} opened={(opened) => void anew(opened)} />
      <p class="lock-said" role="status">{asked.error ? errorWords(asked.error) : ''}</p>
      {owner ? <Button kind="second" press={byOwner}>{t(asked.busy ? 'settings-lock-opening' : 'settings-lock-owner')}</Button> : null}
      {stand && !stand.pin ? <Button kind="second" press={without}>{t('settings-lock-without')}</Button> : null}
      <Button kind="link" press={() => setPart('forgotten')}>{t('settings-lock-forgotten')}</Button>
      <div class="lock-foot">
        <Button kind="second" small sign="language" press={() => setPart('languages')}>{t('today-header-language')}</Button>
        <Button kind="urgent-second" small sign="call" dial="999" label={t('danger-emergency-call')}>999</Button>
      </div>
    </div>
  );
}

/** The words of the lock alone: nothing is kept, and what she saved opens in its own language. */
function Languages({ chosen }: { chosen: () => void }) {
  const { languages } = useSession();
  const choose = (language: Language) => void speak(language).then(chosen);
  return (
    <div class="page lock">
      <h1 tabIndex={-1} ref={takeFocus}>{t('settings-language-title')}</h1>
      <div class="stack">
        {languages.map((each) => (
          <Press key={each.tag} class="button button-second" press={() => choose(each)}>
            <span class={each.script} lang={each.tag} dir={each.dir}>{each.endonym}</span>
          </Press>
        ))}
      </div>
      <Press class="back" press={chosen}><Sign name="back" /><span>{t('settings-lock-back')}</span></Press>
    </div>
  );
}
