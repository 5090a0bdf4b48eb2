import { useState } from 'preact/hooks';
import type { Pair } from '../door/index.ts';
import { readsEnglish, t } from '../words/index.ts';
import { Button } from './Button.tsx';
import { English, Hers } from './SentencePair.tsx';

interface LinesProps {
  pairs: Pair[];
  /** English stands under each line. */
  english: boolean;
  class?: string;
}

/** Sentences; where English is off, it is one touch away for each group of them. */
export function Lines({ pairs, english: always, class: more = '' }: LinesProps) {
  const [asked, setAsked] = useState(false);
  const english = always || asked;
  return (
    <div class={`lines ${more}`}>
      {pairs.map((pair, at) => <Line key={at} pair={pair} english={english} />)}
      {always || readsEnglish() ? null : (
        <Button kind="link" small press={() => setAsked(!asked)}>{t(asked ? 'rights-article-english-away' : 'rights-article-english-here')}</Button>
      )}
    </div>
  );
}

function Line({ pair, english }: { pair: Pair; english: boolean }) {
  // A sentence that nobody has translated is English already.
  if (!readsEnglish() && same(pair)) return <div class="pair"><p lang="en" dir="ltr"><English pair={pair} /></p></div>;
  return (
    <div class="pair">
      <p><Hers pair={pair} /></p>
      {english && !readsEnglish() ? <p class="pair-english" lang="en" dir="ltr"><English pair={pair} /></p> : null}
    </div>
  );
}

function same(pair: Pair): boolean {
  return JSON.stringify(pair.hers) === JSON.stringify(pair.english);
}
