// Journey 7 and what belongs to it: PIN, second space, Hide with a PIN, waits, hand-over, deleting one space.

import { strict as assert } from 'node:assert';

import { violations } from '../support/axe.mjs';
import { withPhone } from '../support/browser.mjs';
import { test } from '../support/lane.mjs';
import { damaged, empty, inUse, locked, openByOwner, PIN, SECOND, secondDamaged, secondDamagedByOwner, withOwner, withPin } from '../support/lives.mjs';
import { isLocked, openWith, traces, uncover } from '../support/lock.mjs';
import { startPreview } from '../support/preview.mjs';
import { newPin, ownLock } from '../support/screens.mjs';
import { plain, say, TAGS } from '../support/words.mjs';

/** Where the first space goes; it is also a contact that everybody has. */
const HOSPITAL = "Liverpool Women's Hospital";

/** What only the first space has. */
const FIRST = ['Blue door. Bring the letter', 'Broudie Jackson Canter', 'Sewing circle', 'Ultrasound, level 2', '07700 900123'];

/** From Today to the page about PIN and lock. */
async function toPin(phone) {
  await phone.go('/phone');
  await phone.tap(phone.press('settings-pin-title'));
}

/** Sets a PIN and makes the second space, as she does it. */
async function makeSecond(phone) {
  await toPin(phone);
  await phone.tap(phone.press('settings-pin-set'));
  await newPin(phone, PIN);
  assert.ok(await phone.words('settings-pin-done').isVisible());
  await phone.tap(phone.press('settings-pin-ready'));
  assert.equal(await phone.where(), '/phone/pin');
  await phone.tap(phone.press('settings-second-title'));
  await phone.tap(phone.press('settings-second-on'));
  await newPin(phone, SECOND, PIN);
  assert.ok(await phone.words('settings-second-done-then').isVisible(), 'it says what to do now');
}

/** The page goes out of sight or comes back; what of it is seen in the same breath. */
const sight = (phone, state) =>
  phone.page.evaluate((to) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => to });
    document.dispatchEvent(new Event('visibilitychange'));
    return getComputedStyle(document.getElementById('app')).visibility;
  }, state);

/** Until what stands on the page is seen again. */
const isSeen = (phone) => phone.page.waitForFunction(() => getComputedStyle(document.getElementById('app')).visibility === 'visible');

/** Presses Hide and says before the browser may draw whether the cover stands. */
const hide = (phone) =>
  phone.page.evaluate(() => {
    document.querySelector('#app header button').click();
    return !document.getElementById('cover').hidden && getComputedStyle(document.getElementById('app')).visibility === 'hidden';
  });

for (const tag of TAGS) {
  test(`journey 7: Zahra hides it, opens it with her second PIN, and nothing of the first space is left, in ${tag}`, async () => {
    const { preview, ids } = await inUse(tag);
    await withPhone(preview, { tag }, async (phone) => {
      await makeSecond(phone);
      await phone.go(`/visits/${ids.hospital}`);
      await phone.go('/help/numbers');
      await phone.go(`/visits/${ids.hospital}`);
      assert.notDeepEqual(await traces(phone, FIRST), [], 'the first space is what she sees');

      assert.ok(await hide(phone), 'covered in the same frame');
      await phone.page.locator('.pad').waitFor({ state: 'attached' });
      await phone.settled();
      assert.deepEqual(await traces(phone, [HOSPITAL, ...FIRST], { memory: true }), [], 'behind the cover nothing is left');
      await uncover(phone);
      await isLocked(phone);
      assert.equal(await phone.heading(), say(tag, 'settings-lock-title'));
      assert.equal(await phone.page.evaluate(() => document.documentElement.lang), tag, 'the lock speaks her language');
      assert.deepEqual(await violations(phone.page), []);

      await openWith(phone, SECOND);
      assert.equal(await phone.where(), '/');
      assert.equal(await phone.heading(), say(tag, 'today-title-none'));
      for (const place of ['visits', 'money', 'help']) {
        await phone.tap(phone.place(place));
        assert.deepEqual(await traces(phone, FIRST), [], place);
      }
      assert.deepEqual(await traces(phone, FIRST, { memory: true }), [], 'after a walk through the second space');
      // Three steps lie in this space; the others led through the first one.
      for (let step = 0; step < 6; step += 1) {
        await phone.back();
        assert.deepEqual(await traces(phone, [...FIRST, ids.hospital]), [], `${step + 1} steps back`);
      }
    });
    await preview.stop();
  });
}

test('a second space can be given everyday visits, and each PIN opens its own', async () => {
  const { preview } = await inUse('en-GB');
  await withPhone(preview, {}, async (phone) => {
    await makeSecond(phone);
    await phone.tap(phone.press('settings-pin-lock-now'));
    await isLocked(phone);
    await openWith(phone, SECOND);
    await toPin(phone);
    await phone.tap(phone.press('settings-pin-examples'));
    assert.ok(await phone.words('settings-pin-examples-done').isVisible());
    const { coming } = await preview.ask('visits');
    assert.ok(coming.length > 0);
    await phone.tap(phone.press('settings-pin-other'));
    await openWith(phone, PIN);
    assert.deepEqual((await preview.ask('visits')).coming.map(({ place }) => place).filter(Boolean).slice(0, 1), [HOSPITAL]);
  });
  await preview.stop();
});

test('a short PIN is asked about, and taken when she wants it; one that is mistyped is not', async () => {
  const { preview } = await empty('en-GB');
  await withPhone(preview, {}, async (phone) => {
    await phone.go('/phone/pin/set');
    await phone.secret('settings-pin-field-new').fill('4820');
    await phone.secret('settings-pin-field-again').fill('4821');
    await phone.tap(phone.press('settings-pin-save', {}, { whole: true }));
    assert.ok(await phone.words('settings-pin-differ').isVisible());
    await newPin(phone, '4820');
    assert.ok(await phone.words('errors-pin-weak').isVisible());
    assert.equal((await preview.ask('lock')).pin, false, 'nothing is set before she says so');
    await phone.tap(phone.press('settings-pin-weak-yes'));
    assert.deepEqual(await preview.ask('lock'), { locked: false, pin: true, weak: true, wait: 0, by_owner: 'never' });
    await phone.go('/phone/pin');
    assert.ok(await phone.words('settings-pin-weak').isVisible(), 'it is said again where she can change it');
    await phone.go('/phone/pin/remove');
    await phone.secret('settings-pin-field-current').fill('1111');
    await phone.tap(phone.press('settings-pin-remove-yes'));
    assert.ok(await phone.words('errors-pin-wrong').isVisible());
    await phone.secret('settings-pin-field-current').fill('4820');
    await phone.tap(phone.press('settings-pin-remove-yes'));
    assert.ok(await phone.words('settings-pin-removed').isVisible());
    assert.equal((await preview.ask('lock')).pin, false);
  });
  await preview.stop();
});

test('what goes wrong while a PIN is removed is not said of the PIN that she typed', async () => {
  const { preview } = await withPin('en-GB');
  await withPhone(preview, {}, async (phone) => {
    await phone.go('/phone/pin/remove');
    await phone.secret('settings-pin-field-current').fill(PIN);
    await preview.kill();
    phone.cutOff = true;
    await phone.tap(phone.press('settings-pin-remove-yes'));
    assert.ok(await phone.words('errors-unexpected').isVisible());
    assert.equal(await phone.page.locator('.field-error, [aria-invalid]').count(), 0);
  });
  await preview.stop();
});

test('two quick touches add the everyday visits once, and the focus stays on the page', async () => {
  const other = await empty('en-GB');
  await other.preview.ask('visit-examples');
  const once = (await other.preview.ask('visits')).coming.length;
  await other.preview.stop();
  const { preview } = await empty('en-GB');
  await withPhone(preview, {}, async (phone) => {
    await phone.go('/phone/pin');
    await phone.press('settings-pin-examples').evaluate((row) => {
      row.click();
      row.click();
    });
    await phone.settled();
    assert.ok(await phone.words('settings-pin-examples-done').isVisible());
    assert.equal((await preview.ask('visits')).coming.length, once);
    assert.equal(await phone.page.evaluate(() => document.activeElement?.tagName), 'H1');
  });
  await preview.stop();
});

test('after five wrong PINs even the right one has to wait, and the wait is read out politely', async () => {
  const { preview } = await empty('en-GB', { now: null });
  await preview.ask('pin-set', { pin: PIN, weak: false });
  await preview.ask('lock-now');
  await withPhone(preview, {}, async (phone) => {
    for (let guess = 0; guess < 4; guess += 1) {
      await openWith(phone, '000000');
      assert.ok(await phone.words('errors-pin-wrong').isVisible());
    }
    await openWith(phone, '000000');
    assert.ok(await phone.words('errors-pin-wait').isVisible());
    const seen = phone.page.locator('.pad-said').getByText(/0:\d\d/);
    const before = await seen.innerText();
    const heard = await phone.page.evaluate(async () => {
      const said = [];
      const watch = new MutationObserver((changes) => said.push(...changes.map(({ target }) => target.textContent)));
      for (const status of document.querySelectorAll('[role=status], [role=alert], [aria-live]')) watch.observe(status, { childList: true, characterData: true, subtree: true });
      await new Promise((done) => setTimeout(done, 3500));
      return said;
    });
    assert.deepEqual(heard, [], 'the seconds are not read out');
    assert.notEqual(await seen.innerText(), before, 'but they are seen');
    await openWith(phone, PIN);
    await isLocked(phone);
    await phone.reopen();
    await isLocked(phone);
    assert.ok(await phone.page.locator('.pad-said').getByText(/0:\d\d/).isVisible(), 'opening it again does not end the wait');
    await phone.words('settings-lock-try').waitFor({ timeout: 40_000 });
    await openWith(phone, PIN);
    assert.equal(await phone.heading(), say('en-GB', 'today-title-none'));
  });
  await preview.stop();
});

test('the lock opens with a hardware keyboard, and with a passphrase', async () => {
  const { preview } = await empty('en-GB');
  await preview.ask('pin-set', { pin: 'blue door 12 roses', weak: false });
  await withPhone(preview, {}, async (phone) => {
    await phone.tap(phone.constant('hide'));
    await uncover(phone);
    await isLocked(phone);
    await phone.tap(phone.press('settings-lock-letters'));
    await phone.tap(phone.press('settings-lock-digits'));
    assert.equal(await phone.page.evaluate(() => document.activeElement?.tagName), 'H1', 'the focus is not lost with the link');
    await phone.tap(phone.press('settings-lock-letters'));
    await phone.page.locator('.pad-field').fill('blue door 12 roses');
    await phone.page.keyboard.press('Enter');
    await phone.page.locator('#app header').waitFor();
    await preview.ask('pin-set', { current: 'blue door 12 roses', pin: PIN, weak: false });
    await phone.tap(phone.constant('hide'));
    await uncover(phone);
    await phone.page.keyboard.type(`${PIN}7`);
    await phone.page.keyboard.press('Backspace');
    assert.equal(await phone.page.evaluate(() => document.activeElement?.tagName), 'H1', 'no field has the focus');
    await phone.page.keyboard.press('Enter');
    await phone.page.locator('#app header').waitFor();
  });
  await preview.stop();
});

test('a forgotten PIN opens nothing: it says so, and everything can be deleted in two steps', async () => {
  const { preview } = await locked('en-GB');
  await withPhone(preview, {}, async (phone) => {
    await phone.tap(phone.press('settings-lock-forgotten'));
    assert.ok(await phone.words('settings-forgotten-nobody').isVisible());
    await phone.tap(phone.press('settings-forgotten-erase'));
    await phone.tap(phone.press('settings-delete-everything-yes'));
    assert.equal(await phone.where(), '/language', 'as on first open');
    assert.deepEqual((await preview.ask('visits')).coming, []);
  });
  await preview.stop();
});

test('out of sight nothing is seen, and after the time that she chose it is locked', async () => {
  const { preview } = await withPin('en-GB');
  await preview.ask('settings-save', { lock_after: 0 });
  await withPhone(preview, {}, async (phone) => {
    const seen = (state) => sight(phone, state);
    assert.equal(await seen('hidden'), 'hidden', 'at once: the app switcher takes its picture now');
    assert.equal(await seen('visible'), 'hidden', 'not before the core has said whether it is locked');
    await phone.page.locator('.pad').waitFor();
    await phone.settled();
    await isLocked(phone);
    assert.deepEqual(await traces(phone, FIRST, { memory: true }), []);
    await openWith(phone, PIN);
    await preview.ask('settings-save', { lock_after: 5 });
    await seen('hidden');
    await seen('visible');
    await phone.page.waitForFunction(() => getComputedStyle(document.getElementById('app')).visibility === 'visible');
    assert.equal(await phone.page.locator('.pad').count(), 0, 'a short time away locks nothing');
  });
  await preview.stop();
});

test('out of sight nothing is seen without a PIN either, and on coming back she is where she was', async () => {
  const { preview, ids } = await inUse('en-GB');
  await withPhone(preview, {}, async (phone) => {
    await phone.go(`/visits/${ids.hospital}`);
    const seen = (state) => sight(phone, state);
    assert.equal(await seen('hidden'), 'hidden', 'at once: the app switcher takes its picture now');
    await seen('visible');
    await phone.page.waitForFunction(() => getComputedStyle(document.getElementById('app')).visibility === 'visible');
    assert.equal(await phone.where(), `/visits/${ids.hospital}`);
    assert.equal(await phone.page.locator('.pad').count(), 0);
    // What carries the questions is gone: there is nothing to lock, so she keeps what is on the screen.
    assert.equal(await seen('hidden'), 'hidden');
    await phone.settled();
    await preview.kill();
    phone.cutOff = true;
    await seen('visible');
    await phone.page.waitForFunction(() => getComputedStyle(document.getElementById('app')).visibility === 'visible');
  });
  await preview.stop();
});

test('choosing a file covers the page without locking it, and going away after that locks as before', async () => {
  const { preview } = await withPin('en-GB');
  await preview.ask('settings-save', { lock_after: 0 });
  await withPhone(preview, {}, async (phone) => {
    const chosen = { name: 'copy.kw', mimeType: 'application/octet-stream', buffer: Buffer.from('a copy') };
    const choosing = async () => (await Promise.all([phone.page.waitForEvent('filechooser'), phone.page.locator('input[type=file]').tap()]))[0];
    await phone.go('/phone/move/in');
    await phone.type(phone.field('settings-move-in-code'), '12345 67890');
    const chooser = await choosing();
    assert.equal(await sight(phone, 'hidden'), 'hidden', 'the app switcher sees nothing of it');
    await phone.settled();
    await sight(phone, 'visible');
    await isSeen(phone);
    await chooser.setFiles(chosen);
    await phone.settled();
    assert.ok(await phone.words('settings-move-in-file-chosen', { name: 'copy.kw' }).isVisible());
    assert.equal(await phone.field('settings-move-in-code').inputValue(), '12345 67890');

    await sight(phone, 'hidden');
    await sight(phone, 'visible');
    await phone.page.locator('.pad').waitFor();
  });
  await preview.stop();
});

test('what was typed at the lock is gone when the page comes back, and how long to wait is asked again', async () => {
  const { preview } = await locked('en-GB');
  await withPhone(preview, {}, async (phone) => {
    await phone.tap(phone.press('settings-lock-letters'));
    await phone.tap(phone.press('settings-lock-show'));
    await phone.page.locator('.pad-field').fill('blue door 12');
    await sight(phone, 'hidden');
    await phone.settled();
    assert.equal(await phone.page.locator('.pad-field').inputValue(), '');
    assert.equal(await phone.page.locator('.pad-field').getAttribute('type'), 'password');
    // In the meantime somebody guessed in another window.
    for (let guess = 0; guess < 5; guess += 1) await preview.ask('unlock', { pin: '000000' }).catch(() => {});
    await sight(phone, 'visible');
    await isSeen(phone);
    await phone.page.locator('.pad-said').getByText(/\d:\d\d/).waitFor();
  });
  await preview.stop();
});

test('a lock that does not open without a PIN says so and keeps its button', async () => {
  const { preview } = await empty('en-GB');
  await withPhone(preview, {}, async (phone) => {
    await toPin(phone);
    await phone.tap(phone.press('settings-pin-other'));
    await isLocked(phone);
    await preview.kill();
    phone.cutOff = true;
    await phone.tap(phone.press('settings-lock-without'));
    assert.ok(await phone.words('errors-unexpected').isVisible());
    assert.ok(await phone.press('settings-lock-without').isVisible());
    assert.equal(await phone.page.evaluate(() => document.activeElement?.tagName), 'BUTTON');
  });
  await preview.stop();
});

test('where what she saved is damaged, neither the lock nor the PIN is the end of the way', async () => {
  const { preview } = await damaged('en-GB');
  await withPhone(preview, {}, async (phone) => {
    const focus = () => phone.page.evaluate(() => document.activeElement?.tagName);
    await phone.go('/trouble');
    for (const way of ['pin', 'copy', 'again']) {
      await phone.tap(phone.press(`settings-trouble-${way}`));
      assert.equal(await focus(), 'H2', way);
      await phone.tap(phone.press(way === 'pin' ? 'cards-way-back' : 'settings-trouble-sure-no'));
      assert.ok(await phone.press('settings-trouble-again').isVisible(), `${way}: back to every way on`);
      assert.equal(await focus(), 'H1', `${way}: back`);
    }
  });
  await preview.stop();
});

test('a damaged second space is told as damage, and the first one, which needs no PIN, opens from there', async () => {
  const { preview } = await secondDamaged('en-GB');
  // As she meets it: at the lock, with nothing tried yet.
  const { folder } = preview;
  await preview.kill();
  const again = await startPreview({ folder });
  await withPhone(again, {}, async (phone) => {
    await toPin(phone);
    await phone.tap(phone.press('settings-pin-other'));
    await isLocked(phone);
    await openWith(phone, SECOND);
    assert.equal(await phone.where(), '/trouble');
    assert.ok(await phone.words('errors-vault-damaged').isVisible());
    assert.deepEqual(await traces(phone, FIRST, { memory: true }), [], 'nothing of the first space stands there');
    await phone.tap(phone.press('settings-lock-without'));
    assert.equal(await phone.where(), '/');
    assert.ok((await again.ask('visits')).coming.some(({ place }) => place === HOSPITAL));
  });
  await again.stop();
});

test("where the second space is damaged, the phone's own lock opens the first one from there, and says where it does not", async () => {
  const { preview } = await secondDamagedByOwner('en-GB');
  await withPhone(preview, {}, async (phone) => {
    await phone.go('/trouble');
    preview.ownerSays('no');
    await phone.tap(phone.press('settings-lock-owner'));
    assert.ok(await phone.words('errors-owner-not-confirmed').isVisible());
    preview.ownerSays('yes');
    await phone.tap(phone.press('settings-lock-owner'));
    assert.equal(await phone.where(), '/');
    assert.ok((await preview.ask('visits')).coming.some(({ place }) => place === HOSPITAL));

    await preview.ask('lock-now');
    await phone.reopen();
    await openWith(phone, SECOND);
    preview.ownerSays('lost');
    await phone.tap(phone.press('settings-lock-owner'));
    assert.ok(await phone.words('errors-owner-off').isVisible());
    assert.equal(await phone.press('settings-lock-owner').count(), 0, 'the button goes');
    await phone.tap(phone.press('settings-trouble-pin'));
    await openWith(phone, PIN);
    assert.equal(await phone.where(), '/');
  });
  await preview.stop();
});

test('what was typed where a space is damaged is gone behind the cover', async () => {
  const { preview } = await damaged('en-GB');
  await withPhone(preview, {}, async (phone) => {
    await phone.go('/trouble');
    await phone.tap(phone.press('settings-trouble-pin'));
    await phone.tap(phone.press('settings-lock-letters'));
    await phone.tap(phone.press('settings-lock-show'));
    await phone.page.locator('.pad-field').fill('blue door 12');
    assert.notDeepEqual(await traces(phone, ['blue door 12']), []);
    await hide(phone);
    await phone.settled();
    assert.deepEqual(await traces(phone, ['blue door 12'], { memory: true }), []);
  });
  await preview.stop();
});

test('where her language went with what is damaged, a language of the phone is spoken until she picks one', async () => {
  const { preview } = await damaged('ti', { picks: null });
  await withPhone(preview, { tag: 'ar', locale: 'ar' }, async (phone) => {
    assert.equal(await phone.where(), '/language');
    assert.equal(await phone.heading(), say('ar', 'settings-language-title'));
    await phone.tap(phone.page.getByRole('button', { name: 'English', exact: true }));
    phone.tag = 'en-GB';
    await phone.tap(phone.press('settings-language-continue'));
    assert.equal(await phone.where(), '/trouble');
    assert.equal(await phone.page.evaluate(() => document.documentElement.dir), 'ltr');
  });
  await preview.stop();
});

test('at a cold start the lock speaks a language of the phone, and another one can be picked', async () => {
  const { preview } = await locked('ti');
  const { folder } = preview;
  await preview.kill();
  const again = await startPreview({ folder });
  await withPhone(again, { tag: 'ar', locale: 'ar' }, async (phone) => {
    await isLocked(phone);
    assert.equal(await phone.heading(), say('ar', 'settings-lock-title'));
    assert.equal(await phone.page.evaluate(() => document.documentElement.dir), 'rtl');
    await phone.tap(phone.press('today-header-language'));
    await phone.tap(phone.page.getByRole('button', { name: 'English', exact: true }));
    phone.tag = 'en-GB';
    assert.equal(await phone.heading(), say('en-GB', 'settings-lock-title'));
    assert.equal(await phone.page.evaluate(() => document.documentElement.dir), 'ltr');
    await openWith(phone, PIN);
    assert.equal(await phone.page.evaluate(() => document.documentElement.lang), 'ti', 'what she saved opens in her own language');
  });
  await again.stop();
});

test('handed over with a PIN, a card and a letter lead on to the lock and nowhere else', async () => {
  const { preview, ids } = await withPin('en-GB');
  await withPhone(preview, {}, async (phone) => {
    await phone.go(`/cards/interpreter?visit=${ids.hospital}`);
    await phone.tap(phone.press('cards-card-hand'));
    await phone.back();
    assert.ok((await phone.where()).startsWith('/cards/interpreter/shown'), 'back does not leave it');
    await phone.tap(phone.press('cards-handed-unlock'));
    await isLocked(phone);
    await phone.back();
    await isLocked(phone);
    await openWith(phone, PIN);
    assert.equal(await phone.where(), '/');

    await phone.go(`/money/letter/${ids.hospital}`);
    await phone.tap(phone.press('money-letter-show'));
    await phone.back();
    assert.equal(await phone.where(), `/money/letter/${ids.hospital}/show`);
    await phone.tap(phone.press('money-letter-done'));
    await isLocked(phone);
  });
  await preview.stop();
});

test('all that she sees is deleted in one space, and the other is untouched', async () => {
  const { preview } = await inUse('en-GB');
  await withPhone(preview, {}, async (phone) => {
    await makeSecond(phone);
    await phone.tap(phone.press('settings-pin-lock-now'));
    await openWith(phone, SECOND);
    await preview.ask('visit-examples');
    await phone.go('/phone/delete');
    await phone.tap(phone.press('settings-delete-space'));
    await phone.tap(phone.press('settings-delete-everything-on'));
    await phone.tap(phone.press('settings-delete-yes', {}, { whole: true }));
    assert.equal(await phone.where(), '/language', 'this space begins anew');
    assert.deepEqual((await preview.ask('visits')).coming, []);
    assert.equal((await preview.ask('lock')).pin, true, 'its PIN stays');
    await preview.ask('lock-now');
    await phone.reopen();
    await openWith(phone, PIN);
    assert.ok((await preview.ask('visits')).coming.some(({ place }) => place === HOSPITAL));
  });
  await preview.stop();
});

test('where the phone offers it, its own lock opens what she saved as her PIN does, until it has lost its key', async () => {
  const { preview } = await withOwner('en-GB');
  await withPhone(preview, {}, async (phone) => {
    const own = phone.press('settings-lock-owner');
    const lockNow = async () => {
      await toPin(phone);
      await phone.tap(phone.press('settings-pin-lock-now'));
      await isLocked(phone);
    };
    await lockNow();
    assert.equal(await own.count(), 0, 'off until she turns it on');
    await openWith(phone, PIN);

    await ownLock(phone);
    assert.ok(await phone.words('settings-pin-owner-risk').isVisible(), 'what can happen is said before it is on');
    await phone.secret('settings-pin-field-current').fill('000000');
    await phone.tap(phone.press('settings-pin-owner-on'));
    assert.ok(await phone.words('errors-pin-wrong').isVisible());
    await phone.secret('settings-pin-field-current').fill(PIN);
    preview.ownerSays('no');
    await phone.tap(phone.press('settings-pin-owner-on'));
    assert.ok(await phone.words('errors-owner-not-confirmed').isVisible());
    assert.equal((await preview.ask('lock')).by_owner, 'off');
    preview.ownerSays('yes');
    await phone.secret('settings-pin-field-current').fill(PIN);
    await phone.tap(phone.press('settings-pin-owner-on'));
    assert.equal((await preview.ask('lock')).by_owner, 'on');

    await lockNow();
    await own.waitFor();
    await phone.settled();
    await isLocked(phone);
    preview.ownerSays('no');
    await phone.tap(own);
    assert.ok(await phone.words('errors-owner-not-confirmed').isVisible());
    await isLocked(phone);
    preview.ownerSays('yes');
    await phone.tap(own);
    await phone.page.locator('#app header').waitFor();
    assert.equal(await phone.where(), '/');

    await lockNow();
    preview.ownerSays('lost');
    await phone.tap(own);
    assert.ok(await phone.words('errors-owner-off').isVisible());
    assert.equal(await own.count(), 0, 'the button goes');
    await openWith(phone, PIN);
    await toPin(phone);
    assert.equal(await phone.page.locator('label.switch input').isChecked(), false);
  });
  await preview.stop();
});

test("the phone's own lock goes with a touch, with the PIN and with the space, and each of them says so first", async () => {
  const { preview } = await openByOwner('en-GB');
  const byOwner = async () => (await preview.ask('lock')).by_owner;
  await withPhone(preview, {}, async (phone) => {
    const said = async (...ids) => {
      const shown = plain(await phone.page.locator('#app').innerText());
      for (const id of ids) assert.ok(shown.includes(say('en-GB', id)), id);
    };
    await ownLock(phone);
    await said('settings-pin-owner-ends', 'settings-pin-owner-know');
    assert.equal(await byOwner(), 'on', 'the switch only asks');
    await ownLock(phone);
    await phone.tap(phone.press('settings-pin-owner-off'));
    assert.equal(await byOwner(), 'off');
    assert.equal(await phone.page.locator('label.switch input').isChecked(), false);
    assert.equal(await phone.words('settings-pin-owner-ends').count(), 0);
    assert.ok(await phone.page.locator('label.switch input').evaluate((it) => it === document.activeElement), 'the button went, the focus is at the switch');

    await preview.ask('owner-on', { pin: PIN });
    await phone.go('/phone').then(() => phone.go('/phone/delete'));
    await phone.tap(phone.press('settings-delete-space'));
    await said('settings-pin-owner-ends', 'settings-pin-owner-know');
    await phone.tap(phone.press('settings-delete-everything-on'));
    await phone.tap(phone.press('settings-delete-yes', {}, { whole: true }));
    assert.equal(await byOwner(), 'off');

    await preview.ask('owner-on', { pin: PIN });
    await phone.go('/phone').then(() => phone.go('/phone/pin/remove'));
    await said('settings-pin-owner-ends');
    await phone.secret('settings-pin-field-current').fill(PIN);
    await phone.tap(phone.press('settings-pin-remove-yes'));
    assert.equal(await byOwner(), 'never');
  });
  await preview.stop();
});

for (const order of ['first', 'last']) test(`the question that the phone asks does not count as going away, even where it locks at once and the page comes back ${order}`, async () => {
  const { preview } = await withOwner('en-GB');
  await preview.ask('settings-save', { lock_after: 0 });
  await preview.ask('owner-on', { pin: PIN });
  await withPhone(preview, {}, async (phone) => {
    const seen = (state) =>
      phone.page.evaluate((to) => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => to });
        document.dispatchEvent(new Event('visibilitychange'));
      }, state);
    await preview.ask('lock-now');
    await phone.reopen();
    await isLocked(phone);
    // The phone's question covers the page for as long as the answer takes.
    let [ask, answer] = [() => {}, () => {}];
    const asked = new Promise((done) => (ask = done));
    const answered = new Promise((done) => (answer = done));
    await phone.page.route('**/call', async (route) => {
      if (route.request().postDataJSON().ask === 'unlock-by-owner') {
        ask();
        await answered;
      }
      await route.continue();
    });
    await phone.press('settings-lock-owner').tap();
    // A touch is a press only a moment later, and of what is still seen then.
    await asked;
    await seen('hidden');
    if (order === 'first') await seen('visible');
    answer();
    if (order === 'last') {
      await phone.settled();
      await seen('visible');
    }
    await phone.page.locator('#app header').waitFor();
    await phone.settled();
    assert.equal((await preview.ask('lock')).locked, false);
    await seen('hidden');
    await seen('visible');
    await isLocked(phone);
  });
  await preview.stop();
});
