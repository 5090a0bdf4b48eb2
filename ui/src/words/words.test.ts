import { beforeEach, expect, it, vi } from 'vitest';

vi.mock('virtual:words', () => ({
  languages: {
    'en-GB': () => Promise.resolve({ default: 'today-one = One\ntoday-two = Two, { $name }\ntoday-three = Three\ntoday-long =\n    A line\n    and another\n' }),
    ar: () => Promise.resolve({ default: 'today-one = واحد\ntoday-three = { $missing }' }),
  },
}));

const { readsEnglish, speak, t, tEnglish, voice } = await import('./index.ts');

const ENGLISH = { tag: 'en-GB', dir: 'ltr' as const, script: 'latin' };
const ARABIC = { tag: 'ar', dir: 'rtl' as const, script: 'arabic' };

beforeEach(() => speak(ENGLISH));

it('says a message in her language, and in English where hers lacks it', async () => {
  await speak(ARABIC);
  expect(t('today-one')).toBe('واحد');
  expect(t('today-two', { name: 'Selam' })).toContain('Two');
});

it('says a message in English where hers is broken', async () => {
  await speak(ARABIC);
  expect(t('today-three')).toBe('Three');
});

it('reads a message of several lines as one', () => {
  expect(t('today-long')).toBe('A line\nand another');
  expect(t('today-long')).toBe('A line\nand another');
});

it('keeps the isolation marks around what is filled in', () => {
  expect(t('today-two', { name: 'Selam' })).toBe('Two, \u2068Selam\u2069');
});

it('turns the page around with the language, and back', async () => {
  await speak(ARABIC);
  expect(document.documentElement.dir).toBe('rtl');
  expect(document.documentElement.lang).toBe('ar');
  expect(document.documentElement.classList.contains('arabic')).toBe(true);
  await speak(ENGLISH);
  expect(document.documentElement.dir).toBe('ltr');
  expect(document.documentElement.classList.contains('arabic')).toBe(false);
});

it('speaks English to staff whatever she reads', async () => {
  await speak(ARABIC);
  expect(tEnglish('today-one')).toBe('One');
  expect(readsEnglish()).toBe(false);
});

it('lends a voice to the language screen without changing what is spoken', async () => {
  const say = await voice('ar');
  expect(say('today-one')).toBe('واحد');
  expect(say('today-two', { name: 'x' })).toContain('Two');
  expect(t('today-one')).toBe('One');
});
