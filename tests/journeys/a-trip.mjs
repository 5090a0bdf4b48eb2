// Journey 3: Farida has £11 to Friday, the scan costs £6 there and back. Her Dari does not ship yet: she reads Arabic here.

import { strict as assert } from 'node:assert';

import { violations } from '../support/axe.mjs';
import { withPhone } from '../support/browser.mjs';
import { test } from '../support/lane.mjs';
import { settleIn } from '../support/lives.mjs';
import { startPreview } from '../support/preview.mjs';
import { plain, say } from '../support/words.mjs';

const SCAN = { kind: 'scan', day: { day: 24, month: 11, year: 2026, weekday: null }, time: '09:20', place: "Liverpool Women's Hospital" };

/** Words that a letter for a fare has no business to say. */
const PRIVATE = /scan|pregnan|baby|bab(y|ies)|birth|maternity|midwife|asylum|refugee|immigration|Home Office|diagnos|HIV|mental/i;

/** She types both sums on the trip. */
async function typeSums(phone, { have, fare }) {
  if (have !== undefined) await phone.type(phone.field('money-have-label'), have);
  await phone.type(phone.field('money-trip-fare-label'), fare);
  await phone.tap(phone.press('money-save'));
}

test('journey 3: Farida sees that £5 is left after a £6 fare, and £1 a day to Friday', async () => {
  const preview = await startPreview();
  await settleIn(preview, 'ar');
  await preview.ask('visit-add', SCAN);
  await withPhone(preview, { tag: 'ar' }, async (phone) => {
    await phone.tap(phone.place('money'));
    await phone.tap(phone.page.locator('main a[href^="#/money/trip/"]').first());
    const trip = await phone.where();
    await typeSums(phone, { have: '11', fare: '6' });
    assert.match(await phone.text(), /£5\.00|£5(?!\d)/, 'what is left');
    assert.ok(await phone.words('money-trip-left').isVisible());

    await phone.tap(phone.press('money-trip-pick-day'));
    assert.equal(await phone.where(), '/money');
    await phone.tap(phone.press('calendar-weekday-5'));
    await phone.back();
    assert.equal(await phone.where(), trip, 'back leads to the trip');
    assert.ok(await phone.words('money-trip-per-day', { sum: '£1.00' }).isVisible(), 'per day, Sunday to Thursday');
    assert.ok(await phone.words('money-trip-left-until', { weekday: say('ar', 'calendar-weekday-5') }).isVisible());

    // The claim clock: three months after the visit, in her own words.
    const { claim_until: claim } = await preview.ask('trip', { id: trip.split('/').pop() });
    assert.equal(claim.iso, '2027-02-24');
    assert.ok(plain(await phone.text()).includes(plain(claim.hers.text)), 'the last day to claim');
    assert.deepEqual(await violations(phone.page), []);
  });
  await preview.stop();
});

test('journey 3: the letter asks for the fare in English with day and sum, and says nothing about her health or her papers', async () => {
  const preview = await startPreview();
  await settleIn(preview, 'ar');
  const { card } = await preview.ask('visit-add', SCAN);
  await preview.ask('trip-save', { id: card.id, fare_pence: 600 });
  await withPhone(preview, { tag: 'ar' }, async (phone) => {
    await phone.go(`/money/trip/${card.id}`);
    await phone.tap(phone.press('money-trip-ask'));
    const sheet = phone.page.locator('.sheet');
    const shown = plain(await sheet.innerText());
    assert.match(shown, /Tuesday 24 November 2026/);
    assert.match(shown, /£6\.00/);
    assert.match(shown, /Arabic/);
    assert.equal(await sheet.getAttribute('dir'), 'ltr');
    assert.doesNotMatch(shown, PRIVATE);
    assert.ok(await phone.section('money-letter-hers').isVisible(), 'her language stands beside it');

    await phone.tap(phone.press('money-letter-copy'));
    assert.ok(await phone.words('money-letter-copied').isVisible());
    const copied = await phone.clipboard();
    assert.equal(sameWords(copied), sameWords(shown), 'what is copied is what is shown');

    await phone.tap(phone.choice('money-letter-tick-day'));
    assert.doesNotMatch(await sheet.innerText(), /24 November|£6/, 'what she does not tick is not in it');
    await phone.tap(phone.choice('money-letter-tick-day'));

    await phone.tap(phone.press('money-letter-save'));
    assert.ok(await phone.words('money-letter-saved').isVisible());
    assert.deepEqual(await violations(phone.page), []);
    await phone.back();
    assert.equal(await phone.where(), `/money/trip/${card.id}`);
    await phone.tap(phone.place('money'));
    await phone.tap(phone.page.locator('main a[href^="#/money/letters/"]'));
    assert.equal(sameWords(await sheet.innerText()), sameWords(shown), 'the saved letter is the one that she saw');
  });
  await preview.stop();
});

/** Words alone: a letter on screen has its space for the name drawn, a copied one has a colon and dots. */
function sameWords(text) {
  return plain(text).replace(/[^\p{L}\p{N}£.]+/gu, ' ').replace(/[.\s]+$/u, '').trim();
}

test('journey 3: with rates of £14.11 a week and money on Friday, a £6 return leaves £8.11, £1.62 a day', async () => {
  const preview = await startPreview();
  await settleIn(preview, 'ar');
  const { card } = await preview.ask('visit-add', SCAN);
  await withPhone(preview, { tag: 'ar' }, async (phone) => {
    await phone.tap(phone.place('money'));
    await phone.tap(phone.choice('money-support-with-meals'));
    await phone.tap(phone.choice('money-extra-title'));
    await phone.tap(phone.press('calendar-weekday-5'));
    await phone.go(`/money/trip/${card.id}`);
    await typeSums(phone, { fare: '6' });
    const text = await phone.text();
    assert.match(text, /£14\.11/);
    assert.match(text, /£8\.11/);
    assert.ok(await phone.words('money-trip-per-day', { sum: '£1.62' }).isVisible());
    assert.ok(await phone.words('money-trip-from-rates').isVisible(), 'it says that the sum is from published rates');
    assert.match(text, /£8\.86/, 'and which ones');
    assert.match(text, /£5\.25/);
    assert.deepEqual(await violations(phone.page), []);
  });
  await preview.stop();
});

test('journey 3: past the review date of the rates no sum from them appears; the £11 that she typed and the letter stay', async () => {
  const late = { ...SCAN, day: { day: 4, month: 1, year: 2028, weekday: null } };
  const preview = await startPreview({ now: '2028-01-02T10:00:00Z' });
  await settleIn(preview, 'ar', { support: 'with-meals' });
  await preview.ask('money-save', { extra_pregnancy: true, money_day: 'friday' });
  const { card } = await preview.ask('visit-add', late);
  await preview.ask('trip-save', { id: card.id, fare_pence: 600 });
  await withPhone(preview, { tag: 'ar' }, async (phone) => {
    await phone.go(`/money/trip/${card.id}`);
    assert.ok(await phone.words('money-trip-no-rate').isVisible(), 'it says why there is no sum');
    assert.doesNotMatch(await phone.text(), /£14\.11|£8\.11|£8\.86|£5\.25/);
    await phone.go('/money');
    assert.ok(await phone.words('money-rate-past-review').isVisible());
    assert.doesNotMatch(await phone.text(), /£8\.86|£5\.25|£49\.18|£300/);

    await phone.go(`/money/trip/${card.id}`);
    await phone.type(phone.field('money-have-label'), '11');
    await phone.tap(phone.press('money-save'));
    assert.match(await phone.text(), /£11\.00/);
    assert.match(await phone.text(), /£5\.00/);
    await phone.tap(phone.press('money-trip-ask'));
    assert.match(await phone.page.locator('.sheet').innerText(), /£6\.00/);
    assert.deepEqual(await violations(phone.page), []);
  });
  await preview.stop();
});

test('journey 3: with the content that ships, the sum for a place with meals is said not to be settled, and is not counted with', async () => {
  const preview = await startPreview({ seed: null });
  await settleIn(preview, 'en-GB', { support: 'with-meals' });
  const { card } = await preview.ask('visit-add', SCAN);
  await preview.ask('trip-save', { id: card.id, fare_pence: 600 });
  await withPhone(preview, {}, async (phone) => {
    await phone.go(`/money/trip/${card.id}`);
    assert.ok(await phone.words('money-trip-unsettled', { low: '£9', high: '£10' }).isVisible());
    assert.ok(!(await phone.words('money-trip-left').isVisible()), 'nothing is left over from a sum that nobody agrees on');
    await phone.go('/money');
    assert.ok(await phone.words('money-rate-unsettled').isVisible());
  });
  await preview.stop();
});

test('journey 3: a visit that health staff do not give says that the fare may not be covered, and that she can ask', async () => {
  const preview = await startPreview();
  await settleIn(preview, 'ar');
  const { card } = await preview.ask('visit-add', { ...SCAN, kind: 'support-group', place: 'Toxteth' });
  await withPhone(preview, { tag: 'ar' }, async (phone) => {
    await phone.go(`/money/trip/${card.id}`);
    assert.ok(await phone.words('money-pays-not-health').isVisible());
  });
  await preview.stop();
});
