// The journeys lane: what she wants to do works from end to end, on the real core, in her language.
//
//   node tests/journeys.mjs              all of them
//   node tests/journeys.mjs journey 2    those whose sentence has these words

import './journeys/first-open.mjs';
import './journeys/a-visit.mjs';
import './journeys/a-trip.mjs';
import './journeys/a-loss.mjs';
import './journeys/a-group.mjs';
import './journeys/what-comes-next.mjs';
import './journeys/hide.mjs';
import './journeys/lock.mjs';
import './journeys/delete.mjs';
import './journeys/new-phone.mjs';
import './journeys/after-a-copy.mjs';
import './journeys/looking-for-updates.mjs';
import './journeys/updates.mjs';
import './journeys/bad-input.mjs';
import './journeys/residue.mjs';
import { closeBrowser } from './support/browser.mjs';
import { atTheEnd, run } from './support/lane.mjs';

atTheEnd(closeBrowser);
await run();
