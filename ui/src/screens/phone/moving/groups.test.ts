import { expect, it } from 'vitest';
import { caretAfter, digitsOf, inGroups } from './groups.ts';

it('puts digits of any script in groups of five', () => {
  expect(inGroups('1234567')).toBe('12345 67');
  expect(inGroups('12345')).toBe('12345');
  expect(inGroups('١٢٣٤٥٦')).toBe('١٢٣٤٥ ٦');
  expect(inGroups('۱۲۳۴۵۶')).toBe('۱۲۳۴۵ ۶');
});

it('takes a code out of whatever was pasted around it', () => {
  expect(inGroups(' 1) 23456-7890\n')).toBe('12345 67890');
  expect(digitsOf('code: 12 34')).toBe('1234');
});

it.each([[0, 0], [3, 3], [5, 5], [6, 7], [10, 11]])('keeps the caret behind %d digits', (digits, caret) => {
  expect(caretAfter('12345 67890', digits)).toBe(caret);
});
