// Journey 8: Blessing, English, miscarries at 11 weeks. One quiet switch, everywhere at once, and back again.

import { strict as assert } from 'node:assert';

import { violations } from '../support/axe.mjs';
import { withPhone } from '../support/browser.mjs';
import { test } from '../support/lane.mjs';
import { inUse } from '../support/lives.mjs';
import { SCREENS } from '../support/screens.mjs';

/** No screen may say one of these words after a loss. */
const BABY_WORDS = /\b(pregnan\w*|bab(?:y|ies)\w*|birth\w*|matern\w*|midwi\w+|antenatal|prenatal|perinatal|postnatal|scans?|womb|unborn|trimester|labour ward)\b/i;

/** What stands beside a word, to find it by. */
function around(text, at) {
  return text.slice(Math.max(0, at - 40), at + 40).replace(/\s+/g, ' ');
}

/** Everything on the screen that a person reads or hears, with what is folded away unfolded. */
async function readOrHeard(phone) {
  await phone.page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });
  const more = phone.press('help-show-more', { count: '' });
  while ((await more.count()) > 0) await phone.tap(more.first());
  return phone.page.evaluate(() => {
    const named = [...document.querySelectorAll('#app [aria-label], #app [title], #app [alt]')];
    const heard = named.flatMap((each) => ['aria-label', 'title', 'alt'].map((name) => each.getAttribute(name) ?? ''));
    return [document.body.innerText, ...heard].join('\n');
  });
}

/** The one page that is about the loss itself. Its name does not say of what; she opens it if she wants to read. */
const ABOUT_THE_LOSS = '/rights/pregnancy-loss';

/** Every screen that links lead to from here, each once. */
async function everyScreenThatCanBeReached(phone, begin, { but }) {
  const seen = new Map([[but, '']]);
  const waiting = [...begin];
  while (waiting.length > 0) {
    const path = waiting.shift();
    const key = path.replace(/\?.*$/, '');
    if (seen.has(key)) continue;
    await phone.go(path);
    seen.set(key, await readOrHeard(phone));
    const links = await phone.page.evaluate(() => [...document.querySelectorAll('a[href^="#/"]')].map((link) => decodeURIComponent(link.getAttribute('href').slice(1))));
    waiting.push(...links.filter((link) => !seen.has(link.replace(/\?.*$/, ''))));
  }
  return seen;
}

test('journey 8: after a loss every pregnancy reminder is gone at once, the solicitor’s visit still rings, and it can be undone', async () => {
  const { preview, ids } = await inUse('en-GB');
  await withPhone(preview, {}, async (phone) => {
    const before = (await preview.ask('reminders')).planned;
    await phone.tap(phone.place('visits'));
    await phone.tap(phone.press('settings-changed-title'));
    await phone.tap(phone.press('settings-changed-turn-on'));
    assert.ok(await phone.words('settings-changed-on').isVisible());
    assert.deepEqual(await violations(phone.page), []);

    const after = (await preview.ask('reminders')).planned;
    assert.ok(before.some(({ visits }) => visits.includes(ids.hospital)), 'the hospital visit rang before');
    assert.ok(!after.some(({ visits }) => visits.includes(ids.hospital)), 'and does not now');
    assert.ok(after.some(({ visits }) => visits.includes(ids.solicitor)), 'the solicitor’s does');
    assert.deepEqual(
      after.filter(({ visits }) => visits.includes(ids.solicitor)).map(({ at }) => at),
      before.filter(({ visits }) => visits.includes(ids.solicitor)).map(({ at }) => at),
    );

    await phone.go('/');
    assert.doesNotMatch(await phone.text(), /Hospital doctor/);
    await phone.reopen();
    assert.doesNotMatch(await phone.text(), /Hospital doctor/, 'nor after the app was closed');

    await phone.go('/something-changed');
    await phone.tap(phone.press('settings-changed-turn-off'));
    assert.deepEqual((await preview.ask('reminders')).planned, before, 'undone: every reminder is back');
    await phone.go('/');
    assert.match(await phone.text(), /Hospital doctor/);
  });
  await preview.stop();
});

test('journey 8: after a loss no screen that can be reached says a word about babies or birth', async () => {
  const { preview } = await inUse('en-GB');
  await preview.ask('settings-save', { loss: true });
  await withPhone(preview, {}, async (phone) => {
    const listed = SCREENS.filter(({ life }) => life === 'afterLoss').map((screen) => screen.at({}));
    const texts = await everyScreenThatCanBeReached(phone, ['/', ...listed], { but: ABOUT_THE_LOSS });
    assert.ok(texts.size >= 60, `only ${texts.size} screens were reached`);
    const found = [];
    for (const [path, text] of texts) {
      const word = text.match(BABY_WORDS);
      if (word) found.push(`${path}: “${around(text, word.index)}”`);
    }
    if (found.length > 0) assert.fail(`${found.length} of ${texts.size} screens:\n${found.join('\n')}`);
  });
  await preview.stop();
});

test('journey 8: after a loss search finds people to talk to about it, and nobody who speaks of babies first', async () => {
  const { preview } = await inUse('en-GB');
  await preview.ask('settings-save', { loss: true });
  await withPhone(preview, {}, async (phone) => {
    await phone.go('/something-changed');
    await phone.tap(phone.press('settings-changed-on-help'));
    assert.match(await phone.where(), /^\/help/);
    assert.ok((await phone.page.locator('main a[href^="#/help/contact/"]').count()) > 0, 'somebody to talk to');
  });
  await preview.stop();
});
