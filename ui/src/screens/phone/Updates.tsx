import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, Choices, EnglishDay, ErrorNotice, Notice, Page, Section, wholeDay } from '../../components/index.ts';
import { ask, type Day, type UpdateChanges, type UpdateDoing, type UpdateNetworks, type Updates as Stand, type UpdateTrouble } from '../../door/index.ts';
import { useAsk, useSession } from '../../session.tsx';
import { heard, seen } from '../../updates/index.ts';
import { t } from '../../words/index.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';
import { type Did, outcome, size } from './outcome.ts';
import './Phone.css';
import './Updates.css';

const LOOK_AGAIN_MS = 1000;

/** S84: how new everything here is, what the last update brought, and looking for the next. */
export function Updates() {
  const { answer, error, again, set } = useAsk('updates', {});
  useEffect(() => {
    if (answer) heard(answer);
  }, [answer]);
  useFollowing(answer?.doing != null, again);
  if (!answer) return error ? <NotAnswered error={error} again={again} /> : null;
  return (
    <Page title={t('settings-updates-title')} sub={t('settings-updates-what')} back={{ words: t('settings-delete-back'), to: '/phone' }}>
      {answer.possible ? <Possible updates={answer} set={set} again={again} /> : <Impossible />}
    </Page>
  );
}

/** While an update runs the screen asks how far it is; not under the cover, and not once she has left. */
function useFollowing(running: boolean, again: () => void): void {
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => { if (seen()) again(); }, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [running, again]);
}

function Possible({ updates, set, again }: { updates: Stand; set: (updates: Stand) => void; again: () => void }) {
  const { change } = useSession();
  const [did, setDid] = useState<Did>();
  const [refused, setRefused] = useState<unknown>();
  const head = useRef<HTMLDivElement>(null);
  const stands = outcome(updates, did);
  useEffect(() => {
    // What she pressed is gone: what took its place is heard.
    if (document.activeElement === document.body) (head.current?.querySelector('h2') ?? document.querySelector('h1'))?.focus();
  }, [stands]);

  const told = (answering: Promise<Stand>, done: Did) => {
    setRefused(undefined);
    answering.then((answer) => {
      set(answer);
      setDid(done);
    }, setRefused);
  };
  const look = (large: boolean) => told(ask('updates-now', { large }), 'look');
  const choose = (update_networks: UpdateNetworks) => {
    setRefused(undefined);
    change({ update_networks }).then(again, setRefused);
  };
  return (
    <>
      {refused ? <ErrorNotice error={refused} /> : null}
      <div class="under" aria-live="polite" ref={head}>
        {stands === 'running' ? <h2 tabIndex={-1}>{t(updates.doing?.of == null ? 'settings-updates-looking' : 'settings-updates-getting')}</h2> : null}
        {stands === 'large' ? <h2 tabIndex={-1}>{t('settings-updates-large', { size: inWords(updates.large ?? 0) })}</h2> : null}
        {stands === 'trouble' && updates.trouble ? <Trouble trouble={updates.trouble} wentBack={updates.went_back} /> : null}
        {stands === 'stopped' ? <Notice><p>{t('settings-updates-stopped')} {updates.went_back ? null : t('settings-updates-unchanged')}</p></Notice> : null}
        {stands === 'newest' && !updates.behind ? <Notice kind="ok"><p>{t('settings-updates-newest')}</p></Notice> : null}
        {updates.behind && stands !== 'running' ? <Notice><p>{t('settings-updates-behind')}</p></Notice> : null}
      </div>
      {updates.went_back && stands !== 'running' ? <div class="under"><WentBack checked={updates.went_back} /></div> : null}
      {stands === 'running' && updates.doing ? (
        <Progress doing={updates.doing} stop={() => told(ask('updates-stop', {}), 'stop')} />
      ) : stands === 'large' ? (
        <div class="stack">
          <p>{t('settings-updates-large-detail')}</p>
          <Button press={() => look(true)}>{t('settings-updates-large-yes')}</Button>
          <Button kind="second" press={() => setDid('not-now')}>{t('settings-updates-large-no')}</Button>
        </div>
      ) : (
        <Button key="look" press={() => look(false)}>{t('settings-updates-now')}</Button>
      )}

      <ul class="card card-rows section">
        <Entry name={t('settings-updates-looked')} day={updates.last}>{updates.last ? null : t('settings-updates-never')}</Entry>
        {updates.brought ? <Entry name={t('settings-updates-brought')} day={updates.brought.day}><Changes changes={updates.brought.changes} /></Entry> : null}
      </ul>

      <div class="section">
        <Choices
          question={t('settings-updates-networks')}
          choices={NETWORKS.map((each) => ({ value: each, words: t(`settings-updates-network-${each}`), detail: each === 'any' ? t('settings-updates-network-any-detail') : undefined }))}
          value={updates.networks}
          choose={choose}
        />
      </div>

      <Section title={t('settings-updates-private')}>
        <div class="stack">
          <p>{t('settings-updates-same')}</p>
          <p>{t('settings-updates-small')}</p>
        </div>
      </Section>
    </>
  );
}

const NETWORKS: UpdateNetworks[] = ['any', 'free', 'none'];

/** A bar with words, and a way to stop. The numbers are not read out each second: what is read out stands above. */
function Progress({ doing, stop }: { doing: UpdateDoing; stop: () => void }) {
  const { done, of } = doing;
  const words = of === null ? t('settings-updates-goes-on') : t('settings-updates-bytes', { done: inWords(done), of: inWords(of) });
  return (
    <div class="stack">
      <progress aria-label={words} {...(of === null ? {} : { value: done, max: Math.max(of, 1) })} />
      <p>{words}</p>
      <Button kind="second" small press={stop}>{t('settings-updates-stop')}</Button>
    </div>
  );
}

/** Why the last one did not come to its end, that nothing has changed if that is so, and a way on. */
function Trouble({ trouble, wentBack }: { trouble: UpdateTrouble; wentBack: Day | null }) {
  return (
    <Notice>
      <p><strong>{t(`settings-updates-trouble-${trouble}`)} {wentBack ? null : t('settings-updates-unchanged')}</strong></p>
      <p>{t(`settings-updates-then-${trouble}`)}</p>
      {trouble === 'date' ? <PhoneDate /> : null}
    </Notice>
  );
}

/** What an update had brought is lost: what is here instead, how old that is, and what ends it. */
function WentBack({ checked }: { checked: Day }) {
  return (
    <Notice>
      <p>{t('settings-updates-went-back')}</p>
      <p>{t('settings-updates-checked')}: <strong><EnglishDay day={checked} /></strong></p>
      {checked.hers ? <p class="small">{wholeDay(checked)}</p> : null}
      <p>{t('settings-updates-went-back-then')}</p>
    </Notice>
  );
}

/** Today, as the phone has it. */
function PhoneDate() {
  const { answer } = useAsk('today', {});
  if (!answer) return null;
  const { today } = answer;
  return (
    <>
      <p>{t('settings-updates-date')}</p>
      <p><strong><EnglishDay day={today} /></strong></p>
      {today.hers ? <p class="small">{wholeDay(today)}</p> : null}
    </>
  );
}

/** No host was built in: it says so, and how old what is here is. */
function Impossible() {
  const { answer } = useAsk('about', {});
  return (
    <>
      <Notice><p><strong>{t('settings-updates-impossible')}</strong></p><p>{t('settings-updates-impossible-then')}</p></Notice>
      {answer ? <ul class="card card-rows section"><Entry name={t('settings-updates-checked')} day={answer.checked} /></ul> : null}
    </>
  );
}

function Entry({ name, day, children }: { name: string; day: Day | null; children?: ComponentChildren }) {
  return (
    <li class="phone-entry">
      <span class="quiet">{name}</span>
      {day ? <strong><EnglishDay day={day} /></strong> : null}
      {day?.hers ? <span class="quiet small">{wholeDay(day)}</span> : null}
      {children}
    </li>
  );
}

/** "Pages: 3", "Phone numbers: 1": no plural is needed, and what did not change is not named. */
function Changes({ changes }: { changes: UpdateChanges }) {
  const kinds = ['pages', 'numbers', 'contacts', 'rates', 'other'] as const;
  return <>{kinds.filter((kind) => changes[kind] > 0).map((kind) => <span key={kind}>{t(`settings-updates-changed-${kind}`, { count: String(changes[kind]) })}</span>)}</>;
}

function inWords(bytes: number): string {
  const { unit, count } = size(bytes);
  return t(`settings-updates-${unit}`, { count });
}
