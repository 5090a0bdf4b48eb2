//! The states in which a screen can be met, made through the core's own door.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { startPreview } from './preview.mjs';

/** Tuesday 24 November 2026, the day of the letter in journey 2. */
export const LETTER_DAY = { day: 24, month: 11, year: 2026, weekday: 'tuesday' };

export const LETTER_VISIT = {
  kind: 'hospital-doctor',
  day: LETTER_DAY,
  time: '09:20',
  place: "Liverpool Women's Hospital",
};

/** She has picked a language and seen the promises; nothing else. */
export async function settleIn(preview, tag, more = {}) {
  return preview.ask('settings-save', { language: tag, welcomed: true, own_calendar: tag === 'ti', ...more });
}

/** Nothing was ever opened here. */
export async function untouched(how) {
  return { preview: await startPreview(how), ids: {} };
}

/** She has picked her language and nothing more. */
export async function picked(tag, how) {
  const preview = await startPreview(how);
  await preview.ask('settings-save', { language: tag });
  return { preview, ids: {} };
}

/** First open is over; she has saved nothing yet. */
export async function empty(tag, how) {
  const preview = await startPreview(how);
  await settleIn(preview, tag);
  return { preview, ids: {} };
}

/** A phone in use: visits of several kinds, one of them past, her numbers, her money, a fare, a saved letter. */
export async function inUse(tag, how) {
  const before = await startPreview({ ...how, now: '2026-11-10T10:00:00Z' });
  await settleIn(before, tag);
  await before.ask('visit-add', { kind: 'scan', day: { day: 12, month: 11, year: 2026, weekday: null }, time: '14:00', place: 'Ultrasound, level 2' });
  const { folder } = before;
  await before.kill();
  const preview = await startPreview({ ...how, folder });
  const ask = (name, carries) => preview.ask(name, carries);

  const hospital = await ask('visit-add', {
    ...LETTER_VISIT,
    phone: '0151 708 9988',
    note: 'Blue door. Bring the letter and the orange book.',
    travel_minutes: 40,
    asked_by: 'health',
  });
  const solicitor = await ask('visit-add', {
    kind: 'legal-official',
    day: { day: 2, month: 12, year: 2026, weekday: null },
    time: '10:30',
    place: 'Broudie Jackson Canter',
  });
  await ask('visit-add', { kind: 'support-group', day: { day: 26, month: 11, year: 2026, weekday: null }, time: '13:00', place: 'Toxteth' });
  await ask('visit-add', { kind: 'midwife', day: { day: 9, month: 12, year: 2026, weekday: null } });
  await ask('settings-save', { near: 'L7', interpreter: { needed: true, dialect: null, woman: true } });
  await ask('own-number-save', { role: 'midwife', name: '', phone: '07700 900123' });
  await ask('own-number-save', { role: 'unit', name: "Liverpool Women's", phone: '0151 708 9988' });
  const numbers = await ask('own-number-save', { role: 'other', name: 'Sewing circle', phone: '07700 900456', note: 'Thursdays, 1pm' });
  await ask('money-save', { support: 'section-95', have: { pence: 1100 }, money_day: 'friday' });
  await ask('trip-save', { id: hospital.card.id, fare_pence: 600 });
  await ask('letter-save', { visit: hospital.card.id, ticks: { day_and_fare: true, language: true, name: true, hc2: false } });
  const { letters } = await ask('money');
  return {
    preview,
    ids: { hospital: hospital.card.id, solicitor: solicitor.card.id, letter: letters[0].id, own: numbers.numbers.at(-1).id },
  };
}

/** A PIN that is long enough. */
export const PIN = '482091';

/** The same phone with a PIN. */
export async function withPin(tag, how) {
  const life = await inUse(tag, how);
  await life.preview.ask('pin-set', { pin: PIN, weak: false });
  return life;
}

/** The same on a phone with a lock of its own, which opens nothing yet. */
export const withOwner = (tag, how) => withPin(tag, { ...how, owner: 'yes' });

/** The same; the phone's own lock opens it too. */
export async function openByOwner(tag, how) {
  const life = await withOwner(tag, how);
  await life.preview.ask('owner-on', { pin: PIN });
  return life;
}

/** The same, locked. */
export async function lockedByOwner(tag, how) {
  const life = await openByOwner(tag, how);
  await life.preview.ask('lock-now');
  return life;
}

/** The same phone, locked. */
export async function locked(tag, how) {
  const life = await withPin(tag, how);
  await life.preview.ask('lock-now');
  return life;
}

/** Damages a file: one byte of it is another. */
function flipByte(file) {
  const bytes = readFileSync(file);
  bytes[100] ^= 1;
  writeFileSync(file, bytes);
}

/**
 * The same phone, unlocked, with a byte of what she saved turned round: it cannot be read any more.
 *
 * - `picks`: the language that she picks again, as hers went with the rest; `null` where she has not yet
 */
export async function damaged(tag, { picks = tag, ...how } = {}) {
  const { preview: before } = await inUse(tag, how);
  const { folder } = before;
  await before.kill();
  // Which of the two is in use is nobody's to know.
  for (const name of ['a.db', 'b.db']) flipByte(join(folder, 'vault', name));
  const preview = await startPreview({ ...how, folder });
  const { trouble } = await preview.ask('open');
  if (trouble !== 'vault-damaged') throw new Error(`what she saved is not damaged: ${trouble}`);
  if (picks !== null) await preview.ask('settings-save', { language: picks });
  return { preview, ids: {} };
}

/** A second PIN. */
export const SECOND = '739164';

/** Two spaces, of which the second one is damaged, and on whose lock she has typed its PIN: it says so. `first` is done in the first one before. */
async function besideDamage(tag, how, first) {
  const { preview: before, ids } = await withPin(tag, how);
  const { folder } = before;
  await before.ask('second-space', { current: PIN, pin: SECOND, weak: false });
  await first(before);
  const kept = () => ['a.db', 'b.db'].map((name) => ({ file: join(folder, 'vault', name), bytes: readFileSync(join(folder, 'vault', name)) }));
  const then = kept();
  // What is open is what a change changes; the other one is the second space.
  await before.ask('settings-save', { near: 'L8' });
  await before.kill();
  const others = kept().filter(({ bytes }, at) => bytes.equals(then[at].bytes));
  if (others.length !== 1) throw new Error(`${others.length} of the two files stayed as they were`);
  flipByte(others[0].file);
  const preview = await startPreview({ ...how, folder });
  await preview.ask('lock-now');
  const refused = await preview.ask('unlock', { pin: SECOND }).catch(({ message }) => message);
  if (!String(refused).includes('vault-damaged')) throw new Error(`the second space is not damaged: ${JSON.stringify(refused)}`);
  // Her language went with the rest: she picks it again.
  await preview.ask('settings-save', { language: tag });
  return { preview, ids };
}

/** The first one opens without a PIN. */
export const secondDamaged = (tag, how) => besideDamage(tag, how, (preview) => preview.ask('pin-remove', { pin: PIN }));

/** The phone's own lock opens the first one. */
export const secondDamagedByOwner = (tag, how) => besideDamage(tag, { ...how, owner: 'yes' }, (preview) => preview.ask('owner-on', { pin: PIN }));

/** The same phone after the quiet switch. */
export async function afterLoss(tag, how) {
  const life = await inUse(tag, how);
  await life.preview.ask('settings-save', { loss: true });
  return life;
}
