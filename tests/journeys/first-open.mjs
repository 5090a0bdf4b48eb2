// Journey 1: Selam, Tigrinya, opens it for the first time, with no network.

import { strict as assert } from 'node:assert';

import { violations } from '../support/axe.mjs';
import { fontsOf, withPhone } from '../support/browser.mjs';
import { test } from '../support/lane.mjs';
import { startPreview } from '../support/preview.mjs';
import { say } from '../support/words.mjs';

/** From the first screen to Today in her language. */
export async function openFirst(phone, endonym) {
  await phone.tap(phone.page.getByRole('button', { name: endonym, exact: true }));
  await phone.tap(phone.press('settings-language-continue'));
  await phone.tap(phone.press('settings-promises-continue'));
  await phone.tap(phone.press('settings-letter-no'));
}

test('journey 1: Selam opens it for the first time and is on Today in her language with four taps', async () => {
  const preview = await startPreview();
  await withPhone(preview, { tag: 'ti' }, async (phone) => {
    assert.equal(await phone.where(), '/language', 'the first thing that she sees is the languages');
    for (const endonym of ['English', 'العربية', 'ትግርኛ']) {
      await assert.doesNotReject(phone.page.getByRole('button', { name: endonym, exact: true }).waitFor(), `${endonym} can be picked`);
    }
    await phone.tap(phone.page.getByRole('button', { name: 'ትግርኛ', exact: true }));
    assert.equal(await phone.where(), '/language', 'the first touch only selects');
    await phone.tap(phone.press('settings-language-continue'));
    assert.deepEqual(await violations(phone.page), []);
    assert.equal(await phone.page.evaluate(() => document.documentElement.lang), 'ti');
    for (const promise of ['stays', 'works', 'hides']) {
      assert.ok(await phone.words(`settings-promises-${promise}-title`).isVisible(), `the promise that it ${promise}`);
    }
    assert.ok(await phone.words('settings-channel-test').isVisible(), 'it says that this is a test version');
    await phone.tap(phone.press('settings-promises-continue'));
    await phone.tap(phone.press('settings-letter-no'));

    assert.equal(await phone.where(), '/');
    assert.ok(phone.taps <= 4, `Today after ${phone.taps} taps`);
    assert.equal(await phone.heading(), say('ti', 'today-title-none'));
    assert.deepEqual(await violations(phone.page), []);

    await phone.reopen();
    assert.equal(await phone.where(), '/', 'the first run is not shown a second time');
  });
  await preview.stop();
});

test('journey 1: the danger signs are one tap away from Today, and back leads to Today again', async () => {
  const preview = await startPreview();
  await withPhone(preview, { tag: 'ti' }, async (phone) => {
    await openFirst(phone, 'ትግርኛ');
    await phone.tap(phone.constant('danger'));
    assert.equal(await phone.where(), '/danger');
    assert.ok(await phone.page.locator('a[href="tel:999"]').first().isVisible(), '999 can be called without scrolling');
    assert.deepEqual(await violations(phone.page), []);
    await phone.back();
    assert.equal(await phone.where(), '/');
  });
  await preview.stop();
});

test('journey 1: Ethiopic letters are drawn with the font that the app brings', async () => {
  const preview = await startPreview();
  await withPhone(preview, { tag: 'ti' }, async (phone) => {
    await openFirst(phone, 'ትግርኛ');
    const fonts = await fontsOf(phone.page, '#app h1');
    assert.ok(fonts.length > 0 && fonts.every(({ isCustomFont }) => isCustomFont), JSON.stringify(fonts));
    assert.ok(fonts.some(({ familyName }) => /Ethiopic/.test(familyName)), JSON.stringify(fonts));
  });
  await preview.stop();
});

test('journey 1: a language picked by mistake is changed from any screen, and she stays where she was', async () => {
  const preview = await startPreview();
  await withPhone(preview, { tag: 'ar' }, async (phone) => {
    await openFirst(phone, 'العربية');
    await phone.tap(phone.place('rights'));
    await phone.tap(phone.constant('language'));
    await phone.tap(phone.page.getByRole('button', { name: 'ትግርኛ', exact: true }));
    phone.tag = 'ti';
    await phone.tap(phone.press('settings-language-continue'));
    assert.equal(await phone.where(), '/rights');
    assert.ok(await phone.place('today').isVisible(), 'the words are Tigrinya now');
  });
  await preview.stop();
});
