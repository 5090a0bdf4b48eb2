// Measures, and judges nothing: first paint on a processor six times slower, the longest task and the nodes of each screen.
//
//   node tests/bench-paint.mjs          a table
//   node tests/bench-paint.mjs --json   the same for a program

import { existsSync } from 'node:fs';

import { browser, closeBrowser, openPhone } from './support/browser.mjs';
import { inUse, settleIn } from './support/lives.mjs';
import { publisherBinary } from './support/places.mjs';
import { startPreview } from './support/preview.mjs';
import { SCREENS } from './support/screens.mjs';
import { reach } from './support/tour.mjs';
import { TAGS } from './support/words.mjs';

const SLOWER = 6;
const RUNS = 5;
const BUDGET = { firstPaintMs: 1000, longestTaskMs: 100, nodes: 600 };

// Where only the preview was built, the content that ships does as well.
const how = existsSync(publisherBinary) ? {} : { seed: null };

/** From a cold start to the first text on screen, and the longest time in which a touch would have waited. */
async function coldStart(tag) {
  const preview = await startPreview(how);
  await settleIn(preview, tag);
  const paints = [];
  const tasks = [];
  for (let at = 0; at < RUNS; at += 1) {
    const phone = await openPhone(preview, { tag, open: false });
    const debug = await phone.page.context().newCDPSession(phone.page);
    await debug.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await phone.page.addInitScript(() => {
      window.__tasks = [];
      new PerformanceObserver((list) => window.__tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask', buffered: true });
    });
    await phone.open();
    await phone.page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    paints.push(await phone.page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime));
    tasks.push(Math.max(0, ...(await phone.page.evaluate(() => window.__tasks))));
    await phone.drop();
  }
  await preview.stop();
  return { firstPaintMs: median(paints), longestTaskMs: median(tasks) };
}

/** The longest task on the way to each screen, and how many nodes it has. */
async function screens(tag) {
  const { preview, ids } = await inUse(tag, how);
  const phone = await openPhone(preview, { tag });
  const debug = await phone.page.context().newCDPSession(phone.page);
  await debug.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await phone.page.evaluate(() => {
    window.__tasks = [];
    new PerformanceObserver((list) => window.__tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask' });
  });
  const measured = [];
  for (const screen of SCREENS.filter(({ life, via, alone }) => life === 'inUse' && !via && !alone)) {
    await phone.go('/');
    await phone.page.evaluate(() => void (window.__tasks.length = 0));
    await reach(phone, screen, ids);
    const { nodes, longest } = await phone.page.evaluate(() => ({
      nodes: document.querySelectorAll('*').length,
      longest: Math.max(0, ...window.__tasks),
    }));
    measured.push({ id: screen.id, name: screen.name, nodes, longestTaskMs: Math.round(longest) });
  }
  await phone.drop();
  await preview.stop();
  return measured;
}

function median(numbers) {
  return Math.round([...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]);
}

function line(what, measured, budget, unit) {
  const number = (value) => `${value.toFixed(0)} ${unit}`.trim();
  console.log(`  ${what.padEnd(42)} ${number(measured).padStart(12)} ${number(budget).padStart(12)} ${(measured / budget).toFixed(2).padStart(7)}`);
}

await browser();
const result = { slower: SLOWER, languages: {} };
for (const tag of TAGS) result.languages[tag] = { ...(await coldStart(tag)), screens: await screens(tag) };
await closeBrowser();

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(result, null, 2));
} else {
  console.log(`in the browser, the processor ${SLOWER} times slower`);
  for (const [tag, { firstPaintMs, longestTaskMs, screens: each }] of Object.entries(result.languages)) {
    line(`first paint, ${tag}`, firstPaintMs, BUDGET.firstPaintMs, 'ms');
    line(`longest task until Today, ${tag}`, longestTaskMs, BUDGET.longestTaskMs, 'ms');
    const slowest = each.reduce((a, b) => (b.longestTaskMs > a.longestTaskMs ? b : a));
    const fullest = each.reduce((a, b) => (b.nodes > a.nodes ? b : a));
    line(`longest task of a screen, ${tag} (${slowest.id})`, slowest.longestTaskMs, BUDGET.longestTaskMs, 'ms');
    line(`most nodes of a screen, ${tag} (${fullest.id})`, fullest.nodes, BUDGET.nodes, '');
  }
}
