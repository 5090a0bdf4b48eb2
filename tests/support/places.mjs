//! Where things lie.

import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const tests = join(root, 'tests');

/** The preview; `cargo xtask` says where it built it. */
export const previewBinary = process.env.KINDWAY_PREVIEW ?? join(root, 'target/debug/kindway-preview');

/** The publisher stands beside the preview. */
export const publisherBinary = join(dirname(previewBinary), 'kindway-publish');

/** Built screens other than those of `ui/dist`, to look at a build that is not finished. */
export const screens = process.env.KINDWAY_SCREENS;

/** A folder for what a lane writes; git ignores it. */
export function out(...parts) {
  const folder = join(tests, 'out', ...parts);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The browser that people have: Debian's, or what stands in its place elsewhere. */
export function chromium() {
  const known = [process.env.KINDWAY_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = known.find((path) => path && existsSync(path));
  if (!found) throw new Error('there is no Chromium here: apt-get install chromium, or name one in KINDWAY_CHROMIUM');
  return found;
}
