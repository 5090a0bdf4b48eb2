// The shell lane: the app as it is built, in its real window. What the screens do is for the journeys; here it is only the frame
// around them: one command, nothing else in, nothing else out.
//
//   KINDWAY_SHELL   the built app (`cargo xtask test shell` names it)

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { openWindow, pause } from './webdriver.mjs';

const here = fileURLToPath(import.meta.url);
const binary = process.env.KINDWAY_SHELL ?? join(here, '../../../target/debug/kindway');

// A window needs a screen and a session bus; both are made for this lane alone, so that it never opens on somebody's desktop.
if (process.env.KINDWAY_SHELL_LANE !== 'inside') {
  const inside = { ...process.env, KINDWAY_SHELL_LANE: 'inside' };
  const ended = spawnSync('dbus-run-session', ['--', 'xvfb-run', '--auto-servernum', process.execPath, '--test-reporter=spec', here], {
    stdio: 'inherit',
    env: inside,
  });
  if (ended.error) console.error(String(ended.error));
  process.exit(ended.status ?? 1);
}

const scratch = mkdtempSync(join(tmpdir(), 'kindway-shell-'));
const wentOut = join(scratch, 'went-out');
const downloads = join(scratch, 'downloads');
let window;

before(async () => {
  assert.ok(existsSync(binary), `${binary} is not built: cargo xtask test shell`);
  // Stands where the system's opener would, and only writes down what it was handed.
  writeFileSync(join(scratch, 'xdg-open'), '#!/bin/sh\nprintf "%s\\n" "$@" >> "$KINDWAY_WENT_OUT"\n');
  chmodSync(join(scratch, 'xdg-open'), 0o755);
  mkdirSync(downloads);
  window = await openWindow(binary, {
    ...process.env,
    HOME: scratch,
    XDG_DOWNLOAD_DIR: downloads,
    PATH: scratch + delimiter + process.env.PATH,
    KINDWAY_FOLDER: join(scratch, 'data'),
    KINDWAY_WENT_OUT: wentOut,
    TAURI_WEBVIEW_AUTOMATION: 'true',
    LIBGL_ALWAYS_SOFTWARE: '1',
    XDG_DATA_HOME: join(scratch, 'share'),
    XDG_CACHE_HOME: join(scratch, 'cache'),
    XDG_CONFIG_HOME: join(scratch, 'config'),
  });
});

after(async () => {
  await window?.close();
  rmSync(scratch, { recursive: true, force: true });
});

const invoke = (command, args) => window.run((name, given) => window.__TAURI_INTERNALS__.invoke(name, given), command, args);

const outside = () => (existsSync(wentOut) ? readFileSync(wentOut, 'utf8').trim().split('\n') : []);

/** Leads the page somewhere, and says what was handed to the system because of it. */
async function lead(address) {
  rmSync(wentOut, { force: true });
  await window.run((to) => void setTimeout(() => window.location.assign(to)), address);
  await pause(700);
  return outside();
}

test('the window opens on the first screen', async () => {
  assert.equal(await window.title(), 'Kindway');
  assert.match(await window.address(), /^tauri:\/\/localhost(\/|$)/);
  await window.find('#app main button');
});

test('Hide covers the screen before the touch is over', async () => {
  const hide = 'header .constant:first-child';
  await window.find(hide);
  await window.run(() => {
    const cover = document.getElementById('cover');
    // The last to hear of the touch: by then nothing may be seen any more, without waiting for the core or for a frame.
    window.addEventListener('click', () => (cover.dataset.whenTouched = String(!cover.hidden)), { once: true });
  });
  await window.click(hide);
  const covered = await window.run(() => {
    const cover = document.getElementById('cover');
    const { width, height } = cover.getBoundingClientRect();
    const above = document.elementFromPoint(window.innerWidth / 2, 24);
    const clock = document.getElementById('cover-time').textContent;
    const whole = width >= window.innerWidth && height >= window.innerHeight;
    return { whenTouched: cover.dataset.whenTouched, whole, onTop: cover.contains(above), clock };
  });
  assert.equal(covered.whenTouched, 'true', 'at once');
  assert.ok(covered.whole && covered.onTop, 'the whole window');
  assert.match(covered.clock, /^\d{1,2}:\d\d$/, 'it is a clock');
});

test('the one command answers through the real IPC', async () => {
  const opened = await invoke('call', { request: { ask: 'open', with: {} } });
  assert.equal(opened.ask, 'open');
  assert.ok(existsSync(join(scratch, 'data/content.db')), 'over the folder that it was given');
  await assert.rejects(invoke('call', { request: { ask: 'visit', with: { id: '0'.repeat(32) } } }), /not-found/);
});

test('every other command is refused', async () => {
  for (const command of [
    'other',
    'plugin:event|emit',
    'plugin:event|emit_to',
    'plugin:window|close',
    'plugin:window|set_title',
    'plugin:webview|create_webview_window',
    'plugin:webview|print',
    'plugin:path|resolve_directory',
    'plugin:app|version',
    'plugin:fs|read_file',
    'plugin:shell|open',
  ]) {
    await assert.rejects(invoke(command, {}), /not allowed|not found/, command);
  }
});

test('the page has no more of Tauri than it needs, and nobody can change what objects are', async () => {
  assert.equal(await window.run(() => typeof window.__TAURI__), 'undefined');
  assert.equal(await window.run(() => Object.isFrozen(Object.prototype)), true);
});

test('nothing is fetched from anywhere, and no script is taken from a text', async () => {
  const refused = await window.run(async () => {
    const seen = new Set();
    document.addEventListener('securitypolicyviolation', (event) => seen.add(event.effectiveDirective.replace(/-elem$/, '')));
    await fetch('https://example.invalid/').catch(() => {});
    const image = new Image();
    image.src = 'https://example.invalid/a.png';
    const script = document.createElement('script');
    script.textContent = 'window.__taken = true';
    document.head.append(script);
    const frame = document.createElement('iframe');
    frame.src = 'https://example.invalid/';
    document.body.append(frame);
    await new Promise((done) => setTimeout(done, 500));
    script.remove();
    frame.remove();
    return { seen: [...seen].sort(), taken: window.__taken === true };
  });
  assert.equal(refused.taken, false);
  for (const directive of ['connect-src', 'frame-src', 'img-src', 'script-src']) {
    assert.ok(refused.seen.includes(directive), `${directive} was not what refused it: ${refused.seen}`);
  }
});

test('a page of somewhere else is never shown; a call or a secure page goes out to the system', async () => {
  // After Hide the first run begins at its first question, in its own time.
  let own = await window.address();
  for (let look = 0; look < 50 && !own.endsWith('#/language'); look += 1) {
    await new Promise((done) => setTimeout(done, 100));
    own = await window.address();
  }
  assert.match(own, /#\/language$/);
  const cases = [
    ['https://example.invalid/', ['https://example.invalid/']],
    ['tel:+441514960000', ['tel:+441514960000']],
    ['http://example.invalid/', []],
    ['file:///etc/passwd', []],
    ['data:text/html,hello', []],
    ['smb://example.invalid/share', []],
  ];
  for (const [address, expected] of cases) {
    assert.deepEqual(await lead(address), expected, address);
    assert.equal(await window.address(), own, `${address} is not shown`);
  }
});

test('no second window opens', async () => {
  rmSync(wentOut, { force: true });
  // By a real touch: WebKit itself stops a script that opens windows on its own.
  for (const address of ['https://example.invalid/new', 'file:///etc/passwd']) {
    await window.run((to) => {
      const link = Object.assign(document.createElement('a'), { id: 'leaves', target: '_blank', href: to, textContent: to });
      link.style.cssText = 'position: fixed; inset: 0; z-index: 9999; background: white';
      document.body.append(link);
    }, address);
    await window.click('#leaves');
    await window.run(() => document.getElementById('leaves').remove());
  }
  await window.run(() => void window.open('https://example.invalid/by-script'));
  await pause(700);
  assert.equal((await window.handles()).length, 1);
  assert.deepEqual(outside(), ['https://example.invalid/new']);
});

const ask = async (name, carries = {}) => (await invoke('call', { request: { ask: name, with: carries } })).with;

/** The page begins anew, on its first screen; the core stays. */
async function reload() {
  await window.run(() => {
    window.history.replaceState(null, '', '#/');
    setTimeout(() => window.location.reload());
  });
  await pause(1500);
}

/** Presses what says these words. */
const press = (words) =>
  window.run(async (wanted) => {
    for (const until = Date.now() + 20_000; Date.now() < until; await new Promise((done) => setTimeout(done, 100))) {
      const found = [...document.querySelectorAll('#app main a, #app main button')].find((each) => each.textContent.includes(wanted));
      if (found) return void found.click();
    }
    throw new Error(`nothing says ${wanted}`);
  }, words);

test('the copy for a new phone stands among her downloads when the screen says so, and never over another file', async () => {
  await ask('settings-save', { language: 'en-GB', welcomed: true });
  await reload();
  await window.find('#app nav .place');
  await window.run(() => void (window.location.hash = '/phone/move/out'));
  await press('Make the copy');
  await window.find('.move-groups');
  await press('I have written it down');
  const saved = async (name) => {
    await press('Save the file');
    await window.find('.notice-ok');
    const said = await window.run(() => document.querySelector('.notice-ok').textContent);
    assert.ok(said.includes(join(downloads, name)), said);
  };
  assert.deepEqual(readdirSync(downloads), [], 'not before she asks for it');
  await saved('copy.kw');
  await saved('copy-2.kw');
  const [first, second] = ['copy.kw', 'copy-2.kw'].map((name) => readFileSync(join(downloads, name)));
  assert.equal(first.subarray(0, 8).toString(), 'KWMOVE01');
  assert.deepEqual(second, first);
  assert.equal(statSync(join(downloads, 'copy.kw')).mode & 0o777, 0o600);
  await assert.rejects(ask('moving-save', { file: btoa('of somebody else') }), /moving-not-ours/);
});

test('with a PIN, Hide locks what stands behind the cover, and the PIN opens it', async () => {
  await ask('settings-save', { language: 'en-GB', welcomed: true });
  await ask('pin-set', { pin: '482091', weak: false });
  await reload();
  await window.find('#app nav .place');
  await window.click('header .constant:first-child');
  // Under the cover it is in the page and cannot be seen.
  await window.run(async () => {
    for (const until = Date.now() + 20_000; Date.now() < until && !document.querySelector('.pad'); ) await new Promise((done) => setTimeout(done, 50));
  });
  assert.equal((await ask('lock')).locked, true);
  await assert.rejects(ask('visit-add', { kind: 'gp', day: { day: 1, month: 12, year: 2026, weekday: null } }), /locked/);
  for (let touch = 0; touch < 3; touch += 1) await window.click('#cover-clock');
  await window.find('.pad');
  for (const digit of '482091') {
    await window.run((wanted) => [...document.querySelectorAll('.pad-key')].find((key) => key.textContent === wanted).click(), digit);
  }
  await window.run(() => document.querySelector('.pad button[type=submit]').click());
  await window.find('#app nav .place');
  assert.equal((await ask('lock')).locked, false);
});
