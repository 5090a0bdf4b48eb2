//! When what she saved is locked. The core is told when she hides the app, when it goes out of sight and when it comes back. Out of
//! sight the page is empty, with a PIN or without: the app switcher takes a picture of it. It stays unseen until the core has answered;
//! once it is locked, nothing of it is left on the page or in memory.

import { onHide, onUncover } from '../cover/index.ts';
import { ask, type Lock, type Opened, Refused, whenLocked } from '../door/index.ts';
import { forget } from '../router/index.ts';

/** Draws the app from its beginning; without an answer, nothing at all. */
type Draw = (opened?: Opened) => Promise<void>;

let draw: Draw = () => Promise.resolve();
let locked = false;
let pin = false;
/** Hide that the core has not answered yet. */
let owed = false;
/** How often the phone is asking its owner now. */
let asking = 0;
/** Nothing could be drawn the last time. */
let blank = false;
/** She went to choose a file and is not back yet. */
let choosing = false;
let last: Promise<unknown> = Promise.resolve();
let focused: Element | null = null;
const drops = new Set<() => void>();

/** Starts looking. Called once, when the app is drawn for the first time. */
export function start(how: Draw, opened: Opened): void {
  draw = how;
  locked = opened.trouble === 'locked';
  note(opened.lock);
  onHide(() => tell('hidden'));
  onUncover(() => { if (unseen()) tell('back'); });
  whenLocked(() => void anew());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') {
      tell('away');
      return;
    }
    choosing = false;
    tell('back');
  });
}

/** Forgets something personal that a screen keeps in memory, whenever it is locked or another space opens. */
export function onLock(drop: () => void): void {
  drops.add(drop);
}

/** Whether a PIN opens what she saved. */
export function hasPin(): boolean {
  return pin;
}

/** Takes note of how the lock stands now. */
export function note(lock: Lock): void {
  ({ pin } = lock);
}

/**
 * Waits for an answer for which the phone asks its owner. Its question may cover the page: that is not going away, or what was just opened would
 * be locked again at once.
 */
export async function whileAsked<T>(answer: Promise<T>): Promise<T> {
  asking += 1;
  try {
    return await answer;
  } finally {
    asking -= 1;
    if (document.visibilityState !== 'visible') tell('away', true);
  }
}

/**
 * She goes to choose a file. The list of files covers the page as the phone's own question does, and with the lock would go what she has typed
 * so far. For a while and no longer: whoever picks the phone up after that meets the lock.
 */
export function toChooseFile(): void {
  choosing = true;
  window.addEventListener('focus', hasChosen, { once: true });
}

/** She has chosen one, or none. Where the page is not seen yet, she is still on her way back. */
export function hasChosen(): void {
  if (document.visibilityState === 'visible') choosing = false;
}

/** Where it is not the lock that keeps closed what she saved, the screen that says so takes over. Says whether it does. */
export function toTrouble(error: unknown): boolean {
  const damaged = error instanceof Refused && error.code.startsWith('vault-');
  if (damaged) void ask('open', {}).then(anew);
  return damaged;
}

/** Begins anew at Today or at the lock: what stood there goes first, before anything is asked. */
export async function anew(opened?: Opened): Promise<void> {
  // Said twice, it is one lock.
  if (!opened && locked) return;
  locked = opened ? opened.trouble === 'locked' : true;
  await draw();
  for (const drop of drops) drop();
  forget();
  try {
    const next = opened ?? (await ask('open', {}));
    locked = next.trouble === 'locked';
    note(next.lock);
    await draw(next);
    blank = false;
  } catch {
    // The core does not answer: the next time that she comes back it is asked again.
    locked = false;
    blank = true;
    document.documentElement.classList.add('unseen');
  }
}

/** One after the other: the core must not hear that she is back before it has heard that she had gone. */
function tell(what: 'hidden' | 'away' | 'back', asked = false): void {
  if (what === 'hidden') owed = true;
  if ((pin || what === 'away') && !unseen()) {
    focused = document.activeElement;
    document.documentElement.classList.add('unseen');
  }
  if (what === 'away' && asking > 0) return;
  const leaving = { asked, choosing };
  last = last.then(async () => {
    if (what === 'away') return ask('away', leaving);
    const hidden = owed;
    const lock = await ask(hidden ? 'hidden' : 'back', {});
    if (hidden) owed = false;
    note(lock);
    if (lock.locked) await anew();
    else if (blank) await anew(await ask('open', {}));
    if (blank) return undefined;
    if (document.visibilityState === 'visible') show(lock);
    return undefined;
  }).catch(() => {
    // Without a PIN there was nothing to lock. With one, it is asked again the next time that she comes back.
    if (what === 'back' && !pin && !blank && document.visibilityState === 'visible') show();
  });
}

function show(lock?: Lock): void {
  const was = unseen();
  document.documentElement.classList.remove('unseen');
  // What is not seen cannot keep the focus.
  if (was && !lock?.locked && focused instanceof HTMLElement && document.activeElement === document.body) focused.focus({ preventScroll: true });
  focused = null;
}

function unseen(): boolean {
  return document.documentElement.classList.contains('unseen');
}
