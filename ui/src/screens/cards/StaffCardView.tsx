import { English, Hers, Sign } from '../../components/index.ts';
import { TranslationBadge } from '../../components/TranslationBadge.tsx';
import type { Pair, StaffCard } from '../../door/index.ts';
import { readsEnglish, t, tEnglish } from '../../words/index.ts';
import './StaffCardView.css';

/** The card as staff see it, in English whatever she reads; her words stand below, so that she knows what she shows. */
export function StaffCardView({ card, large = false }: { card: StaffCard; large?: boolean }) {
  const { page, visit_english: visit, interpreter_english: interpreter } = card;
  const said = lines(card, 'say');
  const reasons = lines(card, 'why');
  // The pages that the reasons rest on; the rest of the card is what she says herself.
  const facts = new Set(reasons.flatMap((pair) => pair.facts));
  const hosts = [...new Set(page.sources.filter((source) => source.facts.some((fact) => facts.has(fact))).map(({ host }) => host))].join(', ');
  return (
    <>
      <article class={large ? 'staff-card staff-card-large' : 'staff-card'} lang="en" dir="ltr">
        {said.map((pair, at) => (at === 0 ? <h1 key={at} tabIndex={-1}><English pair={pair} /></h1> : <p key={at} class="staff-line"><English pair={pair} /></p>))}
        {visit || interpreter ? (
          <dl class="staff-stamp">
            {visit ? <div><dt><Sign name="visits" />{tEnglish('cards-card-visit')}</dt><dd>{visit}</dd></div> : null}
            {interpreter ? <div><dt><Sign name="language" />{tEnglish('cards-card-interpreter')}</dt><dd>{interpreter}</dd></div> : null}
          </dl>
        ) : null}
        <div class="staff-why">
          {reasons.map((pair, at) => <p key={at}><English pair={pair} /></p>)}
          {hosts ? <p>{tEnglish('cards-card-read', { hosts, date: page.checked.english })}</p> : null}
        </div>
      </article>
      {readsEnglish() ? null : (
        <section class="staff-hers">
          <h2 class="off-screen">{t('cards-card-hers')}</h2>
          {said.map((pair, at) => <p key={at}>{at === 0 ? <strong><Hers pair={pair} /></strong> : <Hers pair={pair} />}</p>)}
          <TranslationBadge status={page.status} />
        </section>
      )}
    </>
  );
}

/** The lines of a section. */
function lines(card: StaffCard, id: string): Pair[] {
  return card.page.sections.find((section) => section.id === id)?.statements ?? [];
}

/** Whether the card names something that it was not given, such as a group. */
export function lacksSomething(card: StaffCard): boolean {
  return lines(card, 'say').some((pair) => pair.english.some(({ text }) => text.includes('{$')));
}
