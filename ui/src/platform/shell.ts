import { invoke } from '@tauri-apps/api/core';
import type { Request, Response } from '../door/door.ts';

/** Whether the app runs in its own window. */
export function isThere(): boolean {
  return '__TAURI_INTERNALS__' in window;
}

/** The shell's one command. It rejects with the core's `ApiError`. */
export function call(request: Request): Promise<Response> {
  return invoke<Response>('call', { request });
}
