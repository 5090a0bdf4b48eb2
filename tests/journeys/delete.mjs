// Deleting past visits or notes: it can be put back on the same screen, and no longer once she has left it.

import { strict as assert } from 'node:assert';

import { withPhone } from '../support/browser.mjs';
import { test } from '../support/lane.mjs';
import { inUse } from '../support/lives.mjs';
import { traces } from '../support/lock.mjs';
import { kind } from '../support/questions.mjs';

const NOTE = 'The lift is broken. Side door.';

for (const tag of ['en-GB', 'ar', 'ti']) {
  test(`deleted notes come back with one touch until she leaves the page, in ${tag}`, async () => {
    const { preview } = await inUse(tag);
    const [{ id }] = (await preview.ask('visits')).coming;
    const { card, revision } = await preview.ask('visit', { id });
    const draft = { kind: card.kind, place: card.place, note: NOTE, day: { day: 17, month: 12, year: 2026 }, time: '10:30' };
    await preview.ask('visit-change', { id, revision, draft });
    const note = async () => (await preview.ask('visit', { id })).note;
    assert.equal(await note(), NOTE);
    await withPhone(preview, { tag }, async (phone) => {
      const erase = async () => {
        await phone.go('/phone/delete');
        const { notes } = await preview.ask('erase-ask');
        await phone.tap(phone.press('settings-delete-notes', { count: String(notes) }));
        await phone.tap(phone.press('settings-delete-yes', {}, { whole: true }));
        assert.ok(await phone.words('settings-delete-done', {}, { whole: true }).isVisible());
        assert.equal(await note(), null);
      };
      await erase();
      await phone.tap(phone.press('settings-delete-undo'));
      assert.ok(await phone.words('settings-delete-undone').isVisible());
      assert.equal(await phone.press('settings-delete-undo').count(), 0);
      assert.equal(await note(), NOTE);

      await erase();
      await phone.go('/phone');
      await phone.go('/phone/delete');
      assert.equal(await phone.press('settings-delete-undo').count(), 0);
      assert.equal((await preview.ask('erase-ask')).can_undo, false, 'nothing of it is kept');
      assert.equal(await note(), null);
    });
    await preview.stop();
  });
}

const DRAFT = { place: 'Qwyxbdfg House', phone: '07700 900789', note: 'Ask for Zvubhj at the desk' };

for (const part of ['space', 'everything']) {
  test(`deleting "${part}" takes the visit with it that she had begun to type and not saved`, async () => {
    const { preview } = await inUse('en-GB');
    await withPhone(preview, {}, async (phone) => {
      await phone.go('/visits/add');
      await kind(phone, 'hospital-doctor');
      await phone.go('/visits/add/place');
      await phone.field('visits-place-field').fill(DRAFT.place);
      await phone.go('/visits/add/phone');
      await phone.field('visits-phone-field').fill(DRAFT.phone);
      await phone.go('/visits/add/check');
      await phone.field('visits-check-note').fill(DRAFT.note);
      await phone.go('/');
      await phone.go('/visits/add/check');
      assert.notDeepEqual(await traces(phone, Object.values(DRAFT)), [], 'until then it is there');

      await phone.go('/phone/delete');
      await phone.tap(phone.press(`settings-delete-${part}`));
      await phone.tap(phone.press('settings-delete-everything-on'));
      await phone.tap(phone.press(part === 'everything' ? 'settings-delete-everything-yes' : 'settings-delete-yes', {}, { whole: true }));
      assert.equal(await phone.where(), '/language');
      assert.deepEqual(await traces(phone, Object.values(DRAFT), { memory: true }), [], 'nothing of it is left');
      for (let step = 0; step < 6; step += 1) {
        await phone.back();
        assert.equal(await phone.where(), '/language', `${step + 1} steps back`);
      }
      await phone.go('/visits/add/place');
      assert.ok(!(await phone.where()).startsWith('/visits/add'), 'no visit is begun');
      await phone.go('/visits/add');
      assert.equal(await phone.page.locator('main input:checked').count(), 0);
      await kind(phone, 'hospital-doctor');
      await phone.go('/visits/add/place');
      assert.equal(await phone.field('visits-place-field').inputValue(), '');
    });
    await preview.stop();
  });
}
