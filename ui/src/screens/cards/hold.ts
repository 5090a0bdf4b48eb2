//! Handing the phone over: only the card and Unlock. A step back of the browser or of the phone does not leave it.

import { useEffect, useRef } from 'preact/hooks';
import { ask } from '../../door/index.ts';
import { anew, hasPin } from '../../lock/index.ts';
import { go, here, leaveFlow } from '../../router/index.ts';

/** The card, and the handed-over card twice. */
const STEPS = 3;

/**
 * Shows the handed-over card. It is entered twice: a step back from the second entry lands on the first, which looks the same,
 * and from there `useHold` goes forward again. So nothing else is ever drawn, and no entry is added without a touch, which
 * engines treat as a trap and skip.
 */
export function handOver(path: string): void {
  go(path);
  go(path);
}

/** How a letter is opened on the whole screen: held where a PIN can hold it. */
export function toHold(path: string): { to: string } | { press: () => void } {
  return hasPin() ? { press: () => handOver(path) } : { to: path };
}

/** Locks where a PIN opens what she saved, and says whether it did: then the lock stands in the card's place. */
export async function lockUp(): Promise<boolean> {
  const { locked } = await ask('hidden', {});
  if (locked) await anew();
  return locked;
}

/** Holds the phone on this screen. What it gives is the way out, for Unlock alone. */
export function useHold(holds = true): (card: string) => void {
  const held = useRef(holds);
  const address = useRef(window.location.hash);
  useEffect(() => {
    const stepped = () => {
      if (!held.current) return;
      // Several steps at once can pass the first entry: then the card is put back over whatever is there.
      if (window.location.hash === address.current) history.forward();
      else go(address.current.replace(/^#/, ''));
    };
    window.addEventListener('popstate', stepped);
    return () => window.removeEventListener('popstate', stepped);
  }, []);
  return (card) => {
    held.current = false;
    leaveFlow(Math.max(here().depth - STEPS, 0), card);
  };
}
