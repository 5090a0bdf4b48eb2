import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ask, Refused } from '../door/index.ts';
import { plain } from './copy.ts';

type Answering = (url: string, init: RequestInit) => Promise<Response>;

function answers(status: number, body: unknown) {
  const server = vi.fn<Answering>(() => Promise.resolve(new Response(JSON.stringify(body), { status })));
  vi.stubGlobal('fetch', server);
  return server;
}

const error = async (asking: Promise<unknown>) => {
  try {
    await asking;
  } catch (refused) {
    return refused instanceof Refused ? refused : undefined;
  }
  return undefined;
};

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllGlobals());

it('carries a question and hands back what the answer carries', async () => {
  const server = answers(200, { ask: 'visit', with: { revision: 3 } });
  await expect(ask('visit', { id: '3f' })).resolves.toEqual({ revision: 3 });
  const [url, init] = server.mock.calls[0] ?? [];
  expect(url).toBe('/call');
  expect(init?.body).toBe('{"ask":"visit","with":{"id":"3f"}}');
});

it('throws what the core refused, with its code and its field', async () => {
  answers(422, { code: 'no-such-day', message_id: 'errors-no-such-day', args: { day: '31' }, field: 'day' });
  const refused = await error(ask('visit', { id: '3f' }));
  expect(refused?.code).toBe('no-such-day');
  expect(refused?.field).toBe('day');
  expect(refused?.args).toEqual({ day: '31' });
});

it.each([403, 404, 500])('says "unexpected" for %d', async (status) => {
  answers(status, {});
  expect((await error(ask('today', {})))?.code).toBe('unexpected');
});

it('says "unexpected" where nothing answers', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  expect((await error(ask('today', {})))?.messageId).toBe('errors-unexpected');
});

it('asks the shell where there is one', async () => {
  const invoke = vi.fn(() => Promise.resolve({ ask: 'today', with: { machine: true } }));
  vi.stubGlobal('__TAURI_INTERNALS__', { invoke });
  await expect(ask('today', {})).resolves.toEqual({ machine: true });
  expect(invoke).toHaveBeenCalledWith('call', { request: { ask: 'today', with: {} } }, undefined);
});

it('copies words without the marks that only a screen needs', () => {
  expect(plain('at \u20689:20am\u2069')).toBe('at 9:20am');
});
