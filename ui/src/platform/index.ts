//! The way to the core and out of the app. Nothing else knows whether the shell or the preview carries the call.

import type { ApiError, Request, Response } from '../door/door.ts';
import * as preview from './preview.ts';
import * as shell from './shell.ts';

export { copy } from './copy.ts';

/** What the core refused, as it says it. */
export class Refused extends Error {
  readonly code: ApiError['code'];
  readonly messageId: string;
  readonly args: Record<string, string>;
  readonly field: string | null;

  constructor(error: ApiError) {
    super(error.message_id);
    this.code = error.code;
    this.messageId = error.message_id;
    this.args = error.args;
    this.field = error.field;
  }
}

const UNEXPECTED: ApiError = { code: 'unexpected', message_id: 'errors-unexpected', args: {}, field: null };

/** Carries a question to the core. Throws [`Refused`] and nothing else. */
export async function call(request: Request): Promise<Response> {
  try {
    return await (shell.isThere() ? shell.call(request) : preview.call(request));
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(isApiError(error) ? error : UNEXPECTED);
  }
}

/**
 * Puts the sealed file (base64) among her downloads. Says where it stands, as far as that is known: the window downloads nothing, so
 * the core writes it; a browser does it itself. Throws [`Refused`].
 */
export async function save(name: string, file: string): Promise<string | undefined> {
  if (shell.isThere()) {
    const answer = await call({ ask: 'moving-save', with: { file } });
    return answer.ask === 'moving-save' ? answer.with.place : undefined;
  }
  preview.save(name, file);
  return undefined;
}

/** Whether something is an error of the core, and not of the way to it. */
function isApiError(error: unknown): error is ApiError {
  return typeof error === 'object' && error !== null && 'code' in error && 'message_id' in error && 'args' in error;
}

/**
 * Leaves the app for a phone call or a web page. Her words never become part of an address: only `tel:` with digits and
 * `https:` from the content are let through.
 */
export function leave(url: string): void {
  if (!/^(tel:\+?[0-9]+|https:\/\/\S+)$/.test(url)) return;
  const link = document.createElement('a');
  link.href = url;
  link.rel = 'noreferrer noopener';
  if (url.startsWith('https:')) link.target = '_blank';
  link.click();
}
