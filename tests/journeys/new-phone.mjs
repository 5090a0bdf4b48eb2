// Journey 12: everything she saved goes to a new phone.

import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';

import { violations } from '../support/axe.mjs';
import { withPhone } from '../support/browser.mjs';
import { test } from '../support/lane.mjs';
import { inUse, untouched } from '../support/lives.mjs';
import { choose } from '../support/moving.mjs';
import { memoryOf } from '../support/lock.mjs';
import { TAGS } from '../support/words.mjs';

const ENDONYMS = { 'en-GB': 'English', ar: 'العربية', ti: 'ትግርኛ' };

/** What she saved, as far as it can be compared: without the ids and revisions of one phone. */
async function saved(preview) {
  const { coming, past } = await preview.ask('visits');
  const visits = await Promise.all([...coming, ...past].map(async ({ id, card }) => (await preview.ask('visit', { id: id ?? card.id })).draft));
  const { numbers } = await preview.ask('own-numbers');
  const { letters, have } = await preview.ask('money');
  const { planned } = await preview.ask('reminders');
  const { near, interpreter, support } = await preview.ask('settings');
  return {
    visits,
    numbers: numbers.map(({ name, phone, note }) => ({ name, phone, note })),
    letters: letters.length,
    have,
    planned: planned.map(({ at, kinds }) => ({ at, kinds })),
    settings: { near, interpreter, support },
  };
}

for (const tag of TAGS) {
  test(`journey 12: she moves to a new phone: every row is there, reminders are planned, the old phone is emptied, in ${tag}`, async () => {
    const old = await inUse(tag);
    const before = await saved(old.preview);
    let file;
    let digits;
    await withPhone(old.preview, { tag }, async (phone) => {
      await phone.go('/phone');
      await phone.tap(phone.press('settings-move-title'));
      await phone.tap(phone.press('settings-move-out'));
      // The engine itself holds more than a thousand numbers of five digits as text.
      const engines = new Set(await memoryOf(phone.page));
      await phone.tap(phone.press('settings-move-out-make'));
      digits = await phone.page.locator('.move-groups strong').allInnerTexts();
      assert.equal(digits.length, 9);
      assert.ok(digits.every((group) => /^\p{Nd}{5}$/u.test(group)), digits.join(' '));
      assert.ok(await phone.page.locator('.move-qr').isVisible());
      await phone.tap(phone.press('settings-move-code-written'));
      const whole = digits.join('');
      const kept = async () => {
        const texts = (await memoryOf(phone.page)).filter((text) => text === whole || (digits.includes(text) && !engines.has(text)));
        // One group alone is a number that the engine took up since.
        return texts.includes(whole) || texts.length > 1 ? texts : [];
      };
      // The engine takes its time over elements that were on the screen a moment ago.
      for (let look = 0; look < 30 && (await kept()).length > 0; look += 1) await phone.page.waitForTimeout(500);
      assert.deepEqual(await kept(), [], 'the code is kept nowhere');
      const [download] = await Promise.all([phone.page.waitForEvent('download'), phone.tap(phone.press('settings-move-file-save'))]);
      assert.equal(download.suggestedFilename(), 'copy.kw');
      file = readFileSync(await download.path());
      assert.ok(await phone.words('settings-move-file-saved', { name: 'copy.kw' }).isVisible());
      assert.deepEqual(await violations(phone.page), []);
    });

    const { preview } = await untouched();
    await withPhone(preview, { tag }, async (phone) => {
      await phone.tap(phone.page.getByRole('button', { name: ENDONYMS[tag], exact: true }));
      await phone.tap(phone.press('settings-language-continue'));
      await phone.tap(phone.press('settings-promises-continue'));
      await phone.tap(phone.press('settings-move-have'));
      await phone.tap(phone.press('settings-move-in-look'));
      assert.ok(await phone.words('settings-move-file-missing').isVisible());
      await choose(phone, 'copy.kw', file);
      const field = phone.field('settings-move-in-code');
      // The last digit of the third group becomes that of another group.
      const others = digits.join('').replaceAll(digits[2][4], '');
      await phone.type(field, digits.map((group, at) => (at === 2 ? group.slice(0, 4) + others[0] : group)).join(''));
      assert.equal((await field.inputValue()).split(' ').length, 9, 'the digits stand in groups');
      await phone.tap(phone.press('settings-move-in-look'));
      assert.ok(await phone.words('errors-moving-code-wrong', { groups: '3' }).isVisible(), 'the wrong group is named');
      assert.deepEqual(await violations(phone.page), []);

      await phone.type(field, digits.slice(0, 8).join(' '));
      await phone.tap(phone.press('settings-move-in-look'));
      assert.ok(await phone.words('errors-moving-code-length', { digits: '40', most: '45' }).isVisible());

      await phone.type(field, ` ${digits.join('-')} `);
      await phone.tap(phone.press('settings-move-in-look'));
      assert.ok(await phone.words('settings-move-found-visits', { count: String(before.visits.length) }).isVisible());
      assert.deepEqual((await preview.ask('visits')).coming, [], 'nothing is taken before she says so');
      await phone.tap(phone.press('settings-move-found-yes'));
      assert.ok(await phone.words('settings-move-done-reminders').isVisible());
      await phone.tap(phone.press('settings-trouble-on'));
      assert.equal(await phone.where(), '/');
      assert.deepEqual(await saved(preview), before, 'every row, every setting, every reminder');
      await phone.reopen();
      assert.equal(await phone.where(), '/', 'the first run is over');
    });
    await preview.stop();

    await withPhone(old.preview, { tag }, async (phone) => {
      await phone.go('/phone/delete');
      await phone.tap(phone.press('settings-delete-everything'));
      await phone.tap(phone.press('settings-delete-everything-on'));
      await phone.tap(phone.press('settings-delete-everything-yes'));
      assert.equal(await phone.where(), '/language');
      assert.deepEqual((await saved(old.preview)).visits, []);
    });
    await old.preview.stop();
  });
}

test('a file that is none of ours is named as that, and nothing is lost of what she typed', async () => {
  const { preview } = await inUse('en-GB');
  await withPhone(preview, {}, async (phone) => {
    const { code_latin: groups } = await preview.ask('moving-out');
    await phone.go('/phone/move/in');
    await choose(phone, 'photo.jpg', Buffer.from('this is a photo'));
    await phone.type(phone.field('settings-move-in-code'), groups.join(''));
    await phone.tap(phone.press('settings-move-in-look'));
    assert.ok(await phone.words('errors-moving-not-ours').isVisible());
    assert.equal(await phone.field('settings-move-in-code').inputValue(), groups.join(' '));
    assert.ok(await phone.words('settings-move-in-file-chosen', { name: 'photo.jpg' }).isVisible());
  });
  await preview.stop();
});
