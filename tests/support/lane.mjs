//! A lane: a list of tests, each a sentence, run by a few workers; a line for each and one that counts them.
//!
//!   node tests/<lane>.mjs                all of it
//!   node tests/<lane>.mjs journey 2      only the tests whose sentence has these words

const TIME_LIMIT = 240_000;

/** Two cores: a browser and the core behind it already keep one busy. */
const WORKERS = Number(process.env.KINDWAY_TEST_WORKERS ?? 2);

/** Longest message that is printed. */
const MOST = 4000;

const tests = [];
const endings = [];

/** Adds a test. `work` throws where the sentence does not hold. Tests of one group run one after the other and share what they open. */
export function test(sentence, work, group = Symbol(sentence)) {
  tests.push({ sentence, work, group });
}

/** What is to be closed when the lane is over, whatever came of it. */
export function atTheEnd(work) {
  endings.push(work);
}

/** Runs what was added and ends the process. */
export async function run() {
  const words = process.argv.slice(2).filter((word) => !word.startsWith('--')).join(' ').toLowerCase();
  const chosen = tests.filter(({ sentence }) => sentence.toLowerCase().includes(words));
  const groups = new Map();
  for (const each of chosen) groups.set(each.group, [...(groups.get(each.group) ?? []), each]);
  const waiting = [...groups.entries()];
  let failed = 0;
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [group, members] = next;
      for (const each of members) if (!(await passes(each))) failed += 1;
      await group.close?.();
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
  for (const work of endings.reverse()) await work().catch(() => {});
  if (chosen.length === 0) console.log('There is no such test.');
  console.log(`${chosen.length - failed} passed, ${failed} failed`);
  process.exit(failed === 0 && chosen.length > 0 ? 0 : 1);
}

async function passes({ sentence, work }) {
  const began = Date.now();
  const took = () => `(${((Date.now() - began) / 1000).toFixed(1)} s)`;
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`still running after ${TIME_LIMIT / 1000} s`)), TIME_LIMIT);
  });
  try {
    await Promise.race([work(), late]);
    console.log(`ok      ${sentence} ${took()}`);
    return true;
  } catch (error) {
    console.log(`FAILED  ${sentence} ${took()}\n${indented(error)}`);
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** The message and where in the tests it came from. */
function indented(error) {
  const stack = String(error?.stack ?? '').split('\n').filter((line) => /\/tests\/(?!support)[\w/-]+\.mjs/.test(line)).slice(0, 2);
  const message = String(error?.message ?? error).replace(/\x1b\[\d+m/g, '');
  const short = message.length > MOST ? `${message.slice(0, MOST)} …` : message;
  const text = `${short}\n${stack.join('\n')}`.trimEnd();
  return text.split('\n').map((line) => `        ${line}`).join('\n');
}
