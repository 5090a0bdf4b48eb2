// The old engine lane: Chromium 80, the oldest WebView that the women's phones have. Every top-level screen, in every language.

import { strict as assert } from 'node:assert';

import { test, atTheEnd, run } from './support/lane.mjs';
import { empty, inUse, untouched } from './support/lives.mjs';
import { launchOldEngine } from './support/old-engine.mjs';
import { SCREENS } from './support/screens.mjs';
import { TAGS } from './support/words.mjs';

const TIME_LIMIT = 20_000;
let engine;

/** A window that writes down every error. */
async function openWindow(preview) {
  engine ??= launchOldEngine();
  const page = await (await engine).newPage();
  await page.setViewport({ width: 320, height: 640, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  page.setDefaultTimeout(TIME_LIMIT);
  const faults = [];
  page.on('pageerror', (error) => faults.push(`script error: ${error.message}`));
  page.on('error', (error) => faults.push(`the page crashed: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 422/.test(message.text())) faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== 'data:' && origin !== preview.origin) faults.push(`asked another host: ${request.url()}`);
  });
  return { page, faults };
}

/** Until a heading stands there and nothing is on its way. */
async function settled(page) {
  await page.waitForFunction(() => document.querySelector('#app h1') !== null);
  await page.evaluate(
    () =>
      new Promise((done) => {
        let quiet = 0;
        let before = performance.getEntriesByType('resource').length;
        const look = () => {
          const now = performance.getEntriesByType('resource').length;
          quiet = now === before ? quiet + 1 : 0;
          before = now;
          if (quiet > 8) document.fonts.ready.then(() => done());
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
}

class Stay {
  #life;
  #window;

  constructor(tag) {
    this.tag = tag;
  }

  async open() {
    if (!this.#window) {
      this.#life = await inUse(this.tag);
      this.#window = await openWindow(this.#life.preview);
      await this.#window.page.goto(this.#life.preview.url);
      await settled(this.#window.page);
    }
    return { ...this.#window, ids: this.#life.ids };
  }

  async close() {
    await this.#window?.page.close();
    await this.#life?.preview.stop();
  }
}

test('the engine is Chromium 80', async () => {
  engine ??= launchOldEngine();
  const page = await (await engine).newPage();
  assert.match(await page.evaluate(() => navigator.userAgent), /Chrome\/80\./);
  await page.close();
});

test('on first open the language screen comes up, and a language can be picked', async () => {
  const { preview } = await untouched();
  const { page, faults } = await openWindow(preview);
  await page.goto(preview.url);
  await settled(page);
  const [tigrinya] = await page.$x("//button[contains(., 'ትግርኛ')] | //label[contains(., 'ትግርኛ')]");
  assert.ok(tigrinya, 'ትግርኛ stands on the first screen');
  await tigrinya.tap();
  await settled(page);
  assert.deepEqual(faults, []);
  await page.close();
  await preview.stop();
});

test('a visit is added from the first question to the last', async () => {
  const { preview } = await empty('ti');
  const { page, faults } = await openWindow(preview);
  await page.goto(preview.url);
  await settled(page);
  const touch = async (xpath) => {
    await page.waitForXPath(xpath);
    const [found] = await page.$x(xpath);
    await found.evaluate((each) => each.scrollIntoView({ block: 'center' }));
    await found.tap();
    await settled(page);
  };
  const next = () => touch("//form//button[@type='submit']");
  const { tiles } = await preview.ask('visit-kinds');
  await touch("//main//a[@href='#/visits/add']");
  await touch(`//button[contains(., '${tiles.find(({ id }) => id === 'hospital-doctor').title}')]`);
  await next();
  await touch("//button[contains(., 'Tuesday')][contains(., '24')]");
  await next();
  await touch("//button[normalize-space(.)='9am']");
  await touch("//button[normalize-space(.)='9:20']");
  await next();
  await next();
  await next();
  await next();
  const [visit] = (await preview.ask('visits')).coming;
  assert.equal(visit.day.iso, '2026-11-24');
  assert.equal(visit.time.hhmm, '09:20');
  assert.deepEqual(faults, []);
  await page.close();
  await preview.stop();
});

for (const tag of TAGS) {
  const stay = new Stay(tag);
  for (const screen of SCREENS.filter(({ top, life, via }) => top && life === 'inUse' && !via)) {
    test(
      `${screen.id}, ${screen.name}, is drawn in ${tag} without an error`,
      async () => {
        const { page, faults, ids } = await stay.open();
        const path = screen.at(ids);
        await page.evaluate((to) => void (window.location.hash = to), path);
        await settled(page);
        // A resource is listed when it has come: a slow answer of the core is not among them yet. Without a heading there is no screen.
        await page.waitForFunction(() => document.querySelector('#app main h1') !== null);
        const { hash, lang, words, wide } = await page.evaluate(() => ({
          hash: decodeURIComponent(window.location.hash),
          lang: document.documentElement.lang,
          words: document.querySelector('#app main').innerText.trim().length,
          wide: document.documentElement.scrollWidth,
        }));
        assert.equal(hash, `#${path}`, 'it is another screen');
        assert.equal(lang, tag);
        assert.ok(words > 20, 'the screen is empty');
        assert.ok(wide <= 320, `the page is ${wide} px wide`);
        assert.deepEqual(faults.splice(0), []);
      },
      stay,
    );
  }
}

atTheEnd(async () => (await engine)?.close());
await run();
