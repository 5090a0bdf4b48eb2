//! The real core behind the preview's server, on a folder that is thrown away.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { fixtureSeed } from './fixture.mjs';
import { previewBinary, screens } from './places.mjs';

/** Sunday morning, in winter: UK time is UTC. */
export const NOW = '2026-11-22T10:00:00Z';

const TOKEN = 'journeys';
const TIME_LIMIT = 30_000;
const running = new Set();

// A lane that is interrupted leaves nothing running and nothing behind.
process.on('exit', () => {
  for (const preview of running) preview.endNow();
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

/**
 * Starts a preview.
 *
 * - `now`: the time at which its clock stands still; `null` for the clock of this computer, which goes on
 * - `zone`: the time zone of the computer that it runs on
 * - `seed`: content other than the fixture; `null` for the one that ships
 * - `updates`: what `kindway-publish ship` wrote, in place of a seed
 * - `connection`: how the phone says it is connected
 * - `owner`: a stand-in for the phone's own lock, and what it says from the start: `yes`, `no` or `lost`; see `ownerSays`
 * - `folder`, `port`: those of one that was killed, to start it again
 */
export async function startPreview({ now = NOW, zone = 'Europe/London', seed, updates, connection, owner, folder, port = 0 } = {}) {
  if (!existsSync(previewBinary)) throw new Error(`${previewBinary} is not built: cargo build -p kindway-preview`);
  const given = seed === undefined && updates === undefined ? await fixtureSeed() : seed ?? null;
  const data = folder ?? mkdtempSync(join(tmpdir(), 'kindway-test-'));
  const args = ['--folder', data, '--port', String(port), '--token', TOKEN];
  if (now !== null) args.push('--now', now);
  if (given !== null) args.push('--seed', given);
  if (updates) args.push('--updates', updates);
  if (connection) args.push('--connection', connection);
  if (owner) {
    writeFileSync(ownerFile(data), owner);
    args.push('--stand-in-owner', ownerFile(data));
  }
  if (screens) args.push('--ui', screens);
  const child = spawn(previewBinary, args, { env: { ...process.env, TZ: zone }, stdio: ['ignore', 'pipe', 'pipe'] });
  const preview = new Preview(child, data);
  running.add(preview);
  await preview.started();
  return preview;
}

const ownerFile = (folder) => join(folder, 'stand-in-owner');

class Preview {
  #child;
  #said = '';
  #ended;

  constructor(child, folder) {
    this.#child = child;
    this.folder = folder;
    this.#ended = new Promise((done) => child.once('exit', done));
    child.stderr.on('data', (bytes) => (this.#said += bytes));
  }

  /** What it said on its error stream: nothing, unless something went wrong. */
  get said() {
    return this.#said;
  }

  async started() {
    const lines = createInterface(this.#child.stdout);
    const line = await new Promise((done, failed) => {
      lines.once('line', done);
      this.#child.once('error', failed);
      this.#child.once('exit', () => failed(new Error(`the preview ended: ${this.#said}`)));
      setTimeout(() => failed(new Error('the preview does not start')), TIME_LIMIT).unref();
    });
    const url = line.match(/http:\/\/127\.0\.0\.1:\d+\/\?t=\S+/)?.[0];
    if (!url) throw new Error(`the preview says ${line}`);
    this.url = url;
    this.origin = new URL(url).origin;
    this.port = Number(new URL(url).port);
  }

  /** Asks the core straight away: for a state that a test only starts from, or to see what was kept. */
  async ask(name, carries = {}) {
    const answer = await fetch(`${this.origin}/call`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Kindway-Token': TOKEN },
      body: JSON.stringify({ ask: name, with: carries }),
      signal: AbortSignal.timeout(TIME_LIMIT),
    });
    const body = await answer.text();
    if (answer.status !== 200) throw Object.assign(new Error(`${name}: ${answer.status} ${body}`), { status: answer.status });
    return JSON.parse(body).with;
  }

  /** What the stand-in for the phone's own lock says from now on. */
  ownerSays(word) {
    writeFileSync(ownerFile(this.folder), word);
  }

  /** Ends it as a power cut would, and keeps its folder. */
  async kill() {
    this.#child.kill('SIGKILL');
    await this.#ended;
    running.delete(this);
  }

  /** Ends it and throws its folder away. */
  async stop() {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  endNow() {
    this.#child.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}
