//! The core's one door, typed. `door.ts` is written by the core's own tests from its Rust types; nobody edits it.

import { call, Refused } from '../platform/index.ts';
import type { Request, Response } from './door.ts';

export type * from './door.ts';
export { Refused };

type Ask = Request['ask'];

/** What a question carries. */
export type With<A extends Ask> = Extract<Request, { ask: A }>['with'];

/** What comes back. */
export type AnswerTo<A extends Ask> = Extract<Response, { ask: A }>['with'];

/** Asks the core. Throws [`Refused`]. */
export async function ask<A extends Ask>(name: A, carries: With<A>): Promise<AnswerTo<A>> {
  const answer = await call({ ask: name, with: carries } as Request);
  return answer.with as AnswerTo<A>;
}
