import { describe, expect, it } from 'vitest';
import { outcome, size } from './outcome.ts';

const LAST = { iso: '2026-11-22' } as never;
const idle = { doing: null, large: null, trouble: null, last: LAST };

describe('what stands at the head of the screen', () => {
  it('is nothing until she does something', () => expect(outcome(idle, undefined)).toBe('idle'));

  it('is that she has the newest once her own look has come to its end', () => expect(outcome(idle, 'look')).toBe('newest'));

  it('does not say so where none has ever come to its end', () => expect(outcome({ ...idle, last: null }, 'look')).toBe('idle'));

  it('is the running update before anything else', () => {
    const running = { ...idle, doing: { done: 0, of: null } as never, large: 312_000, trouble: 'host' as const };
    expect(outcome(running, 'stop')).toBe('running');
  });

  it('is the question about a large one, until she puts it off', () => {
    expect(outcome({ ...idle, large: 312_000 }, undefined)).toBe('large');
    expect(outcome({ ...idle, large: 312_000 }, 'look')).toBe('large');
    expect(outcome({ ...idle, large: 312_000 }, 'not-now')).toBe('idle');
  });

  it('never says that she has the newest after she stopped it', () => {
    expect(outcome(idle, 'stop')).toBe('stopped');
    expect(outcome({ ...idle, trouble: 'host' }, 'stop')).toBe('stopped');
  });

  it('is the trouble, whoever looked', () => {
    expect(outcome({ ...idle, trouble: 'not-trusted' }, undefined)).toBe('trouble');
    expect(outcome({ ...idle, trouble: 'date' }, 'look')).toBe('trouble');
  });

  it('says nothing of a missing network that she did not ask about', () => {
    expect(outcome({ ...idle, trouble: 'no-connection' }, undefined)).toBe('idle');
    expect(outcome({ ...idle, trouble: 'no-connection' }, 'look')).toBe('trouble');
  });
});

describe('a size in words', () => {
  it.each([
    [0, 'kb', '1'], [1, 'kb', '1'], [1000, 'kb', '1'], [1001, 'kb', '2'], [311_300, 'kb', '312'], [999_000, 'kb', '999'],
    [999_001, 'mb', '1.0'], [1_000_000, 'mb', '1.0'], [1_360_000, 'mb', '1.4'],
  ])('of %i bytes is in %s: %s', (bytes, unit, count) => expect(size(bytes)).toEqual({ unit, count }));
});
