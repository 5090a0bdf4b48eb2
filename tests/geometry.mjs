// The geometry lane: every screen at 320 px, at three sizes of text, in every language. axe alone has passed screens that were
// plainly broken; so might this: the pictures in tests/out/screens are there to be looked at.

import { strict as assert } from 'node:assert';
import { join } from 'node:path';

import { closeBrowser } from './support/browser.mjs';
import { geometryFaults, takePicture } from './support/geometry.mjs';
import { atTheEnd, run } from './support/lane.mjs';
import { out } from './support/places.mjs';
import { everyScreen } from './support/tour.mjs';

const RIGHT_TO_LEFT = ['ar'];

for (const size of [100, 130, 200]) {
  everyScreen({
    named: ({ id, name }, tag) => `${id}, ${name}, is whole in ${tag} at ${size} %`,
    settings: { text_size: size },
    look: async (phone, screen, tag) => {
      const shown = screen.english ? 'en-GB' : tag;
      const faults = await geometryFaults(phone, { tag: shown, dir: RIGHT_TO_LEFT.includes(shown) ? 'rtl' : 'ltr' });
      const picture = size === 100 ? out('screens', tag) : out('screens', `${tag}-${size}`);
      await takePicture(phone.page, join(picture, `${screen.id}.png`));
      if (faults.length > 0) assert.fail(faults.join('\n'));
    },
  });
}

atTheEnd(closeBrowser);
await run();
