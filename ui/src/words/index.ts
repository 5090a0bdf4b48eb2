//! Every word on screen comes through `t`. One language is one chunk; English stands behind it, message by message.

import { FluentBundle, FluentResource } from '@fluent/bundle';
import { languages } from 'virtual:words';
import type { Language } from '../door/index.ts';

/** The variables of a message. */
export type Args = Record<string, string | number>;

/** Says a message in one language, or in English where that language lacks it. */
export type Say = (id: string, args?: Args) => string;

const ENGLISH = 'en-GB';
/** A language: the messages that were said so far, and the source of the others. */
interface Words {
  said: FluentBundle;
  unread: Map<string, string>;
}

const known = new Map<string, Promise<Words>>();

let hers: Words | undefined;
let english: Words | undefined;

/** Loads a language, with English behind it, and takes it up: from then on `t` speaks it. */
export async function speak(language: Pick<Language, 'tag' | 'dir' | 'script'>): Promise<void> {
  [hers, english] = await Promise.all([words(language.tag), words(ENGLISH)]);
  const page = document.documentElement;
  page.lang = language.tag;
  page.dir = language.dir;
  page.classList.remove('latin', 'arabic', 'ethiopic');
  page.classList.add(language.script);
}

/** Speaks a language without taking it up, for the language screen. */
export async function voice(tag: string): Promise<Say> {
  const [own, behind] = await Promise.all([words(tag), words(ENGLISH)]);
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

function say(words: Words | undefined, id: string, args?: Args): string | undefined {
  if (!words) return undefined;
  // A screen says thirty of nine hundred messages, and an old phone feels it when all are read before the first word.
  const source = words.unread.get(id);
  if (source !== undefined) {
    words.unread.delete(id);
    words.said.addResource(new FluentResource(source));
  }
  const pattern = words.said.getMessage(id)?.value;
  if (!pattern) return undefined;
  const faults: Error[] = [];
  const text = words.said.formatPattern(pattern, args ?? null, faults);
  return faults.length === 0 ? text : undefined;
}

function words(tag: string): Promise<Words> {
  const asked = known.get(tag);
  if (asked) return asked;
  const loading = load(tag);
  known.set(tag, loading);
  // A chunk that did not come is asked for again the next time.
  loading.catch(() => known.delete(tag));
  return loading;
}

async function load(tag: string): Promise<Words> {
  const file = languages[tag];
  const source = file ? (await file()).default : '';
  const unread = new Map<string, string>();
  // A message starts where a line starts with a letter; its other lines are indented.
  for (const message of source.split(/\n(?=[a-z])/)) {
    const id = /^[a-z][\w-]*/.exec(message)?.[0];
    if (id) unread.set(id, message);
  }
  return { said: new FluentBundle(tag), unread };
}
