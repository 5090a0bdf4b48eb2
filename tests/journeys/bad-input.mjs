// What people type when they are tired, and what happens to phones: each gives plain words and a way on, and nothing she saved is lost.

import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { violations } from '../support/axe.mjs';
import { openPhone, withPhone } from '../support/browser.mjs';
import { geometryFaults } from '../support/geometry.mjs';
import { test } from '../support/lane.mjs';
import { inUse, settleIn } from '../support/lives.mjs';
import { startPreview } from '../support/preview.mjs';
import { addVisit, day, kind, next, time, typeDate } from '../support/questions.mjs';
import { say } from '../support/words.mjs';

const LETTER = { kind: 'hospital-doctor', day: 24, month: 'November 2026', time: '09:20', place: "Liverpool Women's" };

/** To the question about the day. */
async function toTheDay(phone) {
  await phone.tap(phone.press('today-tile-add'));
  await kind(phone, 'midwife');
  await next(phone);
}

test('bad input: a postcode that does not exist says so, keeps what she typed, and still shows help from anywhere', async () => {
  const preview = await startPreview();
  await settleIn(preview, 'ar');
  await withPhone(preview, { tag: 'ar' }, async (phone) => {
    await phone.tap(phone.place('help'));
    await phone.tap(phone.page.locator('.place-row'));
    await phone.type(phone.field('help-near-label'), 'ZZ99 9ZZ');
    await phone.tap(phone.press('help-near-use'));
    assert.ok(await phone.words('help-near-unknown').isVisible());
    assert.equal(await phone.field('help-near-label').inputValue(), 'ZZ99 9ZZ');
    assert.equal(await phone.page.locator('main a[href^="#/help/contact/"]').count(), 10, 'there is help all the same: two groups, five rows of each before "Show more"');
    assert.deepEqual(await violations(phone.page), []);
  });
  await preview.stop();
});

for (const [what, date, message, args] of [
  ['31 November', { day: 31, month: 11, year: 2026 }, 'errors-no-such-day', { day: '31' }],
  ['29 February 2027', { day: 29, month: 2, year: 2027 }, 'errors-no-such-day', { day: '29' }],
  ['a day of last year', { day: 24, month: 11, year: 2025 }, 'errors-day-past', {}],
  ['a day in 2036', { day: 24, month: 11, year: 2036 }, 'errors-day-too-far', {}],
]) {
  test(`bad input: ${what} is not taken, says why, and the right day goes on from there`, async () => {
    const preview = await startPreview();
    await settleIn(preview, 'ti');
    await withPhone(preview, { tag: 'ti' }, async (phone) => {
      await toTheDay(phone);
      await typeDate(phone, date);
      await next(phone);
      assert.equal(await phone.where(), '/visits/add/day');
      assert.ok(await phone.words(message, args).isVisible());
      assert.equal(await phone.field('visits-day-field-year').inputValue(), String(date.year), 'what she typed is still there');
      await typeDate(phone, { day: 24, month: 11, year: 2026 });
      await next(phone);
      assert.equal(await phone.where(), '/visits/add/time');
    });
    await preview.stop();
  });
}

test('bad input: a weekday that contradicts the date is asked about, and she can keep the date', async () => {
  const preview = await startPreview();
  await settleIn(preview, 'ti');
  await withPhone(preview, { tag: 'ti' }, async (phone) => {
    await toTheDay(phone);
    await typeDate(phone, { day: 25, month: 11, year: 2026 });
    await phone.tap(phone.press('calendar-weekday-2'));
    await next(phone);
    assert.equal(await phone.where(), '/visits/add/day', 'it is asked about before it is taken');
    const [is, said] = [say('ti', 'calendar-weekday-3'), say('ti', 'calendar-weekday-2')];
    assert.ok(await phone.words('visits-day-disagrees', { is, said }).isVisible());
    assert.deepEqual(await violations(phone.page), []);
    await phone.tap(phone.press('visits-day-disagrees-keep', { is, day: '25', month: 'November' }));
    await next(phone);
    assert.equal(await phone.where(), '/visits/add/time');
  });
  await preview.stop();
});

test('bad input: 03/04/2027 is asked about in words, the UK order first', async () => {
  const preview = await startPreview();
  await settleIn(preview, 'ar');
  await withPhone(preview, { tag: 'ar' }, async (phone) => {
    await toTheDay(phone);
    await typeDate(phone, { day: 3, month: 4, year: 2027 });
    const offered = await phone.page.locator('main fieldset label').allInnerTexts();
    assert.deepEqual(offered.map((text) => text.trim()), ['3 April', '4 March']);
  });
  await preview.stop();
});

test('bad input: a note of 4,000 characters is kept to the last one, and one more is not lost either', async () => {
  const preview = await startPreview();
  await settleIn(preview, 'ti');
  const note = 'ኣብ '.repeat(1333).padEnd(4000, '.');
  await withPhone(preview, { tag: 'ti' }, async (phone) => {
    await addVisit(phone, LETTER);
    const field = phone.field('visits-check-note', {}, { whole: false });
    await phone.type(field, note);
    await phone.tap(phone.press('visits-check-save'));
    const [{ id }] = (await preview.ask('visits')).coming;
    assert.equal((await preview.ask('visit', { id })).note, note.trim());
    await phone.go(`/visits/${id}`);
    assert.deepEqual(await geometryFaults(phone, { tag: 'ti', dir: 'ltr' }), []);
  });
  await assert.rejects(preview.ask('visit-add', { kind: 'midwife', day: { day: 24, month: 11, year: 2026, weekday: null }, note: `${note}..` }), /too-long/);
  await preview.stop();
});

test('bad input: emoji and direction overrides in a place name stay in the place name', async () => {
  const preview = await startPreview();
  await settleIn(preview, 'en-GB');
  const evil = '🏥 Ward \u202E9\u202C \u2067East';
  await withPhone(preview, {}, async (phone) => {
    await addVisit(phone, { ...LETTER, place: evil });
    await phone.tap(phone.press('visits-check-save'));
    const [{ id, place }] = (await preview.ask('visits')).coming;
    assert.ok(place.startsWith('🏥 Ward'), place);
    await phone.go(`/visits/${id}`);
    // Whatever stands behind the place still runs its own way: the leaf's words stand in their order from left to right.
    const before = await phone.page.locator('.visit-place').boundingBox();
    assert.ok(before.x >= 0 && before.x + before.width <= 320);
    assert.deepEqual(await geometryFaults(phone, { tag: 'en-GB', dir: 'ltr' }), []);
    await phone.go(`/money/letter/${id}`);
    const letter = await phone.page.locator('.sheet').innerText();
    assert.match(letter, /Tuesday 24 November 2026 at 9:20am/, 'the letter is not turned round');
    await phone.tap(phone.press('money-letter-copy'));
    assert.doesNotMatch(await phone.clipboard(), /[\u202A-\u202E\u2066-\u2069]/, 'nothing that turns text goes into a message');
  });
  await preview.stop();
});

test('bad input: a phone number with letters is pointed out where she typed it, and nothing else is lost', async () => {
  const preview = await startPreview();
  await settleIn(preview, 'ar');
  await withPhone(preview, { tag: 'ar' }, async (phone) => {
    await phone.tap(phone.press('today-tile-add'));
    await kind(phone, 'midwife');
    await next(phone);
    await day(phone, 24, 'November 2026');
    await next(phone);
    await time(phone, '09:20');
    await next(phone);
    await next(phone);
    await phone.type(phone.field('visits-phone-field', {}, { whole: false }), '0151 CALL NOW');
    await next(phone);
    assert.equal(await phone.where(), '/visits/add/phone');
    assert.ok(await phone.words('errors-phone-not-a-number').isVisible());
    const field = phone.field('visits-phone-field', {}, { whole: false });
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.equal(await field.inputValue(), '0151 CALL NOW');
    assert.deepEqual(await violations(phone.page), []);
    await phone.type(field, '0151 708 9988');
    await next(phone);
    assert.equal(await phone.where(), '/visits/add/check');
  });
  await preview.stop();
});

for (const sum of ['-1', '10000']) {
  test(`bad input: a fare of ${sum} is not taken, says what a fare can be, and the one before stays`, async () => {
    const { preview, ids } = await inUse('ti');
    await withPhone(preview, { tag: 'ti' }, async (phone) => {
      await phone.go(`/money/trip/${ids.hospital}`);
      await phone.tap(phone.press('money-change'));
      const field = phone.field('money-trip-fare-label');
      await phone.type(field, sum);
      await phone.tap(phone.press('money-save'));
      const alert = phone.page.locator('main [role=alert]');
      assert.ok((await alert.first().innerText()).trim().length > 10, 'it says why');
      assert.equal(await field.inputValue(), sum);
      assert.equal((await preview.ask('trip', { id: ids.hospital })).fare.pence, 600);
      await phone.type(field, '4.20');
      await phone.tap(phone.press('money-save'));
      assert.equal((await preview.ask('trip', { id: ids.hospital })).fare.pence, 420);
    });
    await preview.stop();
  });
}

test('bad input: the program is killed in the middle of a visit; what was saved is there when it starts again', async () => {
  const life = await inUse('ar');
  const { folder, port } = life.preview;
  const before = (await life.preview.ask('visits')).coming;
  const phone = await openPhone(life.preview, { tag: 'ar' });
  await toTheDay(phone);
  await day(phone, 24, 'November 2026');
  await life.preview.kill();

  phone.cutOff = true;
  await phone.tap(phone.press('visits-question-next', {}, { whole: true }));
  assert.ok(await phone.words('errors-unexpected').isVisible(), 'it says that something went wrong');
  assert.equal(await phone.where(), '/visits/add/day', 'and she is still where she was');

  const again = await startPreview({ folder, port });
  await next(phone);
  assert.equal(await phone.where(), '/visits/add/time', 'once it is back, she goes on with what she had answered');
  await phone.reopen();
  await phone.go('/visits');
  assert.deepEqual((await again.ask('visits')).coming.map(({ id }) => id), before.map(({ id }) => id));
  for (const { id } of before) assert.equal(await phone.page.locator(`main a[href="#/visits/${id}"]`).count(), 1);
  await phone.close();
  await again.stop();
});

test('bad input: a vault with one byte changed is said to be unreadable, is kept as it is, and everything public still works', async () => {
  const life = await inUse('en-GB');
  const { folder } = life.preview;
  await life.preview.kill();
  // Nothing tells which of the two is hers, so both are changed.
  const damaged = ['a', 'b'].map((side) => join(folder, `vault/${side}.db`)).map((file) => {
    const bytes = readFileSync(file);
    bytes[Math.floor(bytes.length / 2)] ^= 0xff;
    bytes[100] ^= 0xff;
    writeFileSync(file, bytes);
    return { file, bytes };
  });
  const preview = await startPreview({ folder });
  await withPhone(preview, {}, async (phone) => {
    await phone.go('/language');
    await phone.tap(phone.press('settings-language-continue'));
    await phone.go('/trouble');
    assert.ok(await phone.words('errors-vault-damaged').isVisible());
    assert.deepEqual(await violations(phone.page), []);
    await phone.tap(phone.press('settings-trouble-on'));
    assert.equal(await phone.where(), '/');
    for (const path of ['/rights', '/rights/free-care', '/help', '/danger', '/cards']) {
      await phone.go(path);
      assert.ok((await phone.text()).length > 150, `${path} can be read`);
    }
    for (const { file, bytes } of damaged) assert.ok(readFileSync(file).equals(bytes), `${file} is as it was`);
    await phone.go('/trouble');
    await phone.tap(phone.press('settings-trouble-again'));
    await phone.tap(phone.press('settings-trouble-sure-yes'));
    for (const { file, bytes } of damaged) {
      const kept = files(folder).filter((name) => readFileSync(join(folder, name)).equals(bytes));
      assert.equal(kept.length, 1, `started again: what was in ${file} is kept, byte for byte`);
    }
    const aside = files(folder).filter((name) => /\.db\.kept-1$/.test(name));
    assert.equal(aside.length, 1, 'only hers was put aside');
  });
  await preview.stop();
});

test('bad input: content.db cut short or gone heals itself, and her own things are untouched', async () => {
  const life = await inUse('ti');
  const { folder } = life.preview;
  await life.preview.kill();
  truncateSync(join(folder, 'content.db'), 5000);
  const preview = await startPreview({ folder });
  await withPhone(preview, { tag: 'ti' }, async (phone) => {
    await phone.go('/rights/free-care');
    assert.ok((await phone.text()).length > 500);
    await phone.go('/visits');
    assert.equal(await phone.page.locator(`main a[href="#/visits/${life.ids.hospital}"]`).count(), 1);
  });
  await preview.stop();
});

test('bad input: a second Kindway on the same folder says that one is open already, and can still be read', async () => {
  const life = await inUse('en-GB');
  const second = await startPreview({ folder: life.preview.folder });
  await withPhone(second, {}, async (phone) => {
    await phone.go('/language');
    await phone.tap(phone.press('settings-language-continue'));
    await phone.go('/trouble');
    assert.ok(await phone.words('errors-already-open').isVisible());
    await phone.tap(phone.press('settings-trouble-on'));
    await phone.go('/danger');
    assert.ok(await phone.page.locator('a[href="tel:999"]').first().isVisible());
  });
  await second.kill();
  assert.equal((await life.preview.ask('visits')).coming.length, 4, 'the first one has lost nothing');
  await life.preview.stop();
});

test('bad input: two pages on the same Kindway: the one that saves last is told, and nothing is written over', async () => {
  const { preview, ids } = await inUse('en-GB');
  const one = await openPhone(preview);
  const other = await openPhone(preview);
  for (const phone of [one, other]) {
    await phone.go(`/visits/${ids.hospital}`);
    await phone.tap(phone.press('visits-change-button'));
  }
  await one.type(one.field('visits-check-note', {}, { whole: false }), 'from the first page');
  await one.tap(one.press('visits-check-save'));
  await other.type(other.field('visits-check-note', {}, { whole: false }), 'from the second page');
  await other.tap(other.press('visits-check-save'));
  assert.ok(await other.words('errors-changed-elsewhere').isVisible(), 'the second page is told');
  assert.equal(await other.field('visits-check-note', {}, { whole: false }).inputValue(), 'from the second page', 'her words are still there to copy');
  assert.equal((await preview.ask('visit', { id: ids.hospital })).note, 'from the first page');
  await one.close();
  await other.close();
  await preview.stop();
});

function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1));
}
