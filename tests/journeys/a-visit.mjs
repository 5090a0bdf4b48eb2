// Journey 2: Selam has a letter: Tuesday 24 November 2026, 9:20am, Liverpool Women's.

import { strict as assert } from 'node:assert';

import { violations } from '../support/axe.mjs';
import { withPhone } from '../support/browser.mjs';
import { test } from '../support/lane.mjs';
import { inUse, settleIn } from '../support/lives.mjs';
import { startPreview } from '../support/preview.mjs';
import { addVisit, day, kind, next } from '../support/questions.mjs';
import { plain, say } from '../support/words.mjs';

const LETTER = { kind: 'hospital-doctor', day: 24, month: 'November 2026', time: '09:20', place: "Liverpool Women's" };

/** The six questions that every visit answers. */
const SIX = ['for', 'happens', 'asked-by', 'there', 'refuse', 'someone'];

for (const zone of ['Europe/London', 'Asia/Tehran']) {
  const where = zone === 'Europe/London' ? '' : `, on a phone that is set to ${zone}`;

  test(`journey 2: Selam adds the visit of her letter with twelve taps, and three reminders ring at UK time${where}`, async () => {
    const preview = await startPreview({ zone });
    await settleIn(preview, 'ti');
    await withPhone(preview, { tag: 'ti', zone }, async (phone) => {
      await addVisit(phone, LETTER);
      const check = plain(await phone.page.locator('main').innerText());
      assert.match(check, /Tuesday 24 November 2026/, 'the check page has the day as the letter has it');
      assert.match(check, /9:20am/);
      assert.match(check, /Liverpool Women's/);
      assert.deepEqual(await violations(phone.page), []);
      await phone.tap(phone.press('visits-check-save'));
      assert.ok(phone.taps <= 12, `${phone.taps} taps`);

      assert.ok(await phone.words('reminders-saved-words').isVisible());
      const planned = plain(await phone.page.locator('main').innerText());
      for (const kind of ['ask-fare', 'ask-interpreter', 'evening-before', 'morning']) {
        assert.ok(planned.includes(say('ti', `reminders-kind-${kind}`)), `${kind} is planned`);
      }
      assert.deepEqual(await violations(phone.page), []);

      const { planned: plan } = await preview.ask('reminders');
      assert.deepEqual(
        plan.map(({ at, kinds }) => [at, ...kinds]),
        [
          ['2026-11-23T10:00Z', 'ask-fare', 'ask-interpreter'],
          ['2026-11-23T18:00Z', 'evening-before'],
          ['2026-11-24T07:00Z', 'morning'],
        ],
      );

      await phone.go('/phone');
      const shown = plain(await phone.page.locator('li.phone-entry').allInnerTexts().then((rows) => rows.join('\n')));
      for (const time of [/Monday 23 November 2026,? 10:00am/, /Monday 23 November 2026,? 6:00pm/, /Tuesday 24 November 2026,? 7:00am/]) {
        assert.match(shown, time, 'This phone lists it');
      }
    });
    await preview.stop();
  });
}

test('journey 2: the visit shows the UK date first, then hers, then the Ethiopic one under its calendar’s name, and “in 2 days”', async () => {
  const { preview, ids } = await inUse('ti');
  await withPhone(preview, { tag: 'ti' }, async (phone) => {
    await phone.tap(phone.page.locator(`main a[href="#/visits/${ids.hospital}"]`));
    const leaf = phone.page.locator('main .leaf');
    assert.match(plain(await leaf.innerText()), /Tuesday 24 November 2026/);
    assert.equal(await leaf.getAttribute('lang'), 'en');
    assert.equal(await leaf.getAttribute('dir'), 'ltr');
    const text = await phone.text();
    const order = ['Tuesday', 'ሰሉስ 24 ሕዳር 2026', 'ሰሉስ 15 ሕዳር 2019'].map((words) => text.indexOf(words));
    assert.ok(order.every((at) => at >= 0) && order[0] < order[1] && order[1] < order[2], `${order}`);
    const own = phone.page.locator('dl').filter({ hasText: '15 ሕዳር 2019' });
    assert.ok(plain(await own.innerText()).includes(say('ti', 'calendar-name-ethiopic')), 'the calendar is named');
    assert.ok(await phone.words('calendar-in-days', { days: '2' }).isVisible());
    assert.deepEqual(await violations(phone.page), []);
  });
  await preview.stop();
});

test('journey 2: 25 November 2026 at 10:30 reads 16 ሕዳር 2019 and 4:30 by the Ethiopic clock, beside Wednesday 25 November and 10:30am', async () => {
  const preview = await startPreview();
  await settleIn(preview, 'ti');
  const { card } = await preview.ask('visit-add', { kind: 'midwife', day: { day: 25, month: 11, year: 2026, weekday: 'wednesday' }, time: '10:30' });
  await withPhone(preview, { tag: 'ti' }, async (phone) => {
    await phone.go(`/visits/${card.id}`);
    const text = await phone.text();
    assert.match(text.replace(/\s+/g, ' '), /Wednesday 25 November 2026/);
    assert.match(text, /10:30am/);
    assert.match(text, /16 ሕዳር 2019/);
    assert.ok(plain(text).includes(say('ti', 'calendar-name-ethiopic')));
    assert.ok(plain(text).includes(say('ti', 'calendar-clock-ethiopic-morning', { time: '4:30' })));
  });
  await preview.stop();
});

test('journey 2: all six questions are there; what nobody told her says so, with a sentence to say in English', async () => {
  const { preview, ids } = await inUse('ti');
  await withPhone(preview, { tag: 'ti' }, async (phone) => {
    const { answers } = await preview.ask('visit', { id: ids.hospital });
    assert.deepEqual(answers.six.map(({ id }) => id), SIX);
    await phone.go(`/visits/${ids.hospital}`);
    for (const answer of answers.six) {
      const row = phone.page.locator('.answer-row').filter({ has: phone.page.getByRole('heading', { name: say('ti', `visits-answer-${answer.id}`) }) });
      const text = plain(await row.innerText());
      if (answer.known.length === 0 && !answer.she_said) {
        assert.ok(text.includes(say('ti', answer.ask.length > 0 ? 'visits-answer-unknown' : 'visits-answer-nothing')), `${answer.id}: ${text}`);
      }
      for (const pair of answer.known) assert.ok(text.includes(plain(pair.hers.map((span) => span.text).join(''))), `${answer.id} is answered in Tigrinya`);
      for (const pair of answer.ask) {
        const sentence = plain(pair.english.map((span) => span.text).join(''));
        assert.ok(text.includes(sentence), `${answer.id}: “${sentence}”`);
        assert.equal(await row.locator('[lang=en][dir=ltr]').filter({ hasText: sentence }).count(), 1, 'as English, left to right');
      }
    }
  });
  await preview.stop();
});

test('journey 2: Tigrinya is asked once about its own calendar, and the answer holds', async () => {
  const preview = await startPreview();
  await preview.ask('settings-save', { language: 'ti', welcomed: true });
  await preview.ask('visit-add', { kind: 'midwife', day: { day: 24, month: 11, year: 2026, weekday: null }, time: '09:20' });
  await withPhone(preview, { tag: 'ti' }, async (phone) => {
    assert.doesNotMatch(await phone.text(), /15 ሕዳር/);
    await phone.tap(phone.press('today-calendar-yes'));
    assert.match(await phone.text(), /15 ሕዳር 2019/);
    assert.ok(!(await phone.words('today-calendar-question').isVisible()), 'it is not asked again');
    await phone.reopen();
    assert.match(await phone.text(), /15 ሕዳር 2019/);
    assert.ok(!(await phone.words('today-calendar-question').isVisible()));
  });
  await preview.stop();
});

test('journey 2: back returns the way she came, through every question, and loses no answer', async () => {
  const preview = await startPreview();
  await settleIn(preview, 'ti');
  await withPhone(preview, { tag: 'ti' }, async (phone) => {
    await addVisit(phone, LETTER);
    const way = ['/visits/add/phone', '/visits/add/place', '/visits/add/time', '/visits/add/day', '/visits/add', '/'];
    for (const path of way) {
      await phone.back();
      assert.equal(await phone.where(), path);
      if (path === '/visits/add/place') assert.equal(await phone.field('visits-place-field').inputValue(), LETTER.place);
    }
    assert.deepEqual((await preview.ask('visits')).coming, [], 'nothing was saved on the way');
  });
  await preview.stop();
});

test('journey 2: after saving, back leads to where she began and not into the questions again', async () => {
  const preview = await startPreview();
  await settleIn(preview, 'ti');
  await withPhone(preview, { tag: 'ti' }, async (phone) => {
    await addVisit(phone, LETTER);
    await phone.tap(phone.press('visits-check-save'));
    await phone.tap(phone.press('reminders-done-button'));
    assert.match(await phone.where(), /^\/visits\/[0-9a-f]{32}$/);
    await phone.back();
    assert.equal(await phone.where(), '/');
  });
  await preview.stop();
});

test('a visit that she changes keeps its answers and moves its reminders; one that she deletes can be put back', async () => {
  const { preview, ids } = await inUse('ar');
  await withPhone(preview, { tag: 'ar' }, async (phone) => {
    await phone.go(`/visits/${ids.hospital}`);
    await phone.tap(phone.press('visits-change-button'));
    await phone.tap(phone.page.locator('main a[href^="#/visits/add/day"]'));
    await day(phone, 25, 'November 2026');
    await next(phone);
    await phone.tap(phone.press('visits-check-save'));
    assert.equal(await phone.where(), `/visits/${ids.hospital}`);
    const changed = await preview.ask('visit', { id: ids.hospital });
    assert.equal(changed.card.day.iso, '2026-11-25');
    assert.equal(changed.note, 'Blue door. Bring the letter and the orange book.');
    const { planned } = await preview.ask('reminders');
    assert.ok(planned.some(({ at, visits }) => at === '2026-11-24T18:00Z' && visits.includes(ids.hospital)), 'the evening before moved with it');
    assert.ok(!planned.some(({ at, kinds, visits }) => at === '2026-11-23T18:00Z' && kinds.includes('evening-before') && visits.includes(ids.hospital)));

    await phone.tap(phone.press('visits-delete-button'));
    await phone.tap(phone.press('visits-delete-yes'));
    assert.equal(await phone.page.locator(`main a[href="#/visits/${ids.hospital}"]`).count(), 0);
    assert.deepEqual((await preview.ask('reminders')).planned.filter(({ visits }) => visits.includes(ids.hospital)), []);
    await phone.tap(phone.press('visits-list-put-back'));
    await phone.page.locator(`main a[href="#/visits/${ids.hospital}"]`).waitFor();
    assert.ok((await preview.ask('reminders')).planned.some(({ visits }) => visits.includes(ids.hospital)));
  });
  await preview.stop();
});

test('in a kind of visit that nobody named she can still save what she knows', async () => {
  const preview = await startPreview();
  await settleIn(preview, 'en-GB');
  await withPhone(preview, {}, async (phone) => {
    await phone.tap(phone.press('today-tile-add'));
    await kind(phone, 'something-else');
    await next(phone);
    await day(phone, 30, 'November 2026');
    await next(phone);
    await phone.tap(phone.press('visits-time-not-there'));
    await next(phone);
    await next(phone);
    await next(phone);
    await phone.tap(phone.press('visits-check-save'));
    const { coming } = await preview.ask('visits');
    assert.equal(coming.length, 1);
    assert.equal(coming[0].time, null);
    assert.equal(coming[0].place, null);
  });
  await preview.stop();
});
