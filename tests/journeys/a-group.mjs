// Journey 9: Mei looks for a women's group near L7. Her Vietnamese does not ship yet: she reads Tigrinya here.

import { strict as assert } from 'node:assert';

import { violations } from '../support/axe.mjs';
import { withPhone } from '../support/browser.mjs';
import { test } from '../support/lane.mjs';
import { settleIn } from '../support/lives.mjs';
import { startPreview } from '../support/preview.mjs';
import { plain, say } from '../support/words.mjs';

/** She says where she is. */
async function near(phone, place) {
  const form = phone.field('help-near-label');
  if (!(await form.isVisible())) await phone.tap(phone.page.locator('.place-row'));
  await phone.type(form, place);
  await phone.tap(phone.press('help-near-use'));
}

/** She searches for words. */
async function search(phone, words) {
  await phone.type(phone.field('help-words-label'), words);
  await phone.tap(phone.press('help-words-search'));
}

/** Touches "Show more" until everything that was found stands there. */
async function showAll(phone) {
  const more = phone.press('help-show-more', { count: '' });
  while ((await more.count()) > 0) await phone.tap(more.first());
}

/** The headings and the contacts under them, as they stand on the screen from top to bottom. */
async function list(phone) {
  return phone.page.evaluate(() =>
    [...document.querySelectorAll('#app main h2, #app main a[href^="#/help/contact/"]')].map((each) =>
      each.tagName === 'H2'
        ? { heading: each.innerText.replace(/[\u2066-\u2069]/g, '').trim() }
        : { contact: each.getAttribute('href').slice('#/help/contact/'.length), text: each.innerText.replace(/[\u2066-\u2069]/g, '') },
    ),
  );
}

const at = (rows, contact) => rows.findIndex((row) => row.contact === contact);
const headingAt = (rows, heading) => rows.findIndex((row) => row.heading === heading);

test('journey 9: “group” near L7 8TX finds Refugee Women Connect and Liverpool Lighthouse before any national line, both “in Liverpool”', async () => {
  const preview = await startPreview();
  await settleIn(preview, 'ti');
  await withPhone(preview, { tag: 'ti' }, async (phone) => {
    await phone.tap(phone.place('help'));
    await near(phone, 'L7 8TX');
    assert.ok(await phone.words('help-near-code', { outcode: 'L7', town: 'Liverpool' }).isVisible());
    await search(phone, 'group');
    const rows = await list(phone);
    const local = headingAt(rows, say('ti', 'help-group-near', { town: 'Liverpool' }));
    const national = headingAt(rows, say('ti', 'help-group-national'));
    for (const contact of ['refugee-women-connect', 'liverpool-lighthouse']) {
      const place = at(rows, contact);
      assert.ok(place > local && local >= 0, `${contact} is found near her`);
      assert.ok(national === -1 || place < national, `${contact} stands before the national lines`);
      assert.ok(rows[place].text.includes(say('ti', 'help-where-in', { town: 'Liverpool' })), `${contact} is in Liverpool, without a distance: ${rows[place].text}`);
    }
    assert.deepEqual(await violations(phone.page), []);
  });
  await preview.stop();
});

test('journey 9: with women only on, the known ones come first and those not known stand below their own line', async () => {
  const preview = await startPreview();
  await settleIn(preview, 'ti');
  await withPhone(preview, { tag: 'ti' }, async (phone) => {
    await phone.tap(phone.place('help'));
    await near(phone, 'L7 8TX');
    await search(phone, 'group');
    const before = await list(phone);
    const chip = phone.press('help-filter-women-only');
    await phone.tap(chip);
    assert.equal(await chip.getAttribute('aria-pressed'), 'true');
    const rows = await list(phone);
    const notKnown = headingAt(rows, say('ti', 'help-group-not-known'));
    assert.ok(at(rows, 'refugee-women-connect') >= 0 && at(rows, 'refugee-women-connect') < notKnown, 'known to be for women only');
    assert.ok(at(rows, 'liverpool-lighthouse') > notKnown, 'not known: below the line, and still there');
    assert.ok(rows.length >= 2 && at(before, 'liverpool-lighthouse') >= 0);
    assert.ok(await phone.words('help-group-not-known-women-only').isVisible(), 'it says that she can ask');
    assert.deepEqual(await violations(phone.page), []);

    await phone.tap(phone.page.locator('main a[href="#/help/contact/refugee-women-connect"]').first());
    assert.equal(await phone.heading(), 'Refugee Women Connect');
    assert.ok(await phone.words('help-known-women-only-yes').isVisible());
    assert.deepEqual(await violations(phone.page), []);
    await phone.back();
    assert.equal(await phone.where(), '/help');
    assert.deepEqual((await list(phone)).map(({ contact }) => contact), rows.map(({ contact }) => contact), 'the list is as she left it');
    assert.equal(await chip.getAttribute('aria-pressed'), 'true');
  });
  await preview.stop();
});

test('journey 9: a group that publishes no number can be reached by a card that asks staff to contact them', async () => {
  const preview = await startPreview();
  await settleIn(preview, 'ti');
  await withPhone(preview, { tag: 'ti' }, async (phone) => {
    await phone.go('/help/contact/refugee-women-connect');
    await phone.tap(phone.press('help-reach-staff'));
    assert.match(await phone.where(), /^\/cards\/contact-group/);
    const card = plain(await phone.page.locator('.staff-card').innerText());
    assert.match(card, /Refugee Women Connect/);
    assert.match(card, /Tigrinya/, 'with her language for the interpreter');
    assert.deepEqual(await violations(phone.page), []);
    await phone.back();
    assert.equal(await phone.where(), '/help/contact/refugee-women-connect');
  });
  await preview.stop();
});

test('journey 9: a number that none of us has rung says so beside it', async () => {
  const preview = await startPreview();
  await settleIn(preview, 'ti');
  await withPhone(preview, { tag: 'ti' }, async (phone) => {
    await phone.go('/help/contact/migrant-help');
    assert.ok(await phone.page.locator('main a[href^="tel:"]').first().isVisible());
    assert.ok(await phone.words('help-badge-not-phoned').isVisible());
    assert.ok(await phone.words('help-reach-free').isVisible(), 'and that it is free');
  });
  await preview.stop();
});

test('journey 9: Birmingham finds Hope Projects with who may refer', async () => {
  const preview = await startPreview();
  await settleIn(preview, 'en-GB');
  await withPhone(preview, {}, async (phone) => {
    await phone.tap(phone.place('help'));
    await search(phone, 'Birmingham');
    await showAll(phone);
    const rows = await list(phone);
    const hope = rows[at(rows, 'hope-projects')];
    assert.ok(hope, `Hope Projects is not among ${rows.length} rows`);
    await phone.tap(phone.page.locator('main a[href="#/help/contact/hope-projects"]').first());
    assert.match(await phone.section('help-known-title').innerText(), /refer/i);
  });
  await preview.stop();
});

test('journey 9: the pregnancy outreach service that has closed is shown as closed, with what to try instead', async () => {
  const preview = await startPreview();
  await settleIn(preview, 'en-GB');
  await withPhone(preview, {}, async (phone) => {
    await phone.tap(phone.place('help'));
    await near(phone, 'Birmingham');
    await search(phone, 'pregnancy outreach');
    const rows = await list(phone);
    assert.ok(at(rows, 'pows-gateway') > headingAt(rows, say('en-GB', 'help-group-closed')), 'it stands under “closed”');
    assert.ok(headingAt(rows, say('en-GB', 'help-group-closed')) >= 0);
    await phone.tap(phone.page.locator('main a[href="#/help/contact/pows-gateway"]').first());
    assert.ok(await phone.words('help-closed-title').isVisible());
    assert.ok(await phone.words('help-closed-instead').isVisible());
    assert.equal(await phone.page.locator('main a[href^="tel:"]').count(), 0, 'nobody is sent to call what has closed');
  });
  await preview.stop();
});

test('journey 9: words of danger put the emergency lines first', async () => {
  const preview = await startPreview();
  await settleIn(preview, 'en-GB', { near: 'L7' });
  await withPhone(preview, {}, async (phone) => {
    await phone.tap(phone.place('help'));
    await search(phone, 'my husband hits me');
    const rows = await list(phone);
    const first = rows.findIndex((row) => row.contact);
    assert.ok(first > headingAt(rows, say('en-GB', 'help-group-first')) && headingAt(rows, say('en-GB', 'help-group-first')) >= 0, JSON.stringify(rows.slice(0, 4)));
    assert.ok((await phone.page.locator('main a[href^="tel:"]').count()) > 0, 'with a number to touch');
    assert.ok(await phone.words('help-reach-warning').isVisible(), 'and the warning that a call leaves a trace');
  });
  await preview.stop();
});

test('a number of her own stands above every other, and a letter in it is pointed out before it is saved', async () => {
  const preview = await startPreview();
  await settleIn(preview, 'ti');
  await withPhone(preview, { tag: 'ti' }, async (phone) => {
    await phone.tap(phone.place('help'));
    await phone.tap(phone.press('help-own-midwife'));
    await phone.type(phone.field('help-number-phone'), '0151 CALL ME');
    await phone.tap(phone.press('help-number-save'));
    assert.ok(await phone.words('errors-phone-not-a-number').isVisible());
    assert.equal(await phone.field('help-number-phone').inputValue(), '0151 CALL ME', 'what she typed is still there');
    assert.deepEqual((await preview.ask('own-numbers')).numbers, []);
    await phone.type(phone.field('help-number-phone'), '07700 900123');
    await phone.tap(phone.press('help-number-save'));
    await phone.go('/help');
    const call = phone.page.locator('main a[href="tel:07700900123"]');
    assert.ok(await call.isVisible());
    const first = await phone.page.locator('main a[href^="#/help/contact/"], main a[href^="tel:"]').first().getAttribute('href');
    assert.equal(first, 'tel:07700900123');
  });
  await preview.stop();
});
