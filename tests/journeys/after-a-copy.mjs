// A copy has come in: every screen knows it at once, and not only once she has pressed the button under it.

import { strict as assert } from 'node:assert';

import { withPhone } from '../support/browser.mjs';
import { test } from '../support/lane.mjs';
import { empty, inUse } from '../support/lives.mjs';
import { bringIn } from '../support/moving.mjs';

test('what came with a copy is on every screen, whichever way she leaves the page that says so', async () => {
  const old = await inUse('en-GB');
  const copy = await old.preview.ask('moving-out');
  await old.preview.stop();
  const { preview } = await empty('en-GB');
  await withPhone(preview, {}, async (phone) => {
    await bringIn(phone, { copy });
    await phone.tap(phone.press('settings-move-found-yes'));
    assert.ok(await phone.words('settings-move-done', {}, { whole: true }).isVisible());
    assert.deepEqual((await preview.ask('settings')).interpreter, { needed: true, dialect: null, woman: true });
    await phone.go('/phone');
    await phone.tap(phone.choice('settings-phone-needed-no', {}, { whole: true }));
    assert.deepEqual((await preview.ask('settings')).interpreter, { needed: false, dialect: null, woman: true }, 'one answer changes nothing else of it');
  });
  await preview.stop();
});
