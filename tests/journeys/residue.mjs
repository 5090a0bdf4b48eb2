// Residue: what she typed is in no file of the phone, whatever she did with it. Two hundred texts go in through the screens; the app's
// folder, everything that the browser keeps, and what the app says on its error stream are searched for each of them, in UTF-8 and UTF-16.

import { strict as assert } from 'node:assert';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as engine } from 'playwright-core';

import { Phone } from '../support/browser.mjs';
import { test } from '../support/lane.mjs';
import { settleIn } from '../support/lives.mjs';
import { openWith, traces, uncover } from '../support/lock.mjs';
import { chromium } from '../support/places.mjs';
import { startPreview } from '../support/preview.mjs';
import { addVisit } from '../support/questions.mjs';
import { newPin } from '../support/screens.mjs';

const PIN = '482091';
const NUMBERS = 56;
const VISITS = 16;

/** Texts that stand nowhere else, of letters alone, in two scripts. */
const text = (n) => `${n % 2 === 0 ? 'Qwyx' : 'ቐጸዀ'}${[...String(1000 + n)].map((digit) => 'bdfghjklmn'[digit]).join('')}zvu`;
const phoneNumber = (n) => `07700 9${String(10_000 + n * 37).slice(-5)}`;

/** A browser that keeps what browsers keep, in a folder that can be searched. */
async function withKeptBrowser(preview, work) {
  const folder = mkdtempSync(join(tmpdir(), 'kindway-browser-'));
  const context = await engine.launchPersistentContext(folder, {
    executablePath: chromium(),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
    viewport: { width: 320, height: 640 },
    hasTouch: true,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  const phone = new Phone(context, preview, 'en-GB');
  phone.page = context.pages()[0] ?? (await context.newPage());
  phone.watch();
  try {
    await phone.open();
    await work(phone, folder);
    assert.deepEqual(phone.faults(), []);
  } finally {
    await context.close().catch(() => {});
    rmSync(folder, { recursive: true, force: true });
  }
}

function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Which of the texts stand in which file, as UTF-8, as UTF-16 either way round, and the numbers without their spaces too. */
function found({ app, browser }, said, planted) {
  const inForms = (words) => {
    const wide = Buffer.from(words, 'utf16le');
    return [Buffer.from(words), wide, Buffer.from(wide).swap16()].map((bytes) => ({ words, bytes }));
  };
  const wanted = planted.flatMap((words) => [words, words.replace(/\s/g, '')]);
  const forms = wanted.flatMap(inForms);
  // They all begin in few ways: a file with none of these is not looked through for each of them.
  const beginnings = [...new Set(wanted.map((words) => words.slice(0, 5)))].flatMap(inForms);
  const places = [
    ...(app ? files(app) : []).map((file) => ({ name: file, bytes: readFileSync(file) })),
    ...(browser ? files(browser) : []).map((file) => {
      try {
        return { name: file, bytes: readFileSync(file) };
      } catch (error) {
        // The browser has put it away in the meantime.
        if (error.code !== 'ENOENT') throw error;
        return { name: file, bytes: Buffer.alloc(0) };
      }
    }),
    { name: 'what the app said', bytes: Buffer.from(said) },
  ];
  const begun = places.filter(({ bytes }) => beginnings.some((form) => bytes.includes(form.bytes)));
  return begun.flatMap(({ name, bytes }) => forms.filter((form) => bytes.includes(form.bytes)).map(({ words }) => `${words} in ${name}`));
}

/** All that is here goes, with a finger. */
async function erase(phone, part) {
  await phone.go('/phone/delete');
  await phone.tap(phone.press(`settings-delete-${part}`));
  await phone.tap(phone.press('settings-delete-everything-on'));
  await phone.tap(phone.press(part === 'everything' ? 'settings-delete-everything-yes' : 'settings-delete-yes', {}, { whole: true }));
}

test('residue: of two hundred texts that she typed none is in any file after lock, delete and erase', async () => {
  const preview = await startPreview();
  await settleIn(preview, 'en-GB');
  await withKeptBrowser(preview, async (phone, browser) => {
    const planted = [];
    const plant = (words) => {
      planted.push(words);
      return words;
    };
    for (let n = 0; n < NUMBERS; n += 1) {
      await phone.go('/help/numbers/new?role=other');
      await phone.field('help-number-name', {}, {}).fill(plant(text(3 * n)));
      await phone.field('help-number-phone').fill(plant(phoneNumber(n)));
      await phone.field('help-number-note', {}, {}).fill(plant(text(3 * n + 1)));
      await phone.tap(phone.press('help-number-save'));
    }
    for (let n = 0; n < VISITS; n += 1) {
      await phone.go('/');
      await addVisit(phone, { kind: 'hospital-doctor', day: 24 + (n % 6), month: 'November 2026', time: '09:20', place: plant(text(500 + n)) });
      await phone.tap(phone.press('visits-check-save'));
    }
    for (let n = 0; n < 16; n += 1) {
      await phone.go('/search');
      await phone.type(phone.page.locator('main input').first(), plant(text(700 + n)));
    }
    assert.equal(planted.length, 200);
    const kept = await preview.ask('own-numbers');
    assert.equal(kept.numbers.length, NUMBERS, 'they were saved');

    assert.equal(found({}, planted.join('\n'), planted).length >= 200, true, 'what is there is found');
    assert.ok(files(browser).length > 20 && files(preview.folder).length >= 7, 'there are files to look at');
    const folders = { app: preview.folder, browser };
    const look = (when) => assert.deepEqual(found(folders, preview.said, planted), [], when);
    const reminders = await preview.ask('reminders');
    assert.ok(reminders.planned.length > 0 && reminders.level === 'discreet', 'reminders are planned, in one neutral word');
    look('while it is open');

    const alarms = join(preview.folder, 'reminders.json');
    const places = new Set(planted.slice(3 * NUMBERS, 3 * NUMBERS + VISITS));
    for (const level of ['time', 'full']) {
      await preview.ask('settings-save', { reminder_level: level });
      const chosen = (await preview.ask('reminders')).planned.map(({ text: sentence }) => sentence).join('\n');
      const there = found(folders, preview.said, planted);
      const promised = planted.filter((words) => places.has(words) && chosen.includes(words)).map((words) => `${words} in ${alarms}`);
      assert.deepEqual([...new Set(there)].sort(), promised.sort(), `with reminders that say more (${level}), only what they say is in a file`);
      assert.equal(promised.length > 0, level === 'full', `${level}: ${promised.length}`);
    }
    await preview.ask('settings-save', { reminder_level: 'discreet' });
    look('after the reminders were made discreet again');

    await phone.go('/phone/pin');
    await phone.tap(phone.press('settings-pin-set'));
    await newPin(phone, PIN);
    await phone.go('/');
    await phone.tap(phone.constant('hide'));
    await phone.page.locator('.pad').waitFor({ state: 'attached' });
    look('after it was hidden and locked');

    await uncover(phone);
    await openWith(phone, PIN);
    await preview.ask('settings-save', { reminder_level: 'full' });
    const said = (await preview.ask('reminders')).planned.map(({ text: sentence }) => sentence).join('\n');
    await preview.ask('lock-now');
    const locked = [...new Set(found(folders, preview.said, planted))].sort();
    const promised = planted.filter((words) => places.has(words) && said.includes(words)).map((words) => `${words} in ${alarms}`).sort();
    assert.ok(promised.length > 0);
    assert.deepEqual(locked, promised, 'locked with reminders that say everything, only what they say is in a file');
    await phone.reopen();
    await openWith(phone, PIN);
    await erase(phone, 'space');
    assert.equal((await preview.ask('own-numbers')).numbers.length, 0);
    look('after all that she sees was deleted');
    assert.deepEqual(await traces(phone, planted, { memory: true }), [], 'nor does the page hold any of it');

    await settleIn(preview, 'en-GB');
    await phone.reopen();
    await erase(phone, 'everything');
    look('after everything was erased');
  });
  await preview.stop();
});
