import type { Pair, Span } from '../door/index.ts';
import { readsEnglish } from '../words/index.ts';
import './SentencePair.css';

/** Words with the strong ones bold. */
export function Spans({ spans }: { spans: Span[] }) {
  return <>{spans.map((span, at) => (span.strong ? <strong key={at} {...ownWay(span.text)}>{span.text}</strong> : span.text))}</>;
}

/** A sum or a name in Latin letters keeps its own direction and language inside any sentence. */
function ownWay(text: string): { lang?: string; dir?: 'ltr' } {
  if (/[\u0600-\u06ff\u1200-\u139f]/.test(text)) return {};
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
