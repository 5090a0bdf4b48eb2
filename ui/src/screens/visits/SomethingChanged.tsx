import { useState } from 'preact/hooks';
import { Button, ErrorNotice, Page, PressRow, Section } from '../../components/index.ts';
import { back } from '../../router/index.ts';
import { useAsk, useSession } from '../../session.tsx';
import { t } from '../../words/index.ts';
import './SomethingChanged.css';

/** S44: one quiet switch, reversible. What it is about is said once, before it is on; afterwards no word of it is left. */
export function SomethingChanged() {
  const { settings, change } = useSession();
  return settings.loss ? <ItIsQuiet undo={() => change({ loss: false })} /> : <MakeItQuiet turnOn={() => change({ loss: true })} />;
}

function MakeItQuiet({ turnOn }: { turnOn: () => Promise<void> }) {
  const [error, setError] = useState<unknown>();
  return (
    <Page title={t('settings-changed-title')} back={{ words: t('visits-back-list'), to: '/visits' }}>
      <p>{t('settings-changed-what')}</p>
      <p class="section">{t('settings-changed-sorry')}</p>
      <Section title={t('settings-changed-does')}>
        <ul class="card card-rows changed">
          {['quiet', 'away', 'words', 'stay', 'undo'].map((line) => <li key={line}>{t(`settings-changed-does-${line}`)}</li>)}
        </ul>
      </Section>
      {error ? <ErrorNotice error={error} /> : null}
      <div class="section stack">
        <Button press={() => void turnOn().catch(setError)}>{t('settings-changed-turn-on')}</Button>
        <Button kind="second" press={() => back('/visits')}>{t('settings-changed-not-now')}</Button>
      </div>
    </Page>
  );
}

function ItIsQuiet({ undo }: { undo: () => Promise<void> }) {
  const { answer: visits } = useAsk('visits', {});
  const [error, setError] = useState<unknown>();
  return (
    <Page title={t('settings-changed-on')} back={{ words: t('visits-back-list'), to: '/visits' }}>
      <p>{t('settings-changed-on-words')}</p>
      {visits && visits.put_away > 0 ? <p>{t('settings-changed-on-away', { count: String(visits.put_away) })}</p> : null}
      <div class="section"><PressRow picture="two-women" to="/help">{t('settings-changed-on-help')}</PressRow></div>
      {error ? <ErrorNotice error={error} /> : null}
      <div class="section"><Button kind="second" press={() => void undo().catch(setError)}>{t('settings-changed-turn-off')}</Button></div>
    </Page>
  );
}
