import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, ErrorNotice, Notice, Page, PressRow } from '../../components/index.ts';
import { ask, type EraseOffer, type ErasePart } from '../../door/index.ts';
import { anew } from '../../lock/index.ts';
import { useAsk } from '../../session.tsx';
import { t } from '../../words/index.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';
import './Delete.css';

/** What leaves nothing of what she sees. */
const WHOLE: ErasePart[] = ['space', 'everything'];

/** S83: what goes, what stays; asked once before it is done, and twice for all that is here. */
export function Delete() {
  const { answer: offer, error, again, set } = useAsk('erase-ask', {});
  const [part, setPart] = useState<ErasePart>();
  const [twice, setTwice] = useState(false);
  const [done, setDone] = useState<'deleted' | 'back'>();
  const [refused, setRefused] = useState<unknown>();
  const busy = useRef(false);
  // Until then it can be put back.
  useEffect(() => () => void ask('erase-leave', {}).catch(() => undefined), []);
  if (!offer) return error ? <NotAnswered error={error} again={again} /> : null;

  const choose = (chosen: ErasePart | undefined) => {
    setPart(chosen);
    setTwice(false);
    setDone(undefined);
    setRefused(undefined);
    // What was pressed is gone: the heading takes the focus, the question does it for itself.
    if (chosen === undefined) document.querySelector('h1')?.focus();
  };
  // A second touch while the first is on its way does nothing.
  const once = (work: Promise<void>) => {
    busy.current = true;
    work.catch((error: unknown) => {
      setRefused(error);
      again();
    }).finally(() => { busy.current = false; });
  };
  const erase = (chosen: ErasePart) => {
    if (busy.current) return;
    once(ask('erase', { part: chosen }).then(async (left) => {
      if (WHOLE.includes(chosen)) {
        // What she typed and did not save goes from the page too.
        await anew(await ask('open', {}));
        return;
      }
      set(left);
      choose(undefined);
      setDone('deleted');
    }));
  };
  const undo = () => {
    if (busy.current) return;
    once(ask('erase-undo', {}).then((back) => {
      set(back);
      choose(undefined);
      setDone('back');
    }));
  };
  return (
    <Page title={t('settings-delete-title')} sub={t('settings-delete-hint')} back={{ words: t('settings-delete-back'), to: '/phone' }}>
      {refused ? <ErrorNotice error={refused} /> : null}
      {done ? <Notice key={done} kind="ok" now><p>{t(done === 'back' ? 'settings-delete-undone' : 'settings-delete-done')}</p></Notice> : null}
      {offer.can_undo && !part ? (
        <div class="section stack">
          <p>{t('settings-delete-undo-until')}</p>
          <Button kind="second" press={undo}>{t('settings-delete-undo')}</Button>
        </div>
      ) : null}
      {part ? (
        <Sure key={`${part} ${twice}`} part={part} twice={twice} offer={offer} goOn={() => setTwice(true)} yes={() => erase(part)} no={() => choose(undefined)} />
      ) : (
        <div class="delete-rows">
          {offer.past_visits > 0
            ? <PressRow sign="erase" press={() => choose('past-visits')}>{t('settings-delete-past', { count: String(offer.past_visits) })}</PressRow>
            : <p class="delete-none">{t('settings-delete-past-none')}</p>}
          {offer.notes > 0
            ? <PressRow sign="erase" press={() => choose('notes')}>{t('settings-delete-notes', { count: String(offer.notes) })}</PressRow>
            : <p class="delete-none">{t('settings-delete-notes-none')}</p>}
          <PressRow sign="erase" press={() => choose('space')} detail={t('settings-delete-space-detail')}>{t('settings-delete-space')}</PressRow>
          <PressRow sign="erase" press={() => choose('everything')} detail={t('settings-delete-everything-detail')}>{t('settings-delete-everything')}</PressRow>
        </div>
      )}
    </Page>
  );
}

interface SureProps {
  part: ErasePart;
  twice: boolean;
  offer: EraseOffer;
  goOn: () => void;
  yes: () => void;
  no: () => void;
}

/** The question before it is done. Its heading takes the focus, so that it is heard and not only seen. */
function Sure({ part, twice, offer, goOn, yes, no }: SureProps) {
  const { answer: lock } = useAsk('lock', {});
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const whole = WHOLE.includes(part);
  const reminders = String(offer.reminders);
  const name = part === 'past-visits' ? 'past' : part;
  return (
    <section class="card delete-sure">
      <h2 tabIndex={-1} ref={heading}>{t(twice ? 'settings-delete-everything-twice' : `settings-delete-${name}-sure`)}</h2>
      <p>{t(twice ? 'settings-delete-everything-twice-words' : `settings-delete-${name}-words`)}</p>
      {part === 'space' && lock?.by_owner === 'on' ? <p>{t('settings-pin-owner-ends')} {t('settings-pin-owner-know')}</p> : null}
      <p>{t(whole ? 'settings-delete-everything-reminders' : 'settings-delete-stay', { count: reminders })}</p>
      <div class="stack delete-buttons">
        {whole && !twice
          ? <Button kind="second" press={goOn}>{t('settings-delete-everything-on')}</Button>
          : <Button kind={whole ? 'second' : 'first'} sign="erase" press={yes}>{t(part === 'everything' ? 'settings-delete-everything-yes' : 'settings-delete-yes')}</Button>}
        <Button kind={whole ? 'first' : 'second'} press={no}>{t('settings-delete-no')}</Button>
      </div>
    </section>
  );
}
