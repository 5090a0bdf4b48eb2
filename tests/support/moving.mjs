//! Moving to a new phone, with a finger.

import { Buffer } from 'node:buffer';

/** Another digit in the same place. */
const otherDigit = (digit) => String((Number(digit) + 1) % 10);

/** The digits of an Arabic keyboard. */
const inArabic = (code) => code.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));

/** The file is chosen and the code is typed; what is in it is asked for. */
export async function bringIn(phone, { wrong = false, copy } = {}) {
  const { file, name, code_latin: groups } = copy ?? (await phone.preview.ask('moving-out'));
  const code = groups.join('');
  // The same path twice is no step.
  await phone.go('/');
  await phone.go('/phone/move/in');
  await choose(phone, name, Buffer.from(file, 'base64'));
  const typed = wrong ? code.slice(0, 11) + otherDigit(code[11]) + code.slice(12) : code;
  await phone.type(phone.field('settings-move-in-code'), phone.tag === 'ar' ? inArabic(typed) : typed);
  await phone.tap(phone.press('settings-move-in-look'));
}

/** Chooses a file. */
export async function choose(phone, name, bytes) {
  await phone.page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
  await phone.settled();
}
