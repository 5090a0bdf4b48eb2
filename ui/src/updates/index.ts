//! When something new is looked for without her asking, and what follows from it: once an update has come, the screens ask again
//! for what they show.

import { covered, onUncover } from '../cover/index.ts';
import { ask, type Updates } from '../door/index.ts';

/** An update of the usual size has come by then. */
const FIRST_LOOK_MS = 4000;

let renew: (() => void) | undefined;
let before: string | undefined;
let wasRunning = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Made here, so that it holds on to nothing. */
const nothing = () => undefined;

/**
 * Asks now whether it is time, and whenever she comes back or a connection does. `then` follows when an update has come.
 * What it gives back ends that: after a lock the app is drawn anew, and nothing may hold on to the one before it.
 */
export function start(then: () => void): () => void {
  const started = renew !== undefined;
  renew = then;
  const end = () => {
    if (renew === then) renew = nothing;
  };
  if (started) return end;
  document.addEventListener('visibilitychange', ifDue);
  window.addEventListener('online', ifDue);
  onUncover(ifDue);
  ifDue();
  return end;
}

/**
 * Takes note of how updates stand. While one runs it looks again, each time after twice as long: no screen has to stay open for
 * what comes to be shown.
 */
export function heard(updates: Updates, wait = FIRST_LOOK_MS): void {
  // Under the cover even this waits: uncovering asks again.
  if (!seen()) return;
  const { last, brought, doing, trouble, went_back, behind } = updates;
  const stands = JSON.stringify([last?.iso, brought?.day.iso, brought?.changes, went_back?.iso, behind]);
  const ended = wasRunning && !doing && !trouble;
  if (ended || (before !== undefined && before !== stands)) renew?.();
  before = stands;
  wasRunning = doing !== null;
  clearTimeout(timer);
  if (doing) timer = setTimeout(() => look(wait), wait);
}

/** While the cover is up, and while the app is not seen, nothing is asked. */
export function seen(): boolean {
  return document.visibilityState === 'visible' && !covered();
}

function ifDue(): void {
  // Offline is normal and says nothing; what went wrong stands on the screen "Updates".
  if (seen()) ask('updates-if-due', {}).then(heard, () => undefined);
}

function look(waited: number): void {
  if (seen()) ask('updates', {}).then((updates) => heard(updates, 2 * waited), () => undefined);
}
