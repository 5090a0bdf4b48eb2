//! The code of a copy while it is typed: 45 digits of any script, in groups of five.

/** How many digits the code has. */
export const MOST_DIGITS = 45;

const GROUP = 5;

/** The digits of a text, in whatever script they stand. */
export function digitsOf(text: string): string {
  return text.replace(/\P{Nd}/gu, '');
}

/** The digits in groups of five. What is too much stays, so that nothing she typed is lost without a word. */
export function inGroups(text: string): string {
  return Array.from(digitsOf(text), (digit, at) => (at > 0 && at % GROUP === 0 ? ` ${digit}` : digit)).join('');
}

/** Where the caret stands behind so many digits. */
export function caretAfter(grouped: string, digits: number): number {
  let at = 0;
  for (let left = digits; at < grouped.length && left > 0; at += 1) if (grouped[at] !== ' ') left -= 1;
  return at;
}
