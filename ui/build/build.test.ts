import { expect, it } from 'vitest';
import { parse } from './icons.ts';
import { withoutComments } from './words.ts';

it('reads a drawing as nodes and turns its styles into attributes', () => {
  const svg = '<svg viewBox="0 0 24 24"><g class="line" stroke="#0B5C5A"><path d="M1 2.500h3" style="stroke-width:3px"/></g></svg>';
  expect(parse(svg, 'x')).toEqual([['g', { class: 'line' }, [['path', { d: 'M1 2.5h3', 'stroke-width': '3' }]]]]);
});

it('refuses a drawing that is not one', () => {
  expect(() => parse('<g></g>', 'x.svg')).toThrow('x.svg');
});

it('leaves translators’ comments out and every message in', () => {
  expect(withoutComments('### All\n\n# One\na = b\n    c\n\n\n# Two\nd = e # f\n')).toBe('a = b\n    c\nd = e # f');
});
