//! The questions about a visit, answered with a finger.

import { plain } from './words.mjs';

/** Touches Next. */
export async function next(phone) {
  await phone.tap(phone.press('visits-question-next', {}, { whole: true }));
}

/** What kind of visit? A general one by its tile, a closer one by its row under that. */
export async function kind(phone, id) {
  const { tiles } = await phone.preview.ask('visit-kinds');
  const other = phone.press('visits-kind-other');
  if (await other.isVisible()) await phone.tap(other);
  const general = tiles.find((tile) => tile.id === id || tile.within.some((closer) => closer.id === id));
  await phone.tap(phone.page.locator('main button.tile').filter({ hasText: plain(general.title) }));
  const closer = general.within.find((kind) => kind.id === id);
  if (closer) await phone.tap(phone.page.locator('main .choice').filter({ hasText: plain(closer.title) }));
}

/** A day of the next fourteen. */
export async function day(phone, number, month) {
  const section = phone.page.locator('main section').filter({ has: phone.page.getByRole('heading', { name: month }) });
  await phone.tap(section.getByRole('button', { name: new RegExp(`^\\s*${number}\\D`) }));
}

/** What time? The hour, then the minutes. */
export async function time(phone, hhmm) {
  const [hour, minutes] = hhmm.split(':');
  const at = `${hour % 12 || 12}`;
  const half = Number(hour) < 12 ? 'visits-time-morning' : 'visits-time-afternoon';
  await phone.tap(phone.section(half).getByRole('button', { name: new RegExp(`^${at}(:00)?\\s*([ap]m)?$`) }));
  await phone.tap(phone.page.getByRole('button', { name: `${at}:${minutes}`, exact: true }));
}

/** Where is it? */
export async function place(phone, words) {
  await phone.type(phone.field('visits-place-field'), words);
}

/** Types a date in the letter's own order. */
export async function typeDate(phone, { day: number, month, year }) {
  if (!(await phone.field('visits-day-field-day').isVisible())) await phone.tap(phone.press('visits-day-typed'));
  await phone.type(phone.field('visits-day-field-day'), String(number));
  await phone.type(phone.field('visits-day-field-month'), String(month));
  await phone.type(phone.field('visits-day-field-year'), String(year));
}

/** From Today to the check page. The phone number is left for later. */
export async function addVisit(phone, visit) {
  await phone.tap(phone.press('today-tile-add'));
  await kind(phone, visit.kind);
  await next(phone);
  await day(phone, visit.day, visit.month);
  await next(phone);
  await time(phone, visit.time);
  await next(phone);
  await place(phone, visit.place);
  await next(phone);
  await next(phone);
}
