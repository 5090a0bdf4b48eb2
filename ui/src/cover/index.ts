//! Hide. The cover stands ready in the page; showing it is one attribute, before anything else happens. It is a clock: nothing on
//! it names the app, and nothing is written down.

import { forget } from '../router/index.ts';
import { t } from '../words/index.ts';

/** Three touches of the clock within this time uncover. One stray touch does nothing, and a keyboard can do it too. */
const TOUCHES = 3;
const WITHIN_MS = 3000;

let touches: number[] = [];
let tick: ReturnType<typeof setInterval> | undefined;
const whenShown = new Set<() => void>();
const whenHidden = new Set<() => void>();

/** Covers the screen in the same frame. */
export function hide(): void {
  const cover = part('cover');
  document.documentElement.classList.add('covered');
  cover.hidden = false;
  // Painted before anything else: what follows waits for the frame after.
  requestAnimationFrame(() => setTimeout(settle, 0));
}

/** Whether the screen is covered. */
export function covered(): boolean {
  return document.documentElement.classList.contains('covered');
}

/** Does something whenever the cover stands, and never before it is painted. */
export function onHide(then: () => void): void {
  whenHidden.add(then);
}

/** Does something whenever she has taken the cover away. */
export function onUncover(then: () => void): void {
  whenShown.add(then);
}

/** Makes the cover ready. Called once, when the words are there. */
export function prepareCover(): void {
  showTime();
  part('cover-clock').onclick = touched;
}

function settle(): void {
  touches = [];
  showTime();
  tick ??= setInterval(showTime, 1000);
  forget();
  window.scrollTo(0, 0);
  part('cover-clock').focus({ preventScroll: true });
  for (const then of whenHidden) then();
}

function touched(): void {
  const now = Date.now();
  touches = [...touches.filter((at) => now - at < WITHIN_MS), now];
  if (touches.length >= TOUCHES) uncover();
}

function uncover(): void {
  touches = [];
  if (tick !== undefined) clearInterval(tick);
  tick = undefined;
  part('cover').hidden = true;
  document.documentElement.classList.remove('covered');
  document.querySelector('h1')?.focus({ preventScroll: true });
  for (const then of whenShown) then();
}

/** The phone's own time, as any clock shows it. Month names come from the words: old engines have none for her language. */
function showTime(): void {
  const now = new Date();
  part('cover-time').textContent = `${now.getHours()}:${String(now.getMinutes()).padStart(2, '0')}`;
  part('cover-day').textContent = t('calendar-cover-day', {
    weekday: t(`calendar-weekday-${now.getDay() || 7}`),
    day: String(now.getDate()),
    month: t(`calendar-month-gregorian-${now.getMonth() + 1}`),
  });
}

function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no ${id}`);
  return found;
}
