//! What she searched, kept for as long as the app is open and only in memory, so that a step back finds the list as she left it.

import type { HelpSearch } from '../../door/index.ts';
import { onLock } from '../../lock/index.ts';

export interface Searched {
  search: HelpSearch;
  /** How many rows she has opened, by group. */
  rows: Record<string, number>;
}

const kept = new Map<number, Searched>();
onLock(() => kept.clear());

/** The search of a step, or an empty one. */
export function searchOf(step: number, need: string | null): Searched {
  return kept.get(step) ?? { search: emptySearch(need), rows: {} };
}

/** Keeps the search of a step. */
export function keepSearch(step: number, searched: Searched): void {
  kept.set(step, searched);
}

/** Nothing asked, near the place that she used last. */
export function emptySearch(need: string | null = null): HelpSearch {
  return { words: '', need, near: null, filters: { women_only: false, free_call: false, self_referral: false } };
}
