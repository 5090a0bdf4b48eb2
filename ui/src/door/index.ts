//! The core's one door, typed. `door.ts` is written by the core's own tests from its Rust types; nobody edits it.

import { call, Refused, save } from '../platform/index.ts';
import type { Request, Response } from './door.ts';

export type * from './door.ts';
export { Refused };

type Asks = { [R in Request as R['ask']]: R['with'] };
type Answers = { [R in Response as R['ask']]: R['with'] };

/** The name of a question. */
export type Ask = keyof Asks;

/** What a question carries. */
export type With<A extends Ask> = Asks[A];

/** What comes back. */
export type AnswerTo<A extends Ask> = Answers[A];

let locked: () => void = () => undefined;

/** What follows when the core says that it is locked: another window may have done it. */
export function whenLocked(then: () => void): void {
  locked = then;
}

/** Asks the core. Throws [`Refused`]. */
export async function ask<A extends Ask>(name: A, carries: With<A>): Promise<AnswerTo<A>> {
  const answer = await heeded(call({ ask: name, with: carries } as Request));
  return answer.with as Answers[A];
}

/** Puts the sealed file among her downloads and says where it stands, as far as that is known. Throws [`Refused`]. */
export function saveFile({ name, file }: Answers['moving-out']): Promise<string | undefined> {
  return heeded(save(name, file));
}

async function heeded<T>(asking: Promise<T>): Promise<T> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof Refused && error.code === 'locked') locked();
    throw error;
  }
}
