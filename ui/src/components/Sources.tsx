import type { ContactCard, Page, PageSource } from '../door/index.ts';
import { t } from '../words/index.ts';
import { Button } from './Button.tsx';
import { EnglishDay, wholeDay } from './DayText.tsx';
import { Notice } from './Notice.tsx';
import './Sources.css';

/** More than this many sources are folded away under their number. */
const FEW = 4;

/** Where a page comes from: hosts with their own dates, when we read them, and for which nations it holds. */
export function Sources({ page }: { page: Page }) {
  const { checked, nations } = page;
  const sources = onceEach(page.sources);
  return (
    <section class="sources">
      <h2>{t('rights-sources-title')}</h2>
      <details {...(sources.length <= FEW ? { open: true } : {})}>
        <summary>{t('rights-sources-count', { count: String(sources.length) })}</summary>
        <ul>
          {sources.map(({ host, dated }) => (
            <li key={`${host} ${dated}`}>
              <bdi lang="en" dir="ltr" class="source-host">{host}</bdi>
              <span class="source-date"><SourceDate dated={dated} /></span>
            </li>
          ))}
        </ul>
      </details>
      <p>
        {t('rights-sources-checked')} <EnglishDay day={checked} />
        {checked.hers ? <span class="source-date">{wholeDay(checked)}</span> : null}
      </p>
      <p>{t('rights-sources-nations', { nations: nations.map(nation).reduce((first, second) => t('rights-sources-and', { first, second })) })}</p>
    </section>
  );
}

/** Past its review date: said before anything is read, with a free line for who wants to ask. */
export function MayHaveChanged({ page, contacts = [] }: { page: Page; contacts?: ContactCard[] }) {
  if (!page.past_review) return null;
  const free = contacts.find(({ call, closed }) => call?.free && !closed);
  return (
    <Notice kind="warn">
      <p>{t('rights-sources-old')}</p>
      {free?.call ? <Button kind="second" small sign="call" dial={free.call.dial}>{t('rights-sources-old-call', { name: free.name })}</Button> : null}
    </Notice>
  );
}

const UNDATED = 'undated';

/** The date that a source gives itself: English data, whatever she reads. */
function SourceDate({ dated }: { dated: string }) {
  if (dated === UNDATED) return <>{t('rights-sources-undated')}</>;
  const [before = '', after = ''] = t('rights-sources-dated', { date: '\n' }).split(/[\u2068\u2069]*\n[\u2068\u2069]*/);
  return <>{before}<bdi lang="en" dir="ltr">{dated}</bdi>{after}</>;
}

/** A name of a nation in her language; an unknown one as it stands. */
function nation(name: string): string {
  const id = `help-nation-${name.toLowerCase().replace(/ /g, '-')}`;
  const words = t(id);
  return words === id ? name : words;
}

/** Several pages of one host with the same date are one line. */
function onceEach(sources: PageSource[]): PageSource[] {
  return sources.filter((source, at) => sources.findIndex(({ host, dated }) => host === source.host && dated === source.dated) === at);
}
