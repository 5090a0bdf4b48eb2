//! The content that the lanes run on: the real one, with rates that do not change.

import { execFile } from 'node:child_process';
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { out, publisherBinary, root, tests } from './places.mjs';

const overlay = join(tests, 'fixtures/overlay');
const run = promisify(execFile);
let built;

/** The seed, packed once a run. */
export function fixtureSeed() {
  built ??= build();
  return built;
}

async function build() {
  if (!existsSync(publisherBinary)) throw new Error(`${publisherBinary} is not built: cargo build -p kindway-publisher`);
  const seed = join(out(), 'fixture.seed');
  // Another lane may be reading the last one.
  const fresh = `${seed}.${process.pid}`;
  await run(publisherBinary, ['build', '--root', root, '--overlay', overlay, '--out', fresh]);
  renameSync(fresh, seed);
  return seed;
}
