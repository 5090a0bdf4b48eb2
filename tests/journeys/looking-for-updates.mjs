// Looking for updates without her asking: after Today is drawn, never under the cover, and what came is shown.

import { strict as assert } from 'node:assert';

import { openPhone, withPhone } from '../support/browser.mjs';
import { test } from '../support/lane.mjs';
import { inUse } from '../support/lives.mjs';
import { comeTo, MID_WAY, updatesSay } from '../support/updates.mjs';
import { plain } from '../support/words.mjs';

/** A little longer than the screen waits between two looks. */
const A_LOOK = 1300;
/** A little longer than until the first look after she has left it. */
const FIRST_LOOK = 4500;

const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const isUpdates = (name) => name.startsWith('updates');

test('updates are looked for once Today is drawn, and the first call is still the one that opens the app', async () => {
  const { preview } = await inUse('en-GB');
  const phone = await openPhone(preview, { open: false });
  const seen = [];
  await phone.page.route('**/call', async (route) => {
    const { ask } = route.request().postDataJSON();
    const painted = isUpdates(ask) && (await phone.page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length > 0 && document.querySelector('#app main h1') !== null));
    seen.push({ ask, painted });
    await route.continue();
  });
  await phone.open();
  await phone.page.waitForFunction(() => document.querySelector('#app main h1') !== null);
  while (!seen.some(({ ask }) => isUpdates(ask))) await wait(20);
  assert.deepEqual(seen, [{ ask: 'open', painted: false }, { ask: 'updates-if-due', painted: true }]);
  await phone.close();
  await preview.stop();
});

test('on the first run nothing is looked for before Today', async () => {
  const { preview } = await inUse('en-GB');
  await preview.ask('settings-save', { welcomed: false });
  await withPhone(preview, {}, async (phone) => {
    const { asked } = await updatesSay(phone);
    await phone.reopen();
    await wait(A_LOOK);
    assert.deepEqual(asked.filter(isUpdates), []);
  });
  await preview.stop();
});

test('updates are looked for when she comes back and when a connection returns, but not under the cover', async () => {
  const { preview } = await inUse('en-GB');
  await withPhone(preview, {}, async (phone) => {
    const { asked } = await updatesSay(phone);
    const comeBack = () => phone.page.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')));
    const online = () => phone.page.evaluate(() => void window.dispatchEvent(new Event('online')));
    for (const event of [comeBack, online]) {
      asked.length = 0;
      await event();
      await phone.settled();
      assert.deepEqual(asked.filter(isUpdates), ['updates-if-due']);
    }
    await phone.tap(phone.constant('hide'));
    asked.length = 0;
    await comeBack();
    await online();
    await wait(A_LOOK);
    assert.deepEqual(asked.filter(isUpdates), [], 'the cover is up');
    for (let touch = 0; touch < 3; touch += 1) await phone.page.locator('#cover-clock').tap();
    await phone.settled();
    assert.deepEqual(asked.filter(isUpdates), ['updates-if-due'], 'she has come back');
  });
  await preview.stop();
});

test('an update that runs is followed while the screen is open, and no longer each second once she has left it', async () => {
  const { preview } = await inUse('en-GB');
  await withPhone(preview, {}, async (phone) => {
    const { asked } = await updatesSay(phone, { doing: MID_WAY });
    await comeTo(phone);
    asked.length = 0;
    await wait(3 * A_LOOK);
    const there = asked.filter(isUpdates).length;
    assert.ok(there >= 3 && there <= 4, `asked ${there} times in four seconds`);
    await phone.go('/phone');
    asked.length = 0;
    await wait(2 * A_LOOK);
    assert.deepEqual(asked.filter(isUpdates), []);
  });
  await preview.stop();
});

test('Hide ends the following of a running update before anything else is asked', async () => {
  const { preview } = await inUse('en-GB');
  await withPhone(preview, {}, async (phone) => {
    const { asked } = await updatesSay(phone, { doing: MID_WAY });
    await comeTo(phone);
    await phone.tap(phone.constant('hide'));
    await phone.page.waitForFunction(() => document.activeElement?.id === 'cover-clock');
    asked.length = 0;
    await wait(FIRST_LOOK);
    assert.deepEqual(asked.filter(isUpdates), []);
  });
  await preview.stop();
});

test('when an update has come, the screen that she is on asks again for what it shows, and stands where it stood', async () => {
  const { preview } = await inUse('en-GB');
  await withPhone(preview, {}, async (phone) => {
    const { asked, say } = await updatesSay(phone, { doing: MID_WAY });
    await comeTo(phone);
    await phone.go('/rights/free-care');
    await phone.page.evaluate(() => window.scrollTo(0, 300));
    say({ brought: { pages: 1 } });
    asked.length = 0;
    await wait(FIRST_LOOK);
    await phone.settled();
    assert.deepEqual(asked, ['updates', 'open', 'article']);
    assert.equal(await phone.page.evaluate(() => window.scrollY), 300);
  });
  await preview.stop();
});

test('the first button stops what it began, a large update waits for her word, and what she may use is kept', async () => {
  const { preview } = await inUse('en-GB');
  await withPhone(preview, {}, async (phone) => {
    const asks = [];
    phone.page.on('request', (request) => {
      if (request.method() === 'POST') asks.push(request.postDataJSON());
    });
    const { say } = await updatesSay(phone, { large: 311_300 });
    await comeTo(phone);
    await phone.tap(phone.press('settings-updates-large-no'));
    await phone.tap(phone.press('settings-updates-now'));
    assert.match(plain(await phone.page.locator('main h2').first().innerText()), /312 KB/, 'it is asked again');
    await phone.tap(phone.press('settings-updates-large-yes'));
    assert.deepEqual(asks.filter(({ ask }) => ask === 'updates-now').map((each) => each.with), [{ large: false }, { large: true }]);

    say({ doing: MID_WAY });
    await comeTo(phone);
    await phone.tap(phone.press('settings-updates-stop'));
    assert.equal(asks.at(-1).ask, 'updates-stop');

    await phone.tap(phone.choice('settings-updates-network-free'));
    assert.equal((await preview.ask('settings')).update_networks, 'free');
  });
  await preview.stop();
});
