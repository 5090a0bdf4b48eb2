import type { ComponentChildren } from 'preact';
import { Spans } from '../../components/index.ts';
import type { Letter } from '../../door/index.ts';
import { t } from '../../words/index.ts';
import './money.css';
import './letter.css';

/** A sheet of paper with a folded corner. What stands on it is English, for staff. */
export function Sheet({ large = false, children }: { large?: boolean; children: ComponentChildren }) {
  return (
    <section class={large ? 'sheet sheet-large' : 'sheet'} lang="en" dir="ltr" aria-label={t('money-letter-sheet')}>
      <span class="sheet-corner" />
      {children}
    </section>
  );
}

/** The letter as it is made now. */
export function LetterLines({ letter: { written, lines } }: { letter: Letter }) {
  return (
    <>
      <p class="sheet-date">{written.day} {written.month} {written.year}</p>
      {lines.map((line) => (
        <p key={line.id} class={`sheet-${line.id}`}><Spans spans={line.english} /></p>
      ))}
    </>
  );
}

/** A letter that was saved: the text as it was. */
export function SavedLines({ text }: { text: string }) {
  const [date = '', ...lines] = text.split('\n').filter((line) => line.trim() !== '');
  return (
    <>
      <p class="sheet-date">{date}</p>
      {lines.map((line, at) => (
        <p key={at} class={at === 0 ? 'sheet-greeting' : /^name:\s*$/i.test(line) ? 'sheet-name' : ''}>{line.replace(/:\s*$/, '')}</p>
      ))}
    </>
  );
}
