import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, Page, Sign } from '../../components/index.ts';
import { hasPin } from '../../lock/index.ts';
import { useAsk } from '../../session.tsx';
import { readsEnglish, t, tEnglish } from '../../words/index.ts';
import type { ScreenProps } from '../routes.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';
import { lockUp, useHold } from './hold.ts';
import { StaffCardView } from './StaffCardView.tsx';
import './HandedOver.css';

/** S61, handed over: only the card, and a way out: the PIN, or two steps where there is none, so that no stray touch opens the rest of the phone. */
export function HandedOver({ params, query }: ScreenProps) {
  const id = params['id'] ?? '';
  const { answer, error, again } = useAsk('card', { id, contact: query.get('contact'), visit: query.get('visit') });
  const [asked, setAsked] = useState(false);
  const leave = useHold();
  const about = query.toString();
  const unlock = () => leave(`/cards/${id}${about ? `?${about}` : ''}`);
  if (!answer) return error ? <NotAnswered error={error} again={again} /> : null;
  return (
    <Page class="handed">
      <p class="handed-only"><Sign name="lock" /><span><Both id="cards-handed-only" /></span></p>
      <StaffCardView card={answer} large />
      <div class="handed-unlock">
        {asked ? <Sure yes={unlock} no={() => setAsked(false)} /> : (
          <Button kind="second" sign="lock" press={() => void lockUp().then((locked) => { if (!locked) setAsked(true); }, () => setAsked(!hasPin()))}><Both id="cards-handed-unlock" /></Button>
        )}
      </div>
    </Page>
  );
}

/** The second step. Its question takes the focus, so that it is heard and a second press of the same key does nothing. */
function Sure({ yes, no }: { yes: () => void; no: () => void }) {
  const question = useRef<HTMLParagraphElement>(null);
  useEffect(() => question.current?.focus(), []);
  return (
    <>
      <p tabIndex={-1} ref={question}><strong><Both id="cards-handed-sure" /></strong></p>
      <div class="stack">
        <Button kind="second" press={no}><Both id="cards-handed-no" /></Button>
        <Button kind="second" press={yes}><Both id="cards-handed-yes" /></Button>
      </div>
    </>
  );
}

/** Her words and the English: two people hold this phone. */
function Both({ id }: { id: string }) {
  if (readsEnglish() || t(id) === tEnglish(id)) return <>{t(id)}</>;
  return <><bdi>{t(id)}</bdi> · <bdi lang="en" dir="ltr">{tEnglish(id)}</bdi></>;
}
