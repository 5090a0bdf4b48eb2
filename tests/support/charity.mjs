//! A charity with a computer: the project's content as its editors have it, its keys, its site. Every step is a command of
//! `kindway-publish`, as a person would type it.

import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { publisherBinary, root, tests } from './places.mjs';

const run = promisify(execFile);
const PASSPHRASE = 'a passphrase for a journey';

/** A charity that has published what the journeys run on, and an app that believes it and asks at `address`. */
export async function foundCharity(address) {
  const home = mkdtempSync(join(tmpdir(), 'kindway-charity-'));
  const desk = join(home, 'desk');
  for (const folder of ['assets', 'locales']) cpSync(join(root, folder), join(desk, folder), { recursive: true });
  cpSync(join(tests, 'fixtures/overlay/assets'), join(desk, 'assets'), { recursive: true });
  const charity = new Charity(home, desk);
  await charity.publisher('init', charity.site, '--keys', charity.keys, '--channel', 'test');
  await charity.publish();
  await charity.publisher('ship', charity.site, '--host', address, '--out', charity.ship);
  return charity;
}

class Charity {
  constructor(home, desk) {
    this.home = home;
    this.desk = desk;
    this.site = join(home, 'site');
    this.keys = join(home, 'keys');
    this.ship = join(home, 'ship');
    this.public = join(home, 'public');
    mkdirSync(this.public);
  }

  async publisher(...args) {
    const env = { ...process.env, KINDWAY_PASSPHRASE: PASSPHRASE };
    const { stdout } = await run(publisherBinary, ['--root', this.desk, ...args], { env });
    return stdout;
  }

  /** An editor's work at a file: `change` gets its text and gives another. */
  edit(file, change) {
    const path = join(this.desk, file);
    const before = readFileSync(path, 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`${file}: nothing was changed`);
    writeFileSync(path, after);
  }

  /** Check, build, sign, publish. */
  async publish() {
    await this.publisher('check');
    await this.publisher('build', '--site', this.site);
    await this.publisher('sign', this.site, '--keys', this.keys);
    await this.publisher('publish', this.site, '--to', this.public, '--keys', this.keys);
  }

  close() {
    rmSync(this.home, { recursive: true, force: true });
  }
}
