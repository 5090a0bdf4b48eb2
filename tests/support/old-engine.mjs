//! Chromium 80: what a phone has that never updated its WebView. The binary comes inside an npm package.

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

import { out } from './places.mjs';

const require = createRequire(import.meta.url);

export function launchOldEngine() {
  return require('puppeteer-core').launch({
    executablePath: binary(),
    headless: true,
    // One process and no graphics card: the package was made for small machines.
    args: ['--no-sandbox', '--no-zygote', '--single-process', '--disable-gpu', '--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
}

function binary() {
  const { version } = require('chrome-aws-lambda/package.json');
  const unpacked = join(out('engines'), `chromium-${version}`);
  if (existsSync(unpacked)) return unpacked;
  const packed = readFileSync(require.resolve('chrome-aws-lambda/bin/chromium.br'));
  const fresh = `${unpacked}.${process.pid}`;
  writeFileSync(fresh, brotliDecompressSync(packed), { mode: 0o755 });
  renameSync(fresh, unpacked);
  return unpacked;
}
