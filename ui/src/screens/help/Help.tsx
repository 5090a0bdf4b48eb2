import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, Chip, Chips, errorWords, Field, Notice, Page, PressRow, Section, Sign } from '../../components/index.ts';
import type { ContactCard, HelpFilters, HelpFound, HelpGroup, HelpSearch, OwnNumber } from '../../door/index.ts';
import { here } from '../../router/index.ts';
import { useAsk, useSession } from '../../session.tsx';
import { t } from '../../words/index.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';
import type { ScreenProps } from '../routes.ts';
import { ContactRow } from './ContactRow.tsx';
import { emptySearch, keepSearch, searchOf } from './search.ts';
import './help.css';

/** Rows of a group that are shown before "Show more". */
const ROWS = 5;

const FILTERS: (keyof HelpFilters)[] = ['women_only', 'free_call', 'self_referral'];
const PICTURES: Record<keyof HelpFilters, string> = { women_only: 'two-women', free_call: 'call', self_referral: 'door' };

/** S50: her own people first; then what is known; then, with the same respect, what is not known. */
export function Help({ query }: ScreenProps) {
  const [step] = useState(() => here().key);
  const [searched, setSearched] = useState(() => searchOf(step, query.get('need')));
  const { search, rows } = searched;
  const { answer: found, error, again } = useAsk('help', search);
  const results = useRef<HTMLDivElement>(null);
  const toResults = useRef(false);

  const change = (to: Partial<HelpSearch>) => {
    const next = { search: { ...search, ...to }, rows: {} };
    keepSearch(step, next);
    setSearched(next);
  };
  const more = (group: string, count: number) => {
    const next = { search, rows: { ...rows, [group]: count } };
    keepSearch(step, next);
    setSearched(next);
  };

  useEffect(() => {
    if (!found || !toResults.current) return;
    toResults.current = false;
    results.current?.scrollIntoView({ block: 'start' });
  }, [found]);

  if (!found) return error ? <NotAnswered error={error} again={again} /> : null;
  const nothingAsked = search.words.trim() === '' && search.need === null;
  const count = found.groups.reduce((sum, group) => sum + group.cards.length, 0);
  return (
    <Page title={t('help-page-title')} class="help">
      <Where found={found} search={search} change={change} />
      <Words search={search} find={(words) => { toResults.current = words !== ''; change({ words }); }} />
      <Needs found={found} search={search} change={change} />
      {error ? <div class="help-part"><Notice now><p>{errorWords(error)}</p></Notice></div> : null}
      <Own own={found.own} nothingAsked={nothingAsked} />
      <div class="section" ref={results}>
        <Chips label={t('help-filters-label')}>
          {FILTERS.map((filter) => (
            <Chip
              key={filter}
              picture={PICTURES[filter]}
              pressed={search.filters[filter]}
              press={() => change({ filters: { ...search.filters, [filter]: !search.filters[filter] } })}
            >
              {t(`help-filter-${filter.replace('_', '-')}`)}
            </Chip>
          ))}
        </Chips>
        <p class="quiet small help-count" role="status">{t('help-found', { count: String(count) })}</p>
      </div>
      {found.groups.map((group) => (
        <Group
          key={group.kind}
          group={group}
          found={found}
          filters={search.filters}
          shown={rows[group.kind] ?? ROWS}
          show={(shown) => more(group.kind, shown)}
        />
      ))}
      {count === 0 ? (
        <div class="section stack">
          <Notice><p><strong>{t('help-none')}</strong></p><p>{t('help-none-try')}</p></Notice>
          <Button kind="second" press={() => change(emptySearch())}>{t('help-none-clear')}</Button>
        </div>
      ) : null}
    </Page>
  );
}

interface PartProps {
  found: HelpFound;
  search: HelpSearch;
  change: (to: Partial<HelpSearch>) => void;
}

/** The place that is searched near, and the field that changes it. */
function Where({ found: { near, near_unknown: unknown }, search, change }: PartProps) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(search.near ?? '');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (open) form.current?.querySelector('input')?.focus();
  }, [open]);

  if (!open && !unknown) {
    return (
      <button type="button" class="press-row place-row" onClick={() => { setTyped(''); setOpen(true); }}>
        <Sign name="place" />
        <span class="press-row-words">{near ? (near.outcode ? t('help-near-code', { outcode: near.outcode, town: near.town }) : t('help-near-town', { town: near.town })) : t('help-near-nowhere')}</span>
        <span class="place-change">{t(near ? 'help-near-change' : 'help-near-add')}</span>
      </button>
    );
  }
  const use = (place: string) => {
    setOpen(false);
    change({ near: place });
  };
  return (
    <form ref={form} class="card" noValidate onSubmit={(event) => { event.preventDefault(); use(typed.trim()); }}>
      <Field
        label={t('help-near-label')}
        hint={t('help-near-hint')}
        error={unknown ? t('help-near-unknown') : undefined}
        value={typed}
        change={setTyped}
        most={60}
      />
      {unknown ? <p class="small quiet help-part">{t('help-near-unknown-list')}</p> : null}
      <div class="buttons help-part">
        <Button kind="second" small submit>{t('help-near-use')}</Button>
        {near || unknown ? <Button kind="second" small press={() => use('')}>{t('help-near-none')}</Button> : <Button kind="second" small press={() => setOpen(false)}>{t('help-cancel')}</Button>}
      </div>
    </form>
  );
}

/** Her own words. */
function Words({ search, find }: { search: HelpSearch; find: (words: string) => void }) {
  const [typed, setTyped] = useState(search.words);
  useEffect(() => setTyped(search.words), [search.words]);
  return (
    <form class="words help-part" role="search" noValidate onSubmit={(event) => { event.preventDefault(); find(typed.trim()); }}>
      <Field label={t('help-words-label')} hint={t('help-words-hint')} value={typed} change={setTyped} most={100} />
      <Button submit sign="search">{t('help-words-search')}</Button>
    </form>
  );
}

/** What she can look for. Once she has picked one, only that one stays, and the way to the others: the list comes up to her. */
function Needs({ found: { needs }, search, change }: PartProps) {
  const shown = search.need === null ? needs : needs.filter((need) => need.id === search.need);
  return (
    <div class={search.need === null ? 'help-part needs-all' : 'help-part'}>
      <Chips label={t('help-needs-label')}>
        {shown.map((need) => (
          <Chip key={need.id} picture={need.picture} pressed={need.id === search.need} press={() => change({ need: need.id === search.need ? null : need.id })}>
            {t(`help-need-${need.id}`)}
          </Chip>
        ))}
        {search.need === null ? null : <Button kind="link" press={() => change({ need: null })}>{t('help-needs-all')}</Button>}
      </Chips>
    </div>
  );
}

/** Her own numbers, and the one that is worth saving. */
function Own({ own, nothingAsked }: { own: OwnNumber[]; nothingAsked: boolean }) {
  const { loss } = useSession().settings;
  const missing = nothingAsked && !loss && !own.some((number) => number.role === 'midwife');
  if (own.length === 0 && !nothingAsked) return null;
  return (
    <Section title={t('help-own-title')}>
      {missing ? (
        <PressRow picture="my-numbers" end="plus" empty to="/help/numbers/new?role=midwife" detail={t('help-own-add-detail')}>{t('help-own-midwife')}</PressRow>
      ) : null}
      {own.map((number) => <OwnRow key={number.id} number={number} />)}
      {nothingAsked ? <PressRow picture="my-numbers" to="/help/numbers">{t('help-own-all')}</PressRow> : null}
    </Section>
  );
}

/** One of her numbers: a touch calls it; without a number a touch opens it. */
export function OwnRow({ number }: { number: OwnNumber }) {
  const role = t(`help-own-role-${number.role}`);
  return (
    <PressRow
      picture="my-numbers"
      {...(number.dial ? { dial: number.dial, end: 'call' } : { to: `/help/numbers/${number.id}` })}
      detail={
        <>
          {number.name && number.role !== 'other' ? <>{role}<br /></> : null}
          {number.phone ? <bdi dir="ltr">{number.phone}</bdi> : t('help-numbers-no-phone')}
          {number.note ? <><br /><span dir="auto">{number.note}</span></> : null}
        </>
      }
    >
      {number.name ? <bdi>{number.name}</bdi> : role}
    </PressRow>
  );
}

interface GroupProps {
  group: HelpGroup;
  found: HelpFound;
  filters: HelpFilters;
  shown: number;
  show: (rows: number) => void;
}

function Group({ group, found, filters, shown, show }: GroupProps) {
  const left = group.cards.length - shown;
  const cards = group.kind === 'first' ? emergencyFirst(group.cards) : group.cards;
  return (
    <section class="section">
      <Heading group={group} found={found} filters={filters} />
      {cards.slice(0, shown).map((card) => (
        <div key={card.id} class="contact-one">
          <ContactRow card={card} />
          {group.kind === 'first' && card.call ? (
            <Button kind={card.call.dial === '999' ? 'urgent' : 'second'} small sign="call" dial={card.call.dial}>{t('help-call-number', { number: card.call.number })}</Button>
          ) : null}
        </div>
      ))}
      {left > 0 ? <Button kind="second" press={() => show(shown + ROWS)}>{t('help-show-more', { count: String(left) })}</Button> : null}
    </section>
  );
}

/** In danger nothing stands above 999. */
function emergencyFirst(cards: ContactCard[]): ContactCard[] {
  return [...cards].sort((first, second) => Number(second.call?.dial === '999') - Number(first.call?.dial === '999'));
}

function Heading({ group: { kind }, found: { near }, filters }: { group: HelpGroup; found: HelpFound; filters: HelpFilters }) {
  const on = FILTERS.filter((filter) => filters[filter]);
  const [only] = on;
  switch (kind) {
    case 'not-known':
      return (
        <div class="not-known">
          <Notice sign="unknown">
            <h2>{t('help-group-not-known')}</h2>
            <p>{t(on.length === 1 && only ? `help-group-not-known-${only.replace('_', '-')}` : 'help-group-not-known-many')}</p>
          </Notice>
        </div>
      );
    case 'near':
      return <h2>{near ? t('help-group-near', { town: near.town }) : t('help-group-near-anywhere')}</h2>;
    case 'first':
      return <><h2>{t('help-group-first')}</h2><p>{t('help-group-first-words')}</p><p class="quiet small help-warning">{t('help-reach-warning')}</p></>;
    case 'closed':
      return <><h2>{t('help-group-closed')}</h2><p class="quiet help-warning">{t('help-group-closed-words')}</p></>;
    default:
      return <h2>{t(`help-group-${kind}`)}</h2>;
  }
}
