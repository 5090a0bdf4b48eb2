// The accessibility lane: axe on every screen, in every language, in light and in dark.

import { strict as assert } from 'node:assert';

import { violations } from './support/axe.mjs';
import { closeBrowser } from './support/browser.mjs';
import { atTheEnd, run } from './support/lane.mjs';
import { everyScreen } from './support/tour.mjs';

everyScreen({
  named: ({ id, name }, tag) => `axe finds nothing on ${id}, ${name}, in ${tag}, light and dark`,
  look: async (phone) => {
    const found = [];
    for (const colorScheme of ['light', 'dark']) {
      await phone.page.emulateMedia({ colorScheme });
      found.push(...(await violations(phone.page)).map((violation) => `${colorScheme}: ${violation}`));
    }
    await phone.page.emulateMedia({ colorScheme: 'light' });
    if (found.length > 0) assert.fail(found.join('\n'));
  },
});

atTheEnd(closeBrowser);
await run();
