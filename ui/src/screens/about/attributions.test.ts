// @vitest-environment node
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { PLACES } from './attributions.ts';

test('the words about the postcode data are those of its licence file', () => {
  const file = readFileSync(fileURLToPath(new URL('../../../../assets/places/outcodes.LICENCE.md', import.meta.url)), 'utf8');
  const quoted = file.split('\n').filter((line) => line.startsWith('> ')).map((line) => line.slice(2).trim());
  expect(PLACES).toEqual(quoted);
});
