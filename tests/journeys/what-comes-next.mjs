// She asks what comes next, finds an answer by her own words, and walks through the few questions about money.

import { strict as assert } from 'node:assert';

import { violations } from '../support/axe.mjs';
import { withPhone } from '../support/browser.mjs';
import { test } from '../support/lane.mjs';
import { empty, inUse } from '../support/lives.mjs';
import * as questions from '../support/questions.mjs';

/** From Visits: 16 weeks and 3 days. */
async function tellWeeks(phone) {
  await phone.tap(phone.place('visits'));
  await phone.tap(phone.press('visits-expected-title'));
  await phone.tap(phone.press('visits-expected-tell'));
  await phone.tap(phone.choice('visits-when-weeks'));
  await phone.type(phone.field('visits-when-weeks-field'), '16');
  await phone.type(phone.field('visits-when-days-field'), '3');
  await phone.tap(phone.press('money-save', {}, { whole: true }));
}

for (const tag of ['en-GB', 'ar', 'ti']) {
  test(`what comes next in ${tag}: from her weeks to a visit of the right kind, and back the way she came`, async () => {
    const { preview } = await empty(tag);
    await withPhone(preview, { tag }, async (phone) => {
      await tellWeeks(phone);
      assert.equal(await phone.where(), '/visits/expected');
      assert.deepEqual(await violations(phone.page), []);
      assert.match(await phone.text(), /Thursday 6 May 2027/, 'the due date that follows from 16 weeks and 3 days');

      const { groups } = await preview.ask('timeline');
      const scan = groups.flatMap(({ items }) => items).find(({ page }) => page.id === 'anomaly-scan');
      assert.equal(scan.from.english, 'Thursday 3 December 2026', '18 weeks (APPT-07)');
      await phone.tap(phone.page.locator('main a[href="#/visits/expected/anomaly-scan"]'));
      assert.ok((await phone.text()).includes(scan.from.english));
      await phone.tap(phone.press('visits-expected-add'));
      await phone.tap(phone.press('visits-question-next', {}, { whole: true }));
      await questions.typeDate(phone, { day: 8, month: 12, year: 2026 });
      await phone.tap(phone.press('visits-question-next', {}, { whole: true }));
      await phone.tap(phone.press('visits-time-not-there'));
      for (let step = 0; step < 3; step += 1) await phone.tap(phone.press('visits-question-next', {}, { whole: true }));
      await phone.tap(phone.press('visits-check-save'));
      const { coming } = await preview.ask('visits');
      assert.deepEqual(coming.map(({ kind }) => kind), ['anomaly-scan']);

      await phone.go('/visits/expected');
      assert.ok(await phone.words('visits-expected-added').isVisible(), 'it is marked as added');
      await phone.tap(phone.press('visits-expected-forget'));
      assert.equal((await preview.ask('timeline')).due, null, 'deleted with one touch');
    });
    await preview.stop();
  });
}

test('what comes next: a typing error in her weeks is told at the field, and nothing is kept of it', async () => {
  const { preview } = await empty('ti');
  await withPhone(preview, { tag: 'ti' }, async (phone) => {
    await phone.go('/visits/expected/when');
    await phone.tap(phone.press('money-save', {}, { whole: true }));
    assert.ok(await phone.words('visits-when-missing').isVisible());
    await phone.tap(phone.choice('visits-when-weeks'));
    await phone.type(phone.field('visits-when-weeks-field'), '61');
    await phone.tap(phone.press('money-save', {}, { whole: true }));
    assert.equal(await phone.where(), '/visits/expected/when');
    assert.equal(await phone.page.locator('[aria-invalid=true]').count(), 1);
    assert.equal((await preview.ask('timeline')).due, null);
  });
  await preview.stop();
});

for (const [tag, typed] of [['en-GB', 'travl mony'], ['ar', 'اجره الباص'], ['ti', 'ገንዘብ መጓዓዝያ']]) {
  test(`search in ${tag}: “${typed}” finds who pays for the trip, and the way back finds the results again`, async () => {
    const { preview } = await inUse(tag);
    await withPhone(preview, { tag }, async (phone) => {
      await phone.tap(phone.press('today-search-row'));
      await phone.type(phone.field('today-search-field'), typed);
      await phone.tap(phone.page.locator('main form button[type=submit]'));
      const links = () => phone.page.locator('main a.press-row').evaluateAll((rows) => rows.map((row) => row.getAttribute('href')));
      const found = await links();
      const pays = ['#/rights/travel-refund', '#/rights/bus-fares', '#/rights/travel-on-support', '#/cards/fare', '#/money/questions/travel'];
      assert.ok(found.slice(0, 3).some((link) => pays.includes(link)), `the first three: ${found.slice(0, 3).join(' ')}`);
      assert.deepEqual(await violations(phone.page), []);
      await phone.tap(phone.page.locator('main a.press-row').first());
      await phone.back();
      assert.deepEqual(await links(), found);
    });
    await preview.stop();
  });
}

test('search: a result of every kind opens what it names', async () => {
  const { preview } = await inUse('en-GB');
  await withPhone(preview, { tag: 'en-GB' }, async (phone) => {
    for (const [kind, words] of [
      ['visit', 'Liverpool hospital visit'],
      ['danger', 'bleeding'],
      ['article', 'how can I complain'],
      ['contact', 'Refugee Women Connect'],
      ['card', 'please ask me first'],
      ['visit-kind', 'anomaly scan'],
      ['timeline', 'RSV vaccine'],
      ['guide', 'who pays for the trip section 4'],
    ]) {
      await phone.go('/search');
      await phone.type(phone.field('today-search-field'), words);
      await phone.tap(phone.page.locator('main form button[type=submit]'));
      const { hits } = await preview.ask('search', { words });
      const at = hits.findIndex((hit) => hit.kind === kind);
      assert.ok(at >= 0, `“${words}” finds no ${kind}: ${hits.map((hit) => hit.kind).join(' ')}`);
      await phone.tap(phone.page.locator('.search-results a').nth(at));
      const [hit, text] = [hits[at], await phone.text()];
      // A table opens at its first question, a card with what it says, and the danger signs under their own name.
      const named = { card: /before you touch me|touch me/i, guide: /Who can pay for a trip|How can I get an HC2|Can I get extra money|Free medicine/, danger: /Danger signs/ }[kind] ?? hit.title;
      assert.ok(named instanceof RegExp ? named.test(text) : text.includes(named), `${kind} “${hit.title}” opens another screen: ${await phone.where()}`);
      assert.ok(!(await phone.words('errors-content-missing').isVisible()) && !(await phone.words('errors-not-found').isVisible()), `${kind} leads nowhere`);
      await phone.back();
    }
  });
  await preview.stop();
});

test('search: what she types is in no address, and nothing of it is left when the app opens again', async () => {
  const { preview } = await inUse('en-GB');
  await withPhone(preview, { tag: 'en-GB' }, async (phone) => {
    await phone.go('/search');
    await phone.type(phone.field('today-search-field'), 'my husband hits me');
    await phone.tap(phone.page.locator('main form button[type=submit]'));
    assert.equal(await phone.where(), '/search');
    assert.match(await phone.text(), /hurts you/, 'the page about it is found');
    await phone.reopen();
    assert.equal(await phone.field('today-search-field').inputValue(), '');
  });
  await preview.stop();
});

for (const tag of ['en-GB', 'ar', 'ti']) {
  test(`questions in ${tag}: at most four touches of Next from "who can pay" to what she can do, and each answer can be changed`, async () => {
    const { preview } = await inUse(tag);
    await withPhone(preview, { tag }, async (phone) => {
      await phone.tap(phone.place('money'));
      await phone.tap(phone.page.locator('main a[href="#/money/questions/travel"]'));
      let asked = 0;
      const next = () => phone.press('visits-question-next', {}, { whole: true });
      while (await next().isVisible()) {
        assert.deepEqual(await violations(phone.page), []);
        await phone.tap(phone.page.locator('main .choice').first());
        await phone.tap(next());
        asked += 1;
        assert.ok(asked <= 4, 'a fifth question');
      }
      assert.ok(await phone.words('money-pays-before').isVisible());
      assert.deepEqual(await violations(phone.page), []);
      await phone.tap(phone.section('money-questions-given').locator('.press-row').last());
      assert.ok(await next().isVisible(), 'the last answer is open again');
    });
    await preview.stop();
  });
}

test('rights by topic: the stages of social services follow one another, and back returns to the topic', async () => {
  const { preview } = await inUse('en-GB');
  await withPhone(preview, { tag: 'en-GB' }, async (phone) => {
    await phone.tap(phone.place('rights'));
    await phone.tap(phone.press('rights-topic-social-services'));
    await phone.tap(phone.page.locator('main a[href="#/rights/social-services-call"]'));
    for (const stage of ['social-services-visit', 'social-services-assessment', 'child-in-need-plan', 'child-protection-meeting', 'pre-proceedings-letter', 'family-court']) {
      await phone.tap(phone.press('rights-article-following'));
      assert.equal(await phone.where(), `/rights/${stage}`);
      assert.deepEqual(await violations(phone.page), []);
      for (const part of ['next', 'when', 'right', 'who', 'ask']) {
        assert.ok(await phone.section(`rights-article-${part}`).isVisible(), `${stage} does not say: ${part}`);
      }
    }
    for (let step = 0; step < 7; step += 1) await phone.back();
    assert.equal(await phone.where(), '/rights/topic/social-services');
  });
  await preview.stop();
});
