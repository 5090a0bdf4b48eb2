//! What goes in the letter, for as long as the app is open: the whole-screen letter must say what she ticked on the screen before.

import type { LetterTicks } from '../../door/index.ts';
import { onLock } from '../../lock/index.ts';

const kept = new Map<string, LetterTicks>();
onLock(() => kept.clear());

/** What is ticked for a visit's letter. At first everything but the HC2, which only she knows. */
export function ticksOf(visit: string, needsInterpreter: boolean): LetterTicks {
  return kept.get(visit) ?? { day_and_fare: true, language: needsInterpreter, name: true, hc2: false };
}

/** Keeps what she ticked. */
export function keepTicks(visit: string, ticks: LetterTicks): void {
  kept.set(visit, ticks);
}
