import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button, Page } from '../../components/index.ts';
import { hasPin } from '../../lock/index.ts';
import { up } from '../../router/index.ts';
import { useAsk, useSession } from '../../session.tsx';
import { t } from '../../words/index.ts';
import { lockUp, useHold } from '../cards/hold.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';
import type { ScreenProps } from '../routes.ts';
import { LetterLines, SavedLines, Sheet } from './Sheet.tsx';
import { ticksOf } from './ticks.ts';

/** The letter on the whole screen, held up for staff at arm's length. Where there is a PIN, only the PIN leads on from it. */
export function LetterShown({ params }: ScreenProps) {
  const visit = params['visit'] ?? '';
  const { settings } = useSession();
  const ticks = ticksOf(visit, settings.interpreter.needed ?? settings.language !== 'en-GB');
  const { answer: letter, error, again } = useAsk('letter', { visit, ticks });
  if (!letter) return error ? <NotAnswered error={error} again={again} /> : null;
  return <Held back={`/money/letter/${visit}`}><LetterLines letter={letter} /></Held>;
}

/** A saved letter on the whole screen. */
export function SavedLetterShown({ params }: ScreenProps) {
  const id = params['id'] ?? '';
  const { answer: letter, error, again } = useAsk('letter-saved', { id });
  if (!letter) return error ? <NotAnswered error={error} again={again} /> : null;
  return <Held back={`/money/letters/${id}`}><SavedLines text={letter.text} /></Held>;
}

function Held({ back, children }: { back: string; children: ComponentChildren }) {
  const [pin] = useState(hasPin);
  const out = useHold(pin);
  const leave = () => {
    if (pin) void lockUp().then((locked) => { if (!locked) out(back); }, () => undefined);
    else up(back);
  };
  return (
    <Page class="letter-held">
      <h1 class="off-screen" tabIndex={-1}>{t('money-letter-title')}</h1>
      <Sheet large>{children}</Sheet>
      <div class="letter-save"><Button kind="second" press={leave}>{t('money-letter-done')}</Button></div>
    </Page>
  );
}
