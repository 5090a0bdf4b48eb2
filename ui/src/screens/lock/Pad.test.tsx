import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const answers: number[] = [];
let asked = 0;

vi.mock('../../door/index.ts', () => ({
  ask: () => {
    asked += 1;
    return Promise.resolve({ locked: true, pin: true, weak: false, wait: answers.shift() ?? 0, by_owner: 'never' });
  },
  Refused: class extends Error {},
}));
vi.mock('../../lock/index.ts', () => ({ toTrouble: () => false }));
vi.mock('../../cover/index.ts', () => ({ covered: () => false }));
vi.mock('../../words/index.ts', () => ({ t: (id: string, args: Record<string, string> = {}) => [id, ...Object.values(args)].join(' ') }));

const { Pad } = await import('./Pad.tsx');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance', 'requestAnimationFrame'] });
  answers.length = 0;
  asked = 0;
});
afterEach(() => {
  render(null, document.body);
  vi.useRealTimers();
});

const said = () => document.querySelector('.pad-said')?.textContent ?? '';

/** Effects and state follow in frames of their own. */
const pass = async (seconds: number) => vi.advanceTimersByTimeAsync(1000 * seconds + 200);

it('counts down again when the core answers with the same wait, and ends when it says so', async () => {
  answers.push(2, 2, 0);
  render(<Pad wait={2} opened={() => undefined} />, document.body);
  await pass(0);
  for (const answer of [1, 2]) {
    expect(said()).toContain('0:02');
    await pass(2);
    expect(asked, `answer ${answer}`).toBe(answer);
  }
  await pass(2);
  expect(asked).toBe(3);
  expect(said()).toBe('settings-lock-try');
});

it('takes up a wait that the screen learns later', async () => {
  render(<Pad wait={0} opened={() => undefined} />, document.body);
  await pass(0);
  expect(said()).toBe('');
  render(<Pad wait={30} opened={() => undefined} />, document.body);
  await pass(0);
  expect(said()).toContain('0:30');
});
