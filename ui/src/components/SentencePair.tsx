import type { ComponentChildren } from 'preact';
import type { Pair, Span } from '../door/index.ts';
import { readsEnglish } from '../words/index.ts';
import './SentencePair.css';

/** Words with the strong ones bold. */
export function Spans({ spans }: { spans: Span[] }) {
  // English words as a whole need no marks of their own: the element around them says what they are.
  const cut = spans.some(({ text }) => OTHER_SCRIPT.test(text)) ? runs : (text: string) => text;
  return <>{spans.map((span, at) => (span.strong ? <strong key={at} {...ownWay(span.text)}>{cut(span.text)}</strong> : cut(span.text)))}</>;
}

/** A letter of another script than that of English. */
const OTHER_SCRIPT = /(?!\p{Script=Latin})\p{L}/u;

/** A telephone number, or English words in a row, inside a sentence of another script. */
const OWN_RUN = /(\+?\d[\d ]{5,}\d|[A-Za-z][\w’'&-]*(?: [\w’'&-]+)+)/;

/** The text in pieces: what reads from left to right does so inside any sentence, and says when it is English. */
function runs(text: string): ComponentChildren {
  if (!OWN_RUN.test(text)) return text;
  return text.split(OWN_RUN).map((piece, at) => {
    if (at % 2 === 0) return piece;
    return /[A-Za-z]/.test(piece) ? <bdi key={at} lang="en" dir="ltr">{piece}</bdi> : <bdi key={at} dir="ltr">{piece}</bdi>;
  });
}

/** A sum or a name in Latin letters keeps its own direction and language inside any sentence. */
function ownWay(text: string): { lang?: string; dir?: 'ltr' } {
  if (OTHER_SCRIPT.test(text)) return {};
  return /[a-z]/i.test(text) ? { lang: 'en', dir: 'ltr' } : { dir: 'ltr' };
}

/** The words in her language. */
export function Hers({ pair }: { pair: Pair }) {
  return <Spans spans={pair.hers} />;
}

/** The words in English; the element around it says `lang="en" dir="ltr"`. */
export function English({ pair }: { pair: Pair }) {
  return <Spans spans={pair.english} />;
}

/** A statement in her language with the English that staff read under it; once where she reads English. */
export function SentencePair({ pair, answer = false }: { pair: Pair; answer?: boolean }) {
  return (
    <div class={answer ? 'pair pair-answer' : 'pair'}>
      <p><Hers pair={pair} /></p>
      {readsEnglish() ? null : <p class="pair-english" lang="en" dir="ltr"><English pair={pair} /></p>}
    </div>
  );
}
