import { useRef, useState } from 'preact/hooks';
import { Button, ErrorNotice, Field, Notice, Page, PressRow, Section, Spans } from '../../components/index.ts';
import type { SearchFound, SearchHit } from '../../door/index.ts';
import { here } from '../../router/index.ts';
import { useAsk } from '../../session.tsx';
import { t } from '../../words/index.ts';
import { ContactRow } from '../help/ContactRow.tsx';
import { VisitRow } from '../visits/VisitRow.tsx';
import { keepWords, wordsOf } from './kept.ts';
import './Search.css';

/** One search over everything: her visits, rights, people, cards, danger signs. */
export function Search() {
  const [step] = useState(() => here().key);
  const [words, setWords] = useState(() => wordsOf(step));
  const [typed, setTyped] = useState(words);
  const { answer: found, error } = useAsk('search', { words });
  const results = useRef<HTMLDivElement>(null);
  const find = () => {
    keepWords(step, typed.trim());
    setWords(typed.trim());
    results.current?.scrollIntoView({ block: 'start' });
  };
  return (
    <Page title={t('today-search-title')} class="search">
      <form role="search" noValidate onSubmit={(event) => { event.preventDefault(); find(); }}>
        <Field label={t('today-search-field')} hint={t('today-search-hint')} value={typed} change={setTyped} most={200} />
        <div class="buttons"><Button submit sign="search">{t('today-search-go')}</Button></div>
      </form>
      <div ref={results} class="search-results">
        {error ? <ErrorNotice error={error} /> : null}
        {found && words !== '' ? <Results found={found} /> : null}
      </div>
    </Page>
  );
}

function Results({ found: { hits, near } }: { found: SearchFound }) {
  return (
    <Section>
      <p class="quiet small" role="status">{t('today-search-count', { count: String(hits.length) })}</p>
      {near ? <p class="quiet small">{t('today-search-near', { place: near.outcode ?? near.town })}</p> : null}
      {hits.map((hit) => <Result key={`${hit.kind} ${hit.id}`} hit={hit} />)}
      {hits.length === 0 ? (
        <>
          <Notice><p>{t('today-search-none')}</p></Notice>
          <div class="section"><PressRow picture="call" to="/help">{t('today-search-none-help')}</PressRow></div>
        </>
      ) : null}
    </Section>
  );
}

function Result({ hit }: { hit: SearchHit }) {
  if (hit.visit) return <div class="visit-rows"><VisitRow card={hit.visit} /></div>;
  if (hit.contact) return <ContactRow card={hit.contact} />;
  const english = hit.language === 'en-GB';
  return (
    <PressRow
      picture={hit.picture}
      to={placeOf(hit)}
      class={hit.kind === 'danger' ? 'search-danger' : ''}
      detail={
        <>
          <span class="search-kind">{t(`today-search-kind-${hit.kind}`)}</span>
          {hit.past_review ? <span class="search-old">{t('rights-sources-old')}</span> : null}
          {hit.snippet.length > 0 ? <span class="search-snippet" {...(english ? { lang: 'en', dir: 'ltr' } : {})}><Spans spans={hit.snippet} /></span> : null}
        </>
      }
    >
      <span {...(english ? { lang: 'en', dir: 'ltr' as const } : {})}>{hit.title}</span>
    </PressRow>
  );
}

/** Where a result leads. */
function placeOf({ kind, id, table }: SearchHit): string {
  switch (kind) {
    case 'article':
      return `/rights/${id}`;
    case 'card':
      return `/cards/${id}`;
    case 'danger':
      return '/danger';
    case 'timeline':
      return `/visits/expected/${id}`;
    case 'visit-kind':
      return `/visits/kind/${id}`;
    case 'guide':
      return table === null ? '/money' : `/money/questions/${table}`;
    case 'contact':
      return `/help/contact/${id}`;
    case 'visit':
      return `/visits/${id}`;
  }
}
