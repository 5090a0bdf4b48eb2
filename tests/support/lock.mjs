//! The lock, with a finger.

import { strict as assert } from 'node:assert';

/** Whether the lock is all there is: no header, no bar, no word of what lies behind it. */
export async function isLocked(phone) {
  await phone.page.locator('.pad').waitFor();
  assert.equal(await phone.page.locator('#app header, #app nav').count(), 0, 'nothing leads around the lock');
}

/** Types a PIN on the ten keys and opens. */
export async function openWith(phone, pin) {
  for (const digit of pin) await phone.page.locator('.pad-key').getByText(digit, { exact: true }).tap();
  await phone.tap(phone.press('settings-lock-open', {}, { whole: true }));
}

/** Uncovers with three touches. */
export async function uncover(phone) {
  for (let touch = 0; touch < 3; touch += 1) await phone.page.locator('#cover-clock').tap();
  await phone.page.waitForFunction(() => document.getElementById('cover').hidden);
  await phone.settled();
}

/** Which of the texts are anywhere that the page can reach: on it, in its storage, its history, its title, and its memory if asked. */
export async function traces(phone, texts, { memory: inMemoryToo = false } = {}) {
  const { page } = phone;
  const kept = await page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      document.title,
      document.cookie,
      window.location.href,
      JSON.stringify(history.state),
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      ...[...document.querySelectorAll('input, textarea')].map(({ value }) => value),
    ].join('\n'),
  );
  const { databases, caches } = await page.evaluate(async () => ({ databases: (await indexedDB.databases()).length, caches: 'caches' in window ? (await window.caches.keys()).length : 0 }));
  assert.deepEqual({ databases, caches }, { databases: 0, caches: 0 });
  const memory = inMemoryToo ? await memoryOf(page) : [];
  const inMemory = (text) => memory.some((string) => string.includes(text));
  return texts.flatMap((text) => [...(kept.includes(text) ? [`on the page: ${text}`] : []), ...(inMemory(text) ? [`in memory: ${text}`] : [])]);
}

/** Every text that the page's scripts still hold, after the engine has thrown away what it could. */
export async function memoryOf(page) {
  const debug = await page.context().newCDPSession(page);
  const parts = [];
  debug.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => parts.push(chunk));
  await debug.send('HeapProfiler.enable');
  // What a removed element held goes only after the element has gone.
  for (let round = 0; round < 3; round += 1) await debug.send('HeapProfiler.collectGarbage');
  await debug.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await debug.detach();
  return JSON.parse(parts.join('')).strings;
}
