// The window of the built app, driven through WebKit's own WebDriver. Only what the smoke test needs, on Node alone.

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** The key under which WebDriver hands out elements. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** Nothing here takes longer on a slow machine; a request without an end would hang the whole lane. */
const TIME_LIMIT = 30_000;

export async function openWindow(binary, env) {
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const driverUrl = `http://127.0.0.1:${port}`;
  try {
    await answers(driverUrl);
    const { sessionId } = await ask(driverUrl, 'POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: [] } } },
    });
    return new Window(driver, `${driverUrl}/session/${sessionId}`);
  } catch (error) {
    driver.kill();
    throw error;
  }
}

class Window {
  #driver;
  #url;

  constructor(driver, url) {
    this.#driver = driver;
    this.#url = url;
  }

  /** Runs a function in the page; what it returns, or what its promise brings, comes back. */
  async run(work, ...given) {
    const script = `
      const done = arguments[arguments.length - 1];
      Promise.resolve((${work})(...Array.prototype.slice.call(arguments, 0, -1)))
        .then((value) => done({ value }), (error) => done({ error: typeof error === 'string' ? error : JSON.stringify(error) + ' ' + error }));`;
    const { value, error } = await this.#ask('POST', '/execute/async', { script, args: given });
    if (error !== undefined) throw new Error(error);
    return value;
  }

  /** The element, once it is there and shown. */
  async find(css) {
    for (const until = Date.now() + TIME_LIMIT; Date.now() < until; await pause(100)) {
      const found = await this.#ask('POST', '/elements', { using: 'css selector', value: css });
      for (const each of found) {
        const id = each[ELEMENT];
        if (await this.#ask('GET', `/element/${id}/displayed`)) return id;
      }
    }
    throw new Error(`nothing that is shown matches ${css}`);
  }

  async click(css) {
    await this.#ask('POST', `/element/${await this.find(css)}/click`, {});
  }

  title() {
    return this.#ask('GET', '/title');
  }

  address() {
    return this.#ask('GET', '/url');
  }

  handles() {
    return this.#ask('GET', '/window/handles');
  }

  async close() {
    try {
      await this.#ask('DELETE', '');
    } finally {
      this.#driver.kill();
    }
  }

  #ask(method, path, body) {
    return ask(this.#url, method, path, body);
  }
}

export function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}

async function ask(url, method, path, body) {
  const response = await fetch(url + path, {
    method,
    body: body && JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
    signal: AbortSignal.timeout(TIME_LIMIT),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
  return value;
}

async function answers(url) {
  for (const until = Date.now() + TIME_LIMIT; Date.now() < until; await pause(100)) {
    const ready = await ask(url, 'GET', '/status').catch(() => undefined);
    if (ready) return;
  }
  throw new Error('WebKitWebDriver does not answer');
}

function freePort() {
  return new Promise((done, failed) => {
    const server = createServer().on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
