//! How the screen "Updates" stands, and how large something is in words.

import type { Updates } from '../../door/index.ts';

/** What she did last on this screen: looked, stopped, or put a large update off. */
export type Did = 'look' | 'stop' | 'not-now';

/** What stands at the head of the screen. `newest`: she looked, and it came to its end. */
export type Outcome = 'idle' | 'running' | 'large' | 'stopped' | 'trouble' | 'newest';

/** What stands at the head of the screen. */
export function outcome({ doing, large, trouble, last }: Pick<Updates, 'doing' | 'large' | 'trouble' | 'last'>, did: Did | undefined): Outcome {
  if (doing) return 'running';
  if (did === 'stop') return 'stopped';
  if (large !== null) return did === 'not-now' ? 'idle' : 'large';
  // Without her asking, offline is normal and says nothing; "just now" would also be long ago.
  if (trouble === 'no-connection' && did !== 'look') return 'idle';
  if (trouble) return 'trouble';
  return did === 'look' && last ? 'newest' : 'idle';
}

/** A size as a shop of data names it: whole KB, or MB with one decimal. At least 1 KB: nothing costs nothing. */
export function size(bytes: number): { unit: 'kb' | 'mb'; count: string } {
  const kb = Math.max(1, Math.ceil(bytes / 1000));
  return kb < 1000 ? { unit: 'kb', count: String(kb) } : { unit: 'mb', count: (bytes / 1_000_000).toFixed(1) };
}
