//! Every word on screen comes through `t`. One language is one chunk; English stands behind it, message by message.

import { FluentBundle, FluentResource } from '@fluent/bundle';
import { languages } from 'virtual:words';
import type { Language } from '../door/index.ts';

/** The variables of a message. */
export type Args = Record<string, string | number>;

/** Says a message in one language, or in English where that language lacks it. */
export type Say = (id: string, args?: Args) => string;

const ENGLISH = 'en-GB';
const bundles = new Map<string, Promise<FluentBundle>>();

let hers: FluentBundle | undefined;
let english: FluentBundle | undefined;

/** Loads a language, with English behind it, and takes it up: from then on `t` speaks it. */
export async function speak(language: Pick<Language, 'tag' | 'dir' | 'script'>): Promise<void> {
  [hers, english] = await Promise.all([bundle(language.tag), bundle(ENGLISH)]);
  const page = document.documentElement;
  page.lang = language.tag;
  page.dir = language.dir;
  page.classList.remove('latin', 'arabic', 'ethiopic');
  page.classList.add(language.script);
}

/** Speaks a language without taking it up, for the language screen. */
export async function voice(tag: string): Promise<Say> {
  const [own, behind] = await Promise.all([bundle(tag), bundle(ENGLISH)]);
  return (id, args) => say(own, id, args) ?? say(behind, id, args) ?? id;
}

/** A message in her language. */
export const t: Say = (id, args) => say(hers, id, args) ?? say(english, id, args) ?? id;

/** A message in English, as staff read it. */
export const tEnglish: Say = (id, args) => say(english, id, args) ?? id;

/** Whether she reads English, so that nothing is shown twice. */
export function readsEnglish(): boolean {
  return hers === english;
}

function say(words: FluentBundle | undefined, id: string, args?: Args): string | undefined {
  const pattern = words?.getMessage(id)?.value;
  if (!words || !pattern) return undefined;
  const faults: Error[] = [];
  const text = words.formatPattern(pattern, args ?? null, faults);
  return faults.length === 0 ? text : undefined;
}

function bundle(tag: string): Promise<FluentBundle> {
  const known = bundles.get(tag);
  if (known) return known;
  const loading = load(tag);
  bundles.set(tag, loading);
  // A chunk that did not come is asked for again the next time.
  loading.catch(() => bundles.delete(tag));
  return loading;
}

async function load(tag: string): Promise<FluentBundle> {
  const file = languages[tag];
  const words = new FluentBundle(tag);
  if (file) words.addResource(new FluentResource((await file()).default));
  return words;
}
