//! What she searched, kept for as long as the app is open and only in memory, so that a step back finds the list as she left it.

import { onLock } from '../../lock/index.ts';

const kept = new Map<number, string>();
onLock(() => kept.clear());

/** The words of a step; nothing where none were asked. */
export function wordsOf(step: number): string {
  return kept.get(step) ?? '';
}

/** Keeps the words of a step. */
export function keepWords(step: number, words: string): void {
  kept.set(step, words);
}
