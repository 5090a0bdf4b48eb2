import { describe, expect, it } from 'vitest';
import { pence, typedPounds } from './pounds.ts';

describe('a sum as she types it', () => {
  it.each([
    ['11', 1100], ['11.50', 1150], ['11.5', 1150], ['11,50', 1150], ['£ 6', 600], ['.50', 50], ['50p', 50], ['1,000', 100_000], ['1,000.25', 100_025],
    ['٦٫٥', 650], ['۱۱', 1100], ['১১', 1100], ['\u2068£5.00\u2069', 500], ['0', 0],
  ])('reads %s', (typed, sum) => expect(pence(typed)).toBe(sum));

  it.each(['abc', '1.234', '-5', '5..', '.', '1 pound', '5.5.5', '10,00,0'])('does not guess at %s', (typed) => expect(pence(typed)).toBeUndefined());

  it('takes an empty field for no sum', () => expect(pence('  ')).toBeNull());

  it('leaves to the core what is too much', () => expect(pence('99999999999999')).toBe(1_000_000_000));

  it.each([[1100, '11'], [1150, '11.50'], [5, '0.05']])('puts %i back in the field as %s', (sum, text) => expect(typedPounds(sum)).toBe(text));
});
