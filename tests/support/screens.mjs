//! Every screen of the app, once, with the way to it and the state in which it is worth looking at.
//!
//! - `id`: as the design names it; a letter behind it is another state of the same screen
//! - `life`: which of `lives.mjs` it is met in
//! - `at`: its path; absent where only what is done before leads there
//! - `via`: what has to be done before, where the path alone does not lead there
//! - `alone`: nothing else can be opened from it
//! - `top`: stands at the top of a place; the old engine draws these

import { PIN } from './lives.mjs';
import * as moving from './moving.mjs';
import * as questions from './questions.mjs';
import { comeTo, MID_WAY, updatesSay } from './updates.mjs';

/** The first question is open. */
const begun = (phone) => phone.go('/visits/add');

/** Every question has its answer. */
async function answered(phone) {
  await phone.go('/visits/add');
  await questions.kind(phone, 'hospital-doctor');
  await phone.go('/visits/add/day');
  await questions.day(phone, 25, 'November 2026');
  await phone.go('/visits/add/time');
  if (await phone.section('visits-time-morning').isVisible()) await questions.time(phone, '10:30');
  await phone.go('/visits/add/place');
  await questions.place(phone, "Liverpool Women's Hospital");
}

/** She has told her due date: 9 May 2027, so that she is 16 weeks on the day of the tests. */
const due = (phone) => phone.preview.ask('timeline-told', { what: 'due', day: { day: 9, month: 5, year: 2027, weekday: null } });

/** A table with every question answered by its first option. */
async function walked(phone, table) {
  await phone.go(`/money/questions/${table}`);
  while (await phone.press('visits-question-next', {}, { whole: true }).isVisible()) {
    await phone.tap(phone.page.locator('main .choice').first());
    await questions.next(phone);
    await phone.settled();
  }
}

/** Something that every language finds. */
async function searched(phone, words) {
  await phone.go('/search');
  await phone.type(phone.field('today-search-field'), words);
  await phone.tap(phone.page.locator('main form button[type=submit]'));
}

/** The screen "Updates" in a state that no host shows at will; `pressed` is the button that leads there. */
const updates = (id, state, said, pressed) => ({
  id: `S84-${id}`,
  name: `Updates, ${state}`,
  life: 'inUse',
  via: async (phone) => {
    await updatesSay(phone, said);
    await comeTo(phone);
    for (const button of pressed ?? []) await phone.tap(phone.press(`settings-updates-${button}`));
  },
  at: () => '/phone/updates',
});

/** Several presses, one after the other, from a path. */
const presses = (path, ...ids) => async (phone) => {
  // The same path twice is no step.
  if (path !== undefined) await phone.go('/').then(() => phone.go(path));
  for (const id of ids) await phone.tap(phone.press(id));
};

/** All notes are deleted, and can be put back. */
async function deletedNotes(phone) {
  const { notes } = await phone.preview.ask('erase-ask');
  await phone.go('/').then(() => phone.go('/phone/delete'));
  await phone.tap(phone.press('settings-delete-notes', { count: String(notes) }));
  await phone.tap(phone.press('settings-delete-yes', {}, { whole: true }));
  await phone.press('settings-delete-undo').waitFor();
}

/** The lock in a state that presses lead to. */
const lock = (id, name, ...ids) => ({ id: `S81-${id}`, name: `Lock, ${name}`, life: 'locked', alone: true, via: presses(undefined, ...ids) });

/** Types a PIN that is not the one. */
async function wrongPin(phone) {
  await phone.page.locator('.pad-field').fill('000000');
  await phone.tap(phone.press('settings-lock-open', {}, { whole: true }));
}

/** Turns the switch of the phone's own lock, which then asks for the PIN. */
export async function ownLock(phone) {
  await phone.go('/phone').then(() => phone.go('/phone/pin'));
  await phone.tap(phone.page.locator('label.switch'));
}

/** A new PIN, twice; `current` where there is one. */
export async function newPin(phone, pin, current) {
  if (current) await phone.secret('settings-pin-field-current').fill(current);
  await phone.secret('settings-pin-field-new').fill(pin);
  await phone.secret('settings-pin-field-again').fill(pin);
  await phone.tap(phone.press('settings-pin-save', {}, { whole: true }));
}

export const SCREENS = [
  // First open
  { id: 'S01', name: 'Language', life: 'untouched', at: () => '/language', english: true },
  { id: 'S02', name: 'Three promises', life: 'picked', at: () => '/promises' },
  { id: 'S03', name: 'Do you have a letter or a date?', life: 'picked', at: () => '/letter-or-date' },

  // Nothing saved yet
  { id: 'S10-empty', name: 'Today with no visit', life: 'empty', at: () => '/' },
  { id: 'S20-empty', name: 'Visits with none', life: 'empty', at: () => '/visits' },
  { id: 'S40-empty', name: 'Money with nothing typed', life: 'empty', at: () => '/money' },
  { id: 'S52-empty', name: 'My numbers with none', life: 'empty', at: () => '/help/numbers' },
  { id: 'S80-empty', name: 'This phone, nothing saved', life: 'empty', at: () => '/phone' },

  // In use
  { id: 'S10', name: 'Today', life: 'inUse', top: true, at: () => '/' },
  { id: 'S20', name: 'Visits', life: 'inUse', top: true, at: () => '/visits' },
  { id: 'S21', name: 'Visit', life: 'inUse', top: true, at: ({ hospital }) => `/visits/${hospital}` },
  { id: 'S21-legal', name: 'Visit, legal', life: 'inUse', at: ({ solicitor }) => `/visits/${solicitor}` },
  { id: 'S21-cannot', name: 'I can’t come', life: 'inUse', at: ({ hospital }) => `/visits/${hospital}/cannot-come` },
  { id: 'S22', name: 'Add a visit: type', life: 'inUse', top: true, at: () => '/visits/add' },
  { id: 'S22-closer', name: 'Add a visit: which scan', life: 'inUse', at: () => '/visits/add?kind=dating-scan' },
  { id: 'kind', name: 'About a kind of visit', life: 'inUse', at: () => '/visits/kind/booking' },
  { id: 'expected-none', name: 'What comes next, nothing told', life: 'empty', at: () => '/visits/expected' },
  { id: 'expected-when', name: 'How far is she?', life: 'empty', at: () => '/visits/expected/when?what=born' },
  { id: 'expected', name: 'What comes next', life: 'inUse', top: true, via: due, at: () => '/visits/expected' },
  { id: 'expected-one', name: 'One thing that comes', life: 'inUse', via: due, at: () => '/visits/expected/anomaly-scan' },
  { id: 'S23', name: 'Add a visit: day', life: 'inUse', top: true, via: begun, at: () => '/visits/add/day' },
  { id: 'S24', name: 'Add a visit: time', life: 'inUse', top: true, via: begun, at: () => '/visits/add/time' },
  { id: 'S25', name: 'Add a visit: place', life: 'inUse', top: true, via: begun, at: () => '/visits/add/place' },
  { id: 'S26', name: 'Add a visit: phone', life: 'inUse', top: true, via: begun, at: () => '/visits/add/phone' },
  { id: 'S27', name: 'Add a visit: check answers', life: 'inUse', top: true, via: answered, at: () => '/visits/add/check' },
  { id: 'S28', name: 'Add a visit: reminders', life: 'inUse', top: true, at: ({ hospital }) => `/visits/${hospital}/reminders` },
  { id: 'S30', name: 'Rights', life: 'inUse', top: true, at: () => '/rights' },
  { id: 'S30-topic', name: 'Rights: a topic', life: 'inUse', top: true, at: () => '/rights/topic/social-services' },
  { id: 'search', name: 'Search', life: 'inUse', top: true, at: () => '/search' },
  { id: 'search-found', name: 'Search, with results', life: 'inUse', via: (phone) => searched(phone, 'HC2') },
  { id: 'search-none', name: 'Search, nothing found', life: 'inUse', via: (phone) => searched(phone, 'qqqqqqqq') },
  ...['child-protection-meeting', 'hurt-at-home', 'travel-on-support', 'other-towns', 'pregnancy-loss', 'free-care', 'gp-without-papers', 'interpreter', 'first-visit', 'travel-refund', 'extra-money', 'being-moved', 'social-services-assessment'].map(
    (article, index) => ({ id: `S31-${article}`, name: `Article ${article}`, life: 'inUse', top: index === 0, at: () => `/rights/${article}` }),
  ),
  { id: 'S40', name: 'Money', life: 'inUse', top: true, at: () => '/money' },
  { id: 'table', name: 'A table: its first question', life: 'inUse', top: true, at: () => '/money/questions/travel' },
  { id: 'table-end', name: 'A table: what she can do', life: 'inUse', via: (phone) => walked(phone, 'travel') },
  { id: 'S41', name: 'Trip', life: 'inUse', top: true, at: ({ hospital }) => `/money/trip/${hospital}` },
  { id: 'S41-no-fare', name: 'Trip without a fare', life: 'inUse', at: ({ solicitor }) => `/money/trip/${solicitor}` },
  { id: 'S43', name: 'Letter', life: 'inUse', top: true, at: ({ hospital }) => `/money/letter/${hospital}` },
  { id: 'S43-shown', name: 'Letter, held up', life: 'inUse', at: ({ hospital }) => `/money/letter/${hospital}/show` },
  { id: 'S43-saved', name: 'Saved letter', life: 'inUse', at: ({ letter }) => `/money/letters/${letter}` },
  { id: 'S44', name: 'Something has changed', life: 'inUse', top: true, at: () => '/something-changed' },
  { id: 'S50', name: 'Help', life: 'inUse', top: true, at: () => '/help' },
  { id: 'S51', name: 'Contact', life: 'inUse', top: true, at: () => '/help/contact/refugee-women-connect' },
  { id: 'S51-line', name: 'Contact, a phone line', life: 'inUse', at: () => '/help/contact/migrant-help' },
  { id: 'S51-closed', name: 'Contact that has closed', life: 'inUse', at: () => '/help/contact/pows-gateway' },
  { id: 'S51-unit', name: 'Contact, a hospital', life: 'inUse', at: () => '/help/contact/liverpool-womens' },
  { id: 'S52', name: 'My numbers', life: 'inUse', top: true, at: () => '/help/numbers' },
  { id: 'S52-new', name: 'A number of her own', life: 'inUse', at: () => '/help/numbers/new?role=unit' },
  { id: 'S60', name: 'Staff cards', life: 'inUse', top: true, at: () => '/cards' },
  ...['interpreter', 'gp-without-papers', 'fare', 'explain'].map((card, index) => ({
    id: `S61-${card}`,
    name: `Card ${card}`,
    life: 'inUse',
    top: index === 0,
    at: ({ hospital }) => `/cards/${card}?visit=${hospital}`,
  })),
  { id: 'S61-contact-group', name: 'Card contact-group', life: 'inUse', at: () => '/cards/contact-group?contact=refugee-women-connect' },
  { id: 'S61-handed', name: 'Card, handed over', life: 'inUse', alone: true, at: ({ hospital }) => `/cards/interpreter/shown?visit=${hospital}` },
  { id: 'S70', name: 'Danger signs', life: 'inUse', top: true, at: () => '/danger' },
  { id: 'S80', name: 'This phone', life: 'inUse', top: true, at: () => '/phone' },
  { id: 'S83', name: 'Delete', life: 'inUse', top: true, at: () => '/phone/delete' },
  { id: 'S82-none', name: 'PIN and lock, no PIN', life: 'inUse', top: true, at: () => '/phone/pin' },
  { id: 'S82-second-first', name: 'A second space, no PIN yet', life: 'inUse', at: () => '/phone/pin/second' },
  { id: 'S82', name: 'PIN and lock', life: 'withPin', at: () => '/phone/pin' },
  { id: 'S82-owner', name: 'PIN and lock, on a phone with a lock of its own', life: 'withOwner', at: () => '/phone/pin' },
  { id: 'S82-owner-on', name: 'The phone’s own lock: the question', life: 'withOwner', via: ownLock },
  { id: 'S82-owner-off', name: 'The phone’s own lock: the question before it goes', life: 'openByOwner', via: ownLock },
  { id: 'S82-set', name: 'Change the PIN', life: 'withPin', at: () => '/phone/pin/set' },
  {
    id: 'S82-weak',
    name: 'A short PIN',
    life: 'withPin',
    via: async (phone) => {
      await phone.go('/phone/pin/set');
      await newPin(phone, '4820', PIN);
    },
  },
  { id: 'S82-remove', name: 'Remove the PIN', life: 'withPin', at: () => '/phone/pin/remove' },
  { id: 'S82-remove-owner', name: 'Remove the PIN, and the phone’s own lock with it', life: 'openByOwner', at: () => '/phone/pin/remove' },
  { id: 'S82-second', name: 'A second space', life: 'withPin', at: () => '/phone/pin/second' },
  { id: 'S82-second-pin', name: 'A PIN for the second space', life: 'withPin', via: presses('/phone/pin/second', 'settings-second-on') },
  {
    id: 'S82-second-done',
    name: 'The second space is ready',
    life: 'withPin',
    via: async (phone) => {
      await presses('/phone/pin/second', 'settings-second-on')(phone);
      await newPin(phone, '739164', PIN);
    },
  },
  {
    // The last on this phone: its PIN is another one.
    id: 'S82-short',
    name: 'PIN and lock, with a short PIN',
    life: 'withPin',
    via: (phone) => phone.preview.ask('pin-set', { current: PIN, pin: '4820', weak: true }),
    at: () => '/phone/pin',
  },
  { id: 'S83-space', name: 'Delete all that she sees: the question', life: 'inUse', via: presses('/phone/delete', 'settings-delete-space') },
  {
    id: 'S83-space-owner',
    name: 'Delete all that she sees, and the phone’s own lock with it',
    life: 'openByOwner',
    via: presses('/phone/delete', 'settings-delete-space'),
  },
  { id: 'S83-everything', name: 'Delete everything: the question', life: 'inUse', via: presses('/phone/delete', 'settings-delete-everything') },
  { id: 'S85', name: 'Move to a new phone', life: 'inUse', top: true, at: () => '/phone/move' },
  { id: 'S85-out', name: 'Make a copy', life: 'inUse', at: () => '/phone/move/out' },
  { id: 'S85-code', name: 'The code of the copy', life: 'inUse', via: presses('/phone/move/out', 'settings-move-out-make') },
  { id: 'S85-file', name: 'The file of the copy', life: 'inUse', via: presses('/phone/move/out', 'settings-move-out-make', 'settings-move-code-written') },
  { id: 'S85-in', name: 'Bring in a copy', life: 'inUse', at: () => '/phone/move/in' },
  { id: 'S85-in-wrong', name: 'Bring in a copy, wrong digits', life: 'inUse', via: (phone) => moving.bringIn(phone, { wrong: true }) },
  { id: 'S85-found', name: 'What is in the copy', life: 'inUse', via: moving.bringIn },
  {
    id: 'S85-done',
    name: 'The copy is in',
    life: 'inUse',
    via: async (phone) => {
      await moving.bringIn(phone);
      await phone.tap(phone.press('settings-move-found-yes'));
    },
  },
  { id: 'S81', name: 'Lock', life: 'locked', at: () => '/' },
  lock('letters', 'with letters', 'settings-lock-letters'),
  lock('languages', 'languages', 'today-header-language'),
  lock('forgotten', 'forgotten PIN', 'settings-lock-forgotten'),
  lock('forgotten-sure', 'forgotten PIN, sure?', 'settings-lock-forgotten', 'settings-forgotten-erase'),
  { id: 'S81-wrong', name: 'Lock, a wrong PIN', life: 'locked', via: wrongPin },
  {
    id: 'S81-wait',
    name: 'Lock, too many wrong PINs',
    life: 'locked',
    alone: true,
    via: async (phone) => {
      for (let guess = 0; guess < 4; guess += 1) await phone.preview.ask('unlock', { pin: '000000' }).catch(() => {});
      await wrongPin(phone);
      await phone.page.locator('.pad-said').getByText(/\d:\d\d/).waitFor();
    },
  },
  { id: 'S81-owner', name: 'Lock, with the phone’s own', life: 'lockedByOwner', alone: true, at: () => '/' },
  {
    id: 'S81-owner-refused',
    name: 'Lock, the phone did not confirm',
    life: 'lockedByOwner',
    alone: true,
    via: async (phone) => {
      phone.preview.ownerSays('no');
      await phone.tap(phone.press('settings-lock-owner'));
    },
  },
  { id: 'S81-owner-forgotten', name: 'Lock, with the phone’s own, forgotten PIN', life: 'lockedByOwner', alone: true, via: presses(undefined, 'settings-lock-forgotten') },
  { id: 'S84', name: 'Updates, in a build without a host', life: 'inUse', top: true, at: () => '/phone/updates' },
  updates('idle', 'nothing running', { brought: { pages: 3, numbers: 1, contacts: 2, rates: 4, other: 1 } }),
  updates('never', 'never looked', { last: null }),
  updates('looking', 'looking', { doing: { done: 0, of: null } }),
  updates('coming', 'something is coming', { doing: MID_WAY }),
  updates('newest', 'the newest is here', { brought: { pages: 3, numbers: 1 } }, ['now']),
  updates('behind', 'a part of it cannot be used', { brought: { pages: 3, numbers: 1 }, behind: true }, ['now']),
  updates('large', 'a large one waits', { large: 311_300 }),
  updates('stopped', 'stopped', { doing: MID_WAY, then: { doing: null } }, ['stop']),
  ...['no-connection', 'date', 'host', 'not-trusted', 'unreadable', 'no-room'].map((trouble) => updates(trouble, `trouble: ${trouble}`, { trouble }, ['now'])),
  updates('went-back', 'what an update had brought is lost', { wentBack: true, trouble: 'host' }, ['now']),
  { id: 'S90', name: 'About', life: 'inUse', top: true, at: () => '/about' },
  { id: 'S01-again', name: 'Language, later', life: 'inUse', at: () => '/language' },
  { id: 'lost', name: 'A page that is not there', life: 'inUse', at: () => '/nowhere' },
  // The last on this phone: it has more numbers, then no notes.
  {
    id: 'S70-units',
    name: 'Danger signs, with units of hers',
    life: 'inUse',
    via: async (phone) => {
      await phone.preview.ask('own-number-save', { role: 'unit', name: 'Maternity assessment, Arrowe Park Hospital', phone: '0151 496 0123' });
      await phone.preview.ask('own-number-save', { role: 'unit', name: '', phone: '07700 900789' });
      // The same path twice is no step.
      await phone.go('/');
    },
    at: () => '/danger',
  },
  { id: 'S83-done', name: 'Delete, and the way to put it back', life: 'inUse', via: deletedNotes },

  // What she saved cannot be read
  { id: 'trouble', name: 'What she saved is damaged', life: 'damaged', at: () => '/trouble' },
  { id: 'trouble-pin', name: 'What she saved is damaged: open with a PIN', life: 'damaged', via: presses('/trouble', 'settings-trouble-pin') },
  { id: 'trouble-copy', name: 'What she saved is damaged: bring in a copy, sure?', life: 'damaged', via: presses('/trouble', 'settings-trouble-copy') },
  { id: 'trouble-again', name: 'What she saved is damaged: start again, sure?', life: 'damaged', via: presses('/trouble', 'settings-trouble-again') },
  { id: 'trouble-without', name: 'What one PIN opens is damaged, another space opens without', life: 'secondDamaged', at: () => '/trouble' },
  { id: 'trouble-owner', name: 'What one PIN opens is damaged, the phone’s own lock opens another space', life: 'secondDamagedByOwner', at: () => '/trouble' },

  // After the quiet switch
  ...[
    ['S10', 'Today', '/'],
    ['S20', 'Visits', '/visits'],
    ['S22', 'Add a visit: type', '/visits/add'],
    ['S30', 'Rights', '/rights'],
    ['S40', 'Money', '/money'],
    ['S44', 'Something has changed', '/something-changed'],
    ['S50', 'Help', '/help'],
    ['S52', 'My numbers', '/help/numbers'],
    ['S60', 'Staff cards', '/cards'],
    ['S70', 'Danger signs', '/danger'],
    ['S80', 'This phone', '/phone'],
    ['S83', 'Delete', '/phone/delete'],
    ['S90', 'About', '/about'],
  ].map(([id, name, path]) => ({ id: `${id}-loss`, name: `${name}, after a loss`, life: 'afterLoss', at: () => path })),
];
