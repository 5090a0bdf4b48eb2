import type { Pair, Span } from '../door/index.ts';
import { readsEnglish } from '../words/index.ts';
import './SentencePair.css';

/** Words with the strong ones bold. */
export function Spans({ spans }: { spans: Span[] }) {
  return <>{spans.map((span, at) => (span.strong ? <strong key={at}>{span.text}</strong> : span.text))}</>;
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
