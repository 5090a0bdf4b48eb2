//! A small router on the address's hash. Back returns the way she came, the way it looked; a screen's heading takes the focus.

import { useEffect, useState } from 'preact/hooks';

/** Where she is. */
export interface Spot {
  /** Such as `/visits/3f…`. */
  path: string;
  /** What stands behind the question mark. */
  query: URLSearchParams;
  /** Goes up with every step, so that the same path twice is two visits to a screen. */
  key: number;
  /** How many steps lie behind her; 0 is where she came in. */
  depth: number;
}

/** What the browser keeps with each step. */
interface Kept {
  key: number;
  depth: number;
  epoch: number;
}

const heights = new Map<number, number>();
const trail: string[] = [];
const listeners = new Set<(spot: Spot) => void>();

let epoch = 0;
let keys = 0;
let current: Spot = { path: '/', query: new URLSearchParams(), key: 0, depth: 0 };
let afterRewind: (() => void) | undefined;

/** Starts listening. Called once. */
export function start(): void {
  history.scrollRestoration = 'manual';
  // Keys of an earlier page load must not be taken for ours.
  keys = Date.now() % 1_000_000_000;
  const kept = stateOf(history.state);
  // Hide before a reload still holds after it.
  epoch = kept?.epoch ?? 0;
  enter({ key: ++keys, depth: kept?.depth ?? 0, epoch });
  window.addEventListener('popstate', arrived);
}

/** Where she is now. */
export function here(): Spot {
  return current;
}

/** Goes somewhere: a path with its query, such as `/cards/fare?visit=3f…`. */
export function go(to: string, how?: { replace: boolean }): void {
  const kept = { key: ++keys, depth: how?.replace ? current.depth : current.depth + 1, epoch };
  if (how?.replace) history.replaceState(kept, '', `#${to}`);
  else history.pushState(kept, '', `#${to}`);
  tell(kept);
}

/** Goes back the way she came; where there is no way back, to `otherwise`. */
export function back(otherwise = '/'): void {
  if (current.depth > 0) history.back();
  else go(otherwise, { replace: true });
}

/** Goes up to the screen that a link names: a step back where she came from there, else a step on. */
export function up(path: string): void {
  if (current.depth > 0 && trail[current.depth - 1] === path) history.back();
  else go(path);
}

/** Goes back to a depth, past the steps of a flow that is over, and from there to `to` where it is not already there. */
export function leaveFlow(depth: number, to: string): void {
  const steps = depth - current.depth;
  if (steps >= 0) {
    go(to, { replace: true });
    return;
  }
  afterRewind = () => {
    if (current.path !== to) go(to);
  };
  history.go(steps);
}

/** Hide: what lies behind her is closed. A step back from here ends at Today. */
export function forget(): void {
  epoch += 1;
  heights.clear();
  trail.length = 0;
  const kept = { key: ++keys, depth: 0, epoch };
  history.replaceState(kept, '', '#/');
  tell(kept);
}

/** Where she is, for a component; it is drawn again with every step. */
export function useSpot(): Spot {
  const [spot, set] = useState(current);
  useEffect(() => {
    listeners.add(set);
    set(current);
    return () => void listeners.delete(set);
  }, []);
  return spot;
}

/** An `href` for a path. */
export function to(path: string): string {
  return `#${path}`;
}

/** How far down the screen was when she left it; 0 for a screen that she comes to anew. */
export function heightOf(key: number): number {
  return heights.get(key) ?? 0;
}

/** The values of a pattern such as `/visits/:id` in a path, or nothing where it does not fit. */
export function match(pattern: string, path: string): Record<string, string> | undefined {
  const [want, have] = [pattern.split('/'), path.split('/')];
  if (want.length !== have.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of want.entries()) {
    const value = have[at] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decode(value);
    else if (part !== value) return undefined;
  }
  return params;
}

function arrived(event: PopStateEvent): void {
  const kept = stateOf(event.state);
  if (!kept) {
    // A link was followed: the browser made a step, we give it its place.
    enter({ key: ++keys, depth: current.depth + 1, epoch });
  } else if (kept.epoch !== epoch) {
    history.replaceState({ key: ++keys, depth: 0, epoch }, '', '#/');
    tell({ key: keys, depth: 0, epoch });
  } else {
    tell(kept);
  }
  const then = afterRewind;
  afterRewind = undefined;
  then?.();
}

function enter(kept: Kept): void {
  history.replaceState(kept, '');
  tell(kept);
}

function tell(kept: Kept): void {
  // The screen that she leaves still stands where it stood: the next one is not drawn yet.
  heights.set(current.key, window.scrollY);
  const [path = '', query = ''] = window.location.hash.replace(/^#/, '').split('?');
  current = { path: path || '/', query: new URLSearchParams(query), key: kept.key, depth: kept.depth };
  trail[kept.depth] = current.path;
  for (const listener of listeners) listener(current);
}

function stateOf(state: unknown): Kept | undefined {
  return typeof state === 'object' && state !== null && 'epoch' in state ? (state as Kept) : undefined;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
