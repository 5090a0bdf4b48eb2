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

/** A message as a person reads it. A test that asks for one that is not there fails: it would look for nothing. */
export function say(tag, id, args) {
  const message = bundle(tag).getMessage(id) ?? bundle(ENGLISH).getMessage(id);
  if (!message?.value) throw new Error(`there is no message ${id} in ${tag} or in ${ENGLISH}`);
  const faults = [];
  const owner = bundle(tag).getMessage(id) ? bundle(tag) : bundle(ENGLISH);
  const text = plain(owner.formatPattern(message.value, args ?? null, faults));
  if (faults.length > 0) throw new Error(`${id} in ${tag}: ${faults.join('; ')}`);
  return text;
}

/** Whether a language has a message of its own. */
export function has(tag, id) {
  return bundle(tag).getMessage(id)?.value != null;
}

/** Every message of a language, as it stands without variables filled in. */
export function ids(tag) {
  return [...bundle(tag)._messages.keys()];
}

/** A pattern that finds a message on screen, direction marks or not. */
export function pattern(tag, id, args, { whole = true } = {}) {
  const letters = say(tag, id, args).split(/\s+/).map((word) => [...word].map(escaped).join('[\u2066-\u2069\u200e\u200f]*'));
  const text = `[\u2066-\u2069\u200e\u200f\\s]*${letters.join('[\u2066-\u2069\u200e\u200f\\s]+')}[\u2066-\u2069\u200e\u200f\\s]*`;
  return new RegExp(whole ? `^${text}$` : text, 'u');
}

function escaped(letter) {
  return letter.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
}
