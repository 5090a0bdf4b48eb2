import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Updates } from '../door/index.ts';

const asked: string[] = [];
let answer: Updates;
let uncovered: () => void = () => undefined;
let isCovered = false;

vi.mock('../door/index.ts', () => ({
  ask: (name: string) => {
    asked.push(name);
    return Promise.resolve(answer);
  },
}));
vi.mock('../cover/index.ts', () => ({
  covered: () => isCovered,
  onUncover: (then: () => void) => void (uncovered = then),
}));

const day = (iso: string) => ({ iso }) as NonNullable<Updates['last']>;
const idle: Updates = { possible: true, networks: 'any', doing: null, last: day('2026-11-20'), brought: null, trouble: null, went_back: null, behind: false, large: null };
const running: Updates = { ...idle, doing: { done: 0, of: null } };

let renewed: number;

/** A phone that was just switched on: the module has heard of nothing yet. */
async function open(first: Updates) {
  vi.resetModules();
  answer = first;
  const updates = await import('./index.ts');
  updates.start(() => void (renewed += 1));
  await vi.advanceTimersByTimeAsync(0);
  return updates;
}

beforeEach(() => {
  vi.useFakeTimers();
  asked.length = 0;
  renewed = 0;
  isCovered = false;
});
afterEach(() => vi.useRealTimers());

it('asks once when the first screen is drawn', async () => {
  const { start } = await open(idle);
  start(() => undefined);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual(['updates-if-due']);
});

it('asks again when she comes back and when a connection returns', async () => {
  await open(idle);
  document.dispatchEvent(new Event('visibilitychange'));
  window.dispatchEvent(new Event('online'));
  expect(asked.length).toBeGreaterThanOrEqual(3);
  expect(new Set(asked)).toEqual(new Set(['updates-if-due']));
});

it('asks nothing under the cover, and once when it is taken away', async () => {
  await open(running);
  asked.length = 0;
  isCovered = true;
  window.dispatchEvent(new Event('online'));
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual([]);
  isCovered = false;
  uncovered();
  expect(asked).toEqual(['updates-if-due']);
});

it('renews the screens when a running update has come to its end', async () => {
  await open(running);
  answer = { ...idle, last: day('2026-11-22') };
  await vi.advanceTimersByTimeAsync(4000);
  expect(asked).toEqual(['updates-if-due', 'updates']);
  expect(renewed).toBe(1);
});

it('renews the screens when one has ended on the same day as the one before', async () => {
  await open(running);
  answer = idle;
  await vi.advanceTimersByTimeAsync(4000);
  expect(renewed).toBe(1);
});

it('renews nothing when it did not work', async () => {
  await open(running);
  answer = { ...idle, trouble: 'host' };
  await vi.advanceTimersByTimeAsync(60_000);
  expect(renewed).toBe(0);
});

it('renews nothing when only her language has changed', async () => {
  const { heard } = await open(idle);
  heard({ ...idle, last: { ...day('2026-11-20'), english: 'other words' } });
  expect(renewed).toBe(0);
});

it('looks ever more seldom while one runs, and no more once it has ended', async () => {
  await open(running);
  await vi.advanceTimersByTimeAsync(4000 + 8000 + 16_000);
  expect(asked).toEqual(['updates-if-due', 'updates', 'updates', 'updates']);
  answer = idle;
  await vi.advanceTimersByTimeAsync(32_000);
  asked.length = 0;
  await vi.advanceTimersByTimeAsync(600_000);
  expect(asked).toEqual([]);
});

it('renews nothing under the cover, and does so when it is taken away', async () => {
  const { heard } = await open(running);
  isCovered = true;
  heard(idle);
  expect(renewed).toBe(0);
  isCovered = false;
  answer = idle;
  uncovered();
  await vi.advanceTimersByTimeAsync(0);
  expect(renewed).toBe(1);
});
