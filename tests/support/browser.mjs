//! A small phone: one browser for the whole lane, a window of its own for each test. It writes down everything that the app
//! must never do; `close` fails the test on it.

import { strict as assert } from 'node:assert';
import { chromium as engine } from 'playwright-core';

import { chromium } from './places.mjs';
import { pattern } from './words.mjs';

const TIME_LIMIT = 30_000;

let started;

/** The one browser. It can reach this computer and nothing else. */
export function browser() {
  started ??= engine.launch({
    executablePath: chromium(),
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      '--font-render-hinting=none',
    ],
  });
  return started;
}

export async function closeBrowser() {
  await (await started)?.close();
}

/**
 * Opens the app on a phone of 320 by 640.
 *
 * - `tag`: the language that its buttons are looked for in
 * - `zone`: the time zone of the phone
 * - `locale`: the language of the phone itself
 * - `at`: a path to open instead of the first screen
 */
export async function openPhone(preview, { tag = 'en-GB', zone = 'Europe/London', locale = 'en-GB', at, dark = false, open = true } = {}) {
  const context = await (await browser()).newContext({
    viewport: { width: 320, height: 640 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale,
    timezoneId: zone,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(TIME_LIMIT);
  const phone = new Phone(context, preview, tag);
  phone.page = await context.newPage();
  phone.watch();
  if (open) await phone.open(at);
  return phone;
}

export class Phone {
  #context;
  #asking = 0;
  #faults = [];

  constructor(context, preview, tag) {
    this.#context = context;
    this.preview = preview;
    this.tag = tag;
    this.taps = 0;
    this.requests = [];
    /** Set while a test has cut the preview off on purpose. */
    this.cutOff = false;
  }

  watch() {
    const { page } = this;
    page.on('request', (request) => {
      const url = new URL(request.url());
      this.requests.push(`${request.method()} ${url.pathname}`);
      this.#asking += 1;
      if (url.protocol !== 'data:' && url.protocol !== 'blob:' && url.origin !== this.preview.origin) {
        this.#faults.push(`asked another host: ${url.href}`);
      }
    });
    const answered = () => {
      this.#asking -= 1;
    };
    page.on('requestfinished', answered);
    page.on('requestfailed', answered);
    page.on('pageerror', (error) => this.#faults.push(`script error: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      // What the core refuses comes as 422: an answer like any other, and the browser writes it down as an error.
      const refused = /status of 422/.test(message.text()) && message.location().url.endsWith('/call');
      if (!refused && !(this.cutOff && /ERR_CONNECTION|Failed to fetch/.test(message.text()))) {
        this.#faults.push(`console: ${message.text()} ${message.location().url}`);
      }
    });
    page.on('crash', () => this.#faults.push('the page crashed'));
  }

  /** Opens the app as a link from the preview's line would. */
  async open(path) {
    await this.page.goto(this.preview.url + (path === undefined ? '' : `#${path}`));
    await this.settled();
  }

  /** Loads the page anew, as after the app was closed. */
  async reopen() {
    await this.page.reload();
    await this.settled();
  }

  /** Goes to a screen without a tap, as the screens' list does. */
  async go(path) {
    await this.page.evaluate((to) => void (window.location.hash = to), path);
    await this.settled();
  }

  /** Until nothing is asked any more, the fonts are there and what came is drawn. */
  async settled() {
    const end = Date.now() + TIME_LIMIT;
    for (let quiet = 0; quiet < 3; ) {
      if (Date.now() > end) throw new Error(`the screen does not settle: ${await this.where()}`);
      const drawn = await this.page.evaluate(
        () =>
          new Promise((done) => {
            requestAnimationFrame(() =>
              requestAnimationFrame(() => void document.fonts.ready.then(() => done(document.querySelector('#app h1') !== null))),
            );
          }),
      );
      quiet = drawn && this.#asking === 0 ? quiet + 1 : 0;
    }
  }

  /** The path she is at. */
  async where() {
    return decodeURIComponent(new URL(this.page.url()).hash.replace(/^#/, '')) || '/';
  }

  /** One tap of a finger. */
  async tap(target) {
    const what = typeof target === 'string' ? this.page.locator(target) : target;
    await what.tap();
    this.taps += 1;
    await this.settled();
  }

  /** Typing; the tap on the field is counted. */
  async type(field, text) {
    await field.tap();
    this.taps += 1;
    await field.fill(text);
    await this.settled();
  }

  /** A button or link of the screen by its message. */
  press(id, args, how) {
    return this.#pressIn('#app main', id, args, how);
  }

  /** One of the four constants: `hide`, `show`, `danger`, `language`. */
  constant(name) {
    return this.#pressIn('#app .header, #app .header-second', `today-header-${name}`);
  }

  /** One of the five places: `today`, `visits`, `rights`, `money`, `help`. */
  place(name) {
    return this.#pressIn('#app nav:has(.place)', `today-bar-${name}`);
  }

  #pressIn(part, id, args, how) {
    const name = pattern(this.tag, id, args, how);
    const within = this.page.locator(part);
    return within.getByRole('button', { name }).or(within.getByRole('link', { name }));
  }

  /** One of several to choose from, or a switch, by its message: the words that a finger touches. */
  choice(id, args, how) {
    return this.page.locator('label:has(input[type=radio], input[type=checkbox])').filter({ hasText: pattern(this.tag, id, args, how) });
  }

  /** A field by the message of its label. */
  field(id, args, how = { whole: true }) {
    return this.page.getByRole('textbox', { name: pattern(this.tag, id, args, how) });
  }

  /** A field for a PIN by the message of its label: its kind has no role. */
  secret(id) {
    return this.page.getByLabel(pattern(this.tag, id, {}, { whole: true }));
  }

  /** Text on the screen by its message. */
  words(id, args, how) {
    return this.page.locator('#app').getByText(pattern(this.tag, id, args, how)).first();
  }

  /** A section of the screen by the message of its heading. */
  section(id, args) {
    return this.page.locator('section').filter({ has: this.page.getByRole('heading', { name: pattern(this.tag, id, args, { whole: true }) }) });
  }

  /** What was last put on the clipboard. */
  clipboard() {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Back, as the phone's own button does it. */
  async back() {
    await this.page.evaluate(() => void history.back());
    await this.settled();
  }

  /** Everything that can be read on the screen, without direction marks. */
  async text() {
    return (await this.page.evaluate(() => document.body.innerText)).replace(/[\u2066-\u2069\u200e\u200f]/g, '');
  }

  async heading() {
    return (await this.page.locator('#app h1').first().innerText()).replace(/[\u2066-\u2069\u200e\u200f]/g, '').trim();
  }

  /** Hands out what went wrong so far and forgets it. */
  faults() {
    return this.#faults.splice(0);
  }

  /** Ends the test on this phone: nothing may have gone wrong behind the screen. */
  async close() {
    const faults = this.faults();
    await this.#context.close();
    assert.deepEqual(faults, [], 'the app did what it must not do');
  }

  /** Ends it after a test that has failed already. */
  async drop() {
    await this.#context.close().catch(() => {});
  }
}

/** A preview and a phone for one test, closed whatever comes of it. */
export async function withPhone(preview, how, work) {
  const phone = await openPhone(preview, how);
  let done;
  try {
    done = await work(phone);
  } catch (error) {
    const faults = phone.faults();
    const where = await phone.where().catch(() => '?');
    await phone.drop();
    error.message += `\n(at ${where}${faults.length > 0 ? `; ${faults.join('; ')}` : ''})`;
    throw error;
  }
  await phone.close();
  return done;
}

/** The fonts that an element's letters are really drawn with, as the browser's own debugger names them. */
export async function fontsOf(page, selector) {
  const debug = await page.context().newCDPSession(page);
  await debug.send('DOM.enable');
  await debug.send('CSS.enable');
  const { root } = await debug.send('DOM.getDocument');
  const { nodeId } = await debug.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await debug.send('CSS.getPlatformFontsForNode', { nodeId });
  await debug.detach();
  return fonts;
}
