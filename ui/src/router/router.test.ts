import { beforeEach, expect, it, vi } from 'vitest';
import { back, forget, go, here, leaveFlow, match, start, up } from './index.ts';

const settled = () => vi.waitFor(() => new Promise((done) => setTimeout(done, 20)));

let started = false;
beforeEach(() => {
  if (!started) start();
  started = true;
  window.scrollTo = () => undefined;
  forget();
});

it('reads the parts of a path that a pattern names', () => {
  expect(match('/visits/:id', '/visits/3f')).toEqual({ id: '3f' });
  expect(match('/visits/:id', '/visits/3f/reminders')).toBeUndefined();
  expect(match('/visits', '/visits')).toEqual({});
});

it('knows where she is and how deep', () => {
  go('/visits');
  go('/cards/fare?visit=3f');
  expect(here().path).toBe('/cards/fare');
  expect(here().query.get('visit')).toBe('3f');
  expect(here().depth).toBe(2);
});

it('replaces without going deeper', () => {
  go('/visits');
  go('/visits/3f', { replace: true });
  expect(here().depth).toBe(1);
});

it('goes to the other place where there is no way back', () => {
  back('/help');
  expect(here().path).toBe('/help');
  expect(here().depth).toBe(0);
});

it('goes up by a step on where she did not come from there', () => {
  go('/visits/3f');
  up('/visits');
  expect(here().path).toBe('/visits');
  expect(here().depth).toBe(2);
});

it('closes what lies behind her when she hides', () => {
  go('/visits');
  go('/visits/3f');
  forget();
  expect(here().path).toBe('/');
  expect(here().depth).toBe(0);
});

it('a step back after Hide ends at Today, not at what was on screen before', () => {
  go('/visits/3f');
  const before: unknown = history.state;
  forget();
  window.dispatchEvent(new PopStateEvent('popstate', { state: before }));
  expect(here().path).toBe('/');
});

it('leaves a flow that began here by taking its place', async () => {
  go('/visits/add/check');
  leaveFlow(here().depth, '/visits/3f');
  await settled();
  expect(here().path).toBe('/visits/3f');
  expect(here().depth).toBe(1);
});
