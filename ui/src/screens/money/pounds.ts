//! A sum as she types it: pounds, with or without pence, in the digits of her own script.

/** The zeros of scripts that count in tens; nine more digits follow each. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0xff10];

/** The highest sum that is passed on; the core says in plain words what is too much. */
const MOST = 1_000_000_000;

/** The same text with the digits 0 to 9. */
function latinDigits(text: string): string {
  return Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    const zero = ZEROS.find((start) => code >= start && code < start + 10);
    return zero === undefined ? letter : String(code - zero);
  }).join('');
}

/** Pence, nothing for an empty field, and `undefined` for what is not a sum. */
export function pence(typed: string): number | null | undefined {
  const text = latinDigits(typed).replace(/[\s£\u200e\u200f\u061c\u2066-\u2069]/g, '').replace(/[٫·]/g, '.').replace(/[٬']/g, ',');
  if (text === '') return null;
  const small = /^(\d{1,4})p$/i.exec(text);
  if (small) return Number(small[1]);
  // A comma before three digits parts thousands; before one or two it stands for the point.
  const found = /^(\d{1,3}(?:,\d{3})+|\d+)?(?:[.,](\d{1,2})?)?$/.exec(text);
  if (!found || (found[1] === undefined && found[2] === undefined)) return undefined;
  const pounds = Number((found[1] ?? '0').replace(/,/g, ''));
  return Math.min(pounds * 100 + Number((found[2] ?? '').padEnd(2, '0')), MOST);
}

/** Pence as they stand in the field: `11`, `11.50`. */
export function typedPounds(sum: number): string {
  return sum % 100 === 0 ? String(sum / 100) : `${Math.floor(sum / 100)}.${String(sum % 100).padStart(2, '0')}`;
}
