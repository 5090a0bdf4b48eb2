//! axe-core on the screen as it stands.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { withoutBars } from './geometry.mjs';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds, a line each; an empty list is what is wanted. */
export async function violations(page) {
  // Through the debugger, which no content security policy stops.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  // What has been scrolled under a bar is not too small: the bars let go while axe looks.
  const found = await withoutBars(page, () =>
    page.evaluate((tags) => window.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }), RULES),
  );
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')}: ${summary(failureSummary)}`),
  );
}

function summary(text) {
  return (text ?? '').split('\n').slice(1).join(' ').trim();
}
