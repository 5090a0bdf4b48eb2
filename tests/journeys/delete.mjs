// Deleting past visits or notes: it can be put back on the same screen, and no longer once she has left it.

import { strict as assert } from 'node:assert';

import { withPhone } from '../support/browser.mjs';
import { test } from '../support/lane.mjs';
import { inUse } from '../support/lives.mjs';

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
