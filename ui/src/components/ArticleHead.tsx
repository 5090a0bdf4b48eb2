import type { ContactCard, Page } from '../door/index.ts';
import { readsEnglish } from '../words/index.ts';
import { Plate } from './Drawing.tsx';
import { MayHaveChanged } from './Sources.tsx';
import { TranslationBadge } from './TranslationBadge.tsx';
import './ArticleHead.css';

/** The head of a page of the content: drawing, title, its English, how the text came to be, and whether it may have changed. */
export function ArticleHead({ page, contacts = [] }: { page: Page; contacts?: ContactCard[] }) {
  return (
    <>
      <div class="article-head">
        <Plate name={page.picture} />
        <div>
          <h1 tabIndex={-1}>{page.title}</h1>
          {readsEnglish() ? null : <p class="article-english" lang="en" dir="ltr">{page.title_english}</p>}
        </div>
      </div>
      <div class="article-status"><TranslationBadge status={page.status} /></div>
      <MayHaveChanged page={page} contacts={contacts} />
    </>
  );
}
