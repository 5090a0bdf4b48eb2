//! The app's own words, so that a test finds a button by what it is for, in whatever language it stands.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FluentBundle, FluentResource } from '@fluent/bundle';

import { root } from './places.mjs';

/** The languages that ship. */
export const TAGS = ['en-GB', 'ar', 'ti'];

const ENGLISH = 'en-GB';
const MARKS = /[\u2066-\u2069\u200e\u200f]/g;
const bundles = new Map();

function bundle(tag) {
  if (!bundles.has(tag)) {
    const words = new FluentBundle(tag);
    const folder = join(root, 'locales', tag);
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.ftl'))) {
      words.addResource(new FluentResource(readFileSync(join(folder, file), 'utf8')));
    }
    bundles.set(tag, words);
  }
  return bundles.get(tag);
}

/** Text without the marks that hold directions together: what a person reads. */
export function plain(text) {
  return text.replace(MARKS, '').replace(/\s+/g, ' ').trim();
}

/** A message as it stands on screen, direction marks and all. One that is not there is a fault of the test: it would look for nothing. */
function marked(tag, id, args) {
  const owner = [bundle(tag), bundle(ENGLISH)].find((words) => words.getMessage(id)?.value);
  if (!owner) throw new Error(`there is no message ${id} in ${tag} or in ${ENGLISH}`);
  const faults = [];
  const text = owner.formatPattern(owner.getMessage(id).value, args ?? null, faults);
  if (faults.length > 0) throw new Error(`${id} in ${tag}: ${faults.join('; ')}`);
  return text;
}

/** A message as a person reads it. */
export function say(tag, id, args) {
  return plain(marked(tag, id, args));
}

/** Whether a language has a message of its own. */
export function has(tag, id) {
  return bundle(tag).getMessage(id)?.value != null;
}

/** Every message of a language, as it stands without variables filled in. */
export function ids(tag) {
  return [...bundle(tag)._messages.keys()];
}

/** A pattern that finds a message on screen, by default where something begins with it: a row says more after its first words. */
export function pattern(tag, id, args, { whole = false } = {}) {
  const text = marked(tag, id, args)
    .trim()
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(MARKS, '[\u2066-\u2069]?')
    .replace(/\s+/g, '\\s+');
  return new RegExp(`^[\\s\u2066-\u2069]*${text}${whole ? '[\\s\u2066-\u2069]*$' : ''}`, 'u');
}
