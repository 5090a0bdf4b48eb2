//! The screen "Updates" in states that no host shows at will: the door's questions about updates are answered here, in the core's
//! place. What a host can show is tested with one.

/** Half of it has come. */
export const MID_WAY = { done: 24_500, of: 60_200 };

const OF_UPDATES = ['updates', 'updates-now', 'updates-if-due', 'updates-stop'];
const NO_CHANGES = { pages: 0, numbers: 0, contacts: 0, rates: 0, other: 0 };

/**
 * From now on `said` is what the core says of updates on this phone, filled up with "nothing running, last looked today". `brought`
 * is what has changed, `wentBack` that it is lost again; `then` is said once she has pressed a button. Hands back the names of all questions that are asked.
 */
export async function updatesSay(phone, { then, ...said } = {}) {
  const asked = [];
  const { today: day } = await phone.preview.ask('today');
  const whole = ({ brought, wentBack, ...more }) => ({
    possible: true,
    networks: 'any',
    doing: null,
    last: day,
    trouble: null,
    went_back: wentBack ? day : null,
    behind: false,
    large: null,
    ...more,
    brought: brought ? { day, changes: { ...NO_CHANGES, ...brought } } : null,
  });
  let now = said;
  await phone.page.unroute('**/call');
  await phone.page.route('**/call', async (route) => {
    const { ask } = route.request().postDataJSON();
    asked.push(ask);
    if (!OF_UPDATES.includes(ask)) return route.continue();
    if (then && (ask === 'updates-now' || ask === 'updates-stop')) now = { ...said, ...then };
    await route.fulfill({ json: { ask, with: whole(now) } });
  });
  return { asked, say: (next) => void (now = next) };
}

/** Comes to the screen anew, also from itself. */
export async function comeTo(phone) {
  await phone.go('/phone');
  await phone.go('/phone/updates');
}
