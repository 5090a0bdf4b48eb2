// Hide: one tap, on any screen, covered in the same frame.

import { strict as assert } from 'node:assert';

import { withPhone } from '../support/browser.mjs';
import { test } from '../support/lane.mjs';
import { inUse } from '../support/lives.mjs';
import { SCREENS } from '../support/screens.mjs';
import { TAGS } from '../support/words.mjs';

/** Presses Hide and says in the same breath, before the browser may draw, whether everything is covered. */
function hideAndLook(phone) {
  return phone.page.evaluate(() => {
    const button = document.querySelector('#app header button');
    button.click();
    const cover = document.getElementById('cover');
    const box = cover.getBoundingClientRect();
    const places = [0.02, 0.25, 0.5, 0.75, 0.98].flatMap((x) => [0.02, 0.25, 0.5, 0.75, 0.98].map((y) => [x * window.innerWidth, y * window.innerHeight]));
    return {
      whole: box.left <= 0 && box.top <= 0 && box.right >= window.innerWidth && box.bottom >= window.innerHeight,
      opaque: !/rgba\(.*, 0(\.\d+)?\)|transparent/.test(getComputedStyle(cover).backgroundColor) && getComputedStyle(cover).opacity === '1',
      onTop: places.every(([x, y]) => cover.contains(document.elementFromPoint(x, y))),
      app: getComputedStyle(document.getElementById('app')).visibility,
    };
  });
}

/** Every name and text that a screen reader gets. */
async function heard(phone) {
  const debug = await phone.page.context().newCDPSession(phone.page);
  const { nodes } = await debug.send('Accessibility.getFullAXTree');
  await debug.detach();
  return nodes
    .filter(({ ignored, role }) => !ignored && role?.value !== 'RootWebArea')
    .map(({ name, value }) => `${name?.value ?? ''} ${value?.value ?? ''}`.trim())
    .filter(Boolean);
}

for (const tag of TAGS) {
  test(`Hide covers every screen in the same frame, with nothing left to read or hear, in ${tag}`, async () => {
    const { preview, ids } = await inUse(tag);
    await withPhone(preview, { tag }, async (phone) => {
      for (const screen of SCREENS.filter(({ life, top }) => life === 'inUse' && top)) {
        const path = screen.at(ids);
        await phone.go(path);
        const covered = await hideAndLook(phone);
        assert.deepEqual(covered, { whole: true, opaque: true, onTop: true, app: 'hidden' }, screen.id);
        await phone.page.waitForFunction(() => document.activeElement?.id === 'cover-clock');
        const left = (await heard(phone)).filter((text) => !/^[\d:]+$/.test(text));
        const day = await phone.page.locator('#cover-day').innerText();
        assert.deepEqual(left.filter((text) => !text.includes(day) && !day.includes(text)), [], `${screen.id}: a clock and a date, and nothing else`);
        assert.equal(await phone.where(), '/', 'it will open again at Today');
        for (let touch = 0; touch < 3; touch += 1) await phone.page.locator('#cover-clock').tap();
        await phone.page.waitForFunction(() => document.getElementById('cover').hidden);
      }
    });
    await preview.stop();
  });
}

test('after Hide, one stray touch uncovers nothing, three show Today, and back does not lead to what she hid', async () => {
  const { preview, ids } = await inUse('en-GB');
  await withPhone(preview, {}, async (phone) => {
    await phone.tap(phone.place('visits'));
    await phone.tap(phone.page.locator(`main a[href="#/visits/${ids.hospital}"]`));
    await phone.tap(phone.constant('hide'));
    const clock = phone.page.locator('#cover-clock');
    await clock.tap();
    assert.ok(await phone.page.locator('#cover').isVisible());
    await clock.tap();
    await clock.tap();
    await phone.page.locator('#cover').waitFor({ state: 'hidden' });
    await phone.settled();
    assert.equal(await phone.where(), '/');
    await phone.back();
    assert.equal(await phone.where(), '/', 'what she hid is not one step back');
  });
  await preview.stop();
});

test('Hide works while the core answers nothing', async () => {
  const { preview } = await inUse('en-GB');
  await withPhone(preview, {}, async (phone) => {
    await preview.kill();
    phone.cutOff = true;
    assert.deepEqual(await hideAndLook(phone), { whole: true, opaque: true, onTop: true, app: 'hidden' });
  });
  await preview.stop();
});
