// An editor changes a rate, and a phone has it; a host that lies changes nothing.

import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { violations } from '../support/axe.mjs';
import { withPhone } from '../support/browser.mjs';
import { foundCharity } from '../support/charity.mjs';
import { startHost } from '../support/host.mjs';
import { test } from '../support/lane.mjs';
import { settleIn } from '../support/lives.mjs';
import { startPreview } from '../support/preview.mjs';
import { say } from '../support/words.mjs';

let host;
let charity;

/** They share one charity, which takes a while to found. */
const desk = {
  async open() {
    if (charity) return;
    host = await startHost(null);
    charity = await foundCharity(host.address);
  },
  async close() {
    charity?.close();
    await host?.stop();
  },
};

/** A phone as it was bought. */
async function newPhone(tag, how) {
  await desk.open();
  host.folder = `${charity.public}/v1`;
  host.lie = null;
  const preview = await startPreview({ updates: charity.ship, ...how });
  await settleIn(preview, tag);
  return preview;
}

/** A phone that has looked once, so that what it is sent afterwards is what an update costs. */
async function phoneThatLooked(tag) {
  const preview = await newPhone(tag);
  await look(preview);
  host.sent = [];
  return preview;
}

/** Looks for something new through the core's own door, and waits for what comes of it. */
async function look(preview) {
  await preview.ask('updates-now', { large: false });
  for (;;) {
    const updates = await preview.ask('updates');
    if (updates.doing === null) return updates;
    await new Promise((done) => setTimeout(done, 20));
  }
}

for (const [place, tag] of ['en-GB', 'ar', 'ti'].entries()) {
  test(`journey 10 in ${tag}: an editor changes a rate, and the page shows it after one update`, async () => {
    const preview = await phoneThatLooked(tag);
    await withPhone(preview, { tag }, async (phone) => {
      const pounds = 6 + place;
      charity.edit('assets/content/rates.toml', (text) =>
        text.replace(/(id = "pregnancy"\npence = )\d+([\s\S]*?checked = )\d{4}-\d\d-\d\d/, `$1${pounds}25$22026-11-${20 - place}`));
      await charity.publish();

      await phone.go('/phone/updates');
      await phone.tap(phone.press('settings-updates-now'));
      await phone.words('settings-updates-changed-rates', { count: '1' }).waitFor();
      assert.deepEqual(await violations(phone.page), []);

      const bytes = host.sent.reduce((sum, sent) => sum + sent.bytes, 0);
      assert.ok(bytes <= 1500, `${bytes} bytes for one rate: ${JSON.stringify(host.sent.map(({ path, bytes: sent }) => [path, sent]))}`);
      await phone.go('/money');
      const text = await phone.text();
      assert.match(text, new RegExp(`£${pounds}\\.25`));
      const { rates } = await preview.ask('money');
      const { checked } = rates.find(({ id }) => id === 'pregnancy');
      assert.equal(checked.iso, `2026-11-${20 - place}`);
      assert.ok(text.includes(checked.hers?.text ?? `${checked.day} ${checked.month} ${checked.year}`), 'the day on which the editor read the source');
    });
    await preview.stop();
  }, desk);

  test(`journey 11 in ${tag}: the host lies, nothing changes, it is said plainly, and everything still works`, async () => {
    const preview = await phoneThatLooked(tag);
    const known = await preview.ask('about');
    await withPhone(preview, { tag }, async (phone) => {
      const junk = Buffer.from('{"signed":{},"signatures":[]}');
      const lies = {
        'settings-updates-then-not-trusted': { status: 200, body: junk },
        'settings-updates-then-host': { status: 500 },
        'settings-updates-then-no-connection': { status: 200, headers: { 'Content-Type': 'text/html' }, body: Buffer.from('<html>Log in</html>') },
      };
      await phone.go('/phone/updates');
      for (const [words, lie] of Object.entries(lies)) {
        host.lie = (path) => (path.endsWith('/timestamp.json') ? lie : null);
        await phone.tap(phone.press('settings-updates-now'));
        await phone.words(words).waitFor();
        assert.deepEqual(await violations(phone.page), []);
        assert.deepEqual(await preview.ask('about'), known, 'the content is what it was');
      }
      await phone.go('/money');
      assert.match(await phone.text(), /£\d+\.25/, 'what she had is shown');
      host.lie = null;
      assert.equal((await look(preview)).trouble, null, 'an honest host is believed again');
    });
    await preview.stop();
  }, desk);

  test(`a phone set to 1970, in ${tag}: its pages are shown, and it is brought up to date`, async () => {
    const preview = await newPhone(tag, { now: '1970-01-01T00:00:00Z' });
    await withPhone(preview, { tag }, async (phone) => {
      await phone.go('/rights/free-care');
      const page = await phone.text();
      assert.ok(page.length > 500, page);
      charity.edit('assets/content/rates.toml', (text) =>
        text.replace(/(id = "pregnancy"\npence = )\d+/, `$1${10 + place}50`));
      await charity.publish();
      await phone.go('/phone/updates');
      await phone.tap(phone.press('settings-updates-now'));
      await phone.words('settings-updates-newest').waitFor();
      assert.deepEqual(await violations(phone.page), []);
      await phone.go('/money');
      assert.match(await phone.text(), new RegExp(`£${10 + place}\\.50`));
    });
    await preview.stop();
  }, desk);

  test(`a phone set to 2038, in ${tag}: its pages are shown, and the date is named as the cause`, async () => {
    const preview = await newPhone(tag, { now: '2038-01-19T03:14:08Z' });
    const known = await preview.ask('about');
    await withPhone(preview, { tag }, async (phone) => {
      await phone.go('/rights/free-care');
      const page = await phone.text();
      assert.ok(page.length > 500, page);
      await phone.go('/phone/updates');
      await phone.tap(phone.press('settings-updates-now'));
      await phone.words('settings-updates-then-date').waitFor();
      // The day is a question of its own to the core.
      await phone.words('settings-updates-date').waitFor();
      const text = await phone.text();
      for (const words of ['trouble-date', 'unchanged', 'date']) assert.ok(text.includes(say(tag, `settings-updates-${words}`)), words);
      assert.match(text, /19 January 2038/);
      assert.deepEqual(await violations(phone.page), []);
      assert.deepEqual(await preview.ask('about'), known, 'the content is what it was');
    });
    await preview.stop();
  }, desk);

  test(`damage to what an update brought, in ${tag}: she is told that what came with the app is here, until the newest is`, async () => {
    const before = await phoneThatLooked(tag);
    charity.edit('assets/content/rates.toml', (text) =>
      text.replace(/(id = "pregnancy"\npence = )\d+/, `$1${20 + place}75`));
    await charity.publish();
    assert.equal((await look(before)).trouble, null);
    const { folder } = before;
    await before.kill();
    writeFileSync(join(folder, 'content.db'), 'no database');
    // It looks as soon as it is opened.
    host.lie = (path) => (path.endsWith('/timestamp.json') ? { status: 500 } : null);
    const preview = await startPreview({ updates: charity.ship, folder });
    await withPhone(preview, { tag }, async (phone) => {
      await phone.go('/phone/updates');
      await phone.tap(phone.press('settings-updates-now'));
      await phone.words('settings-updates-then-host').waitFor();
      const text = await phone.text();
      for (const words of ['went-back', 'went-back-then', 'checked']) assert.ok(text.includes(say(tag, `settings-updates-${words}`)), words);
      assert.ok(!text.includes(say(tag, 'settings-updates-unchanged')));
      assert.deepEqual(await violations(phone.page), []);

      host.lie = null;
      await phone.tap(phone.press('settings-updates-now'));
      await phone.words('settings-updates-newest').waitFor();
      assert.ok(!(await phone.text()).includes(say(tag, 'settings-updates-went-back')));
      await phone.go('/money');
      assert.match(await phone.text(), new RegExp(`£${20 + place}\\.75`));
    });
    await preview.stop();
  }, desk);
}
