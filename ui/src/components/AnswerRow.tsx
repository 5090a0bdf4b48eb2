import type { ComponentChildren } from 'preact';
import type { Pair } from '../door/index.ts';
import { t } from '../words/index.ts';
import { Picture, Sign } from './Drawing.tsx';
import { English, Hers } from './SentencePair.tsx';
import './AnswerRow.css';

interface AnswerRowProps {
  picture: string;
  question: string;
  /** What is known, as sentences. */
  known?: Pair[];
  /** What she can ask, in English, where something is not known. */
  ask?: Pair[];
  children?: ComponentChildren;
}

/** A question with its answer. What nobody has told her says so, with a sentence to say. */
export function AnswerRow({ picture, question, known = [], ask = [], children }: AnswerRowProps) {
  const unknown = known.length === 0 && !children;
  return (
    <div class="answer-row">
      <Picture name={picture} size={36} />
      <div>
        <h3>{question}</h3>
        {children}
        {known.map((pair, at) => <p key={at} class="answer-known"><Hers pair={pair} /></p>)}
        {ask.length > 0 ? (
          <>
            <p class="answer-ask"><Sign name="unknown" /><span>{unknown ? t('visits-answer-unknown') : t('visits-answer-ask')}</span></p>
            {ask.map((pair, at) => <ToSay key={at} pair={pair} />)}
          </>
        ) : unknown ? (
          <p class="answer-ask"><Sign name="unknown" /><span>{t('visits-answer-nothing')}</span></p>
        ) : null}
      </div>
    </div>
  );
}

/** A sentence to say in English, behind a honey bar, with her language under it. */
export function ToSay({ pair }: { pair: Pair }) {
  return (
    <blockquote class="to-say">
      <p lang="en" dir="ltr"><strong>“<English pair={pair} />”</strong></p>
      {sameWords(pair) ? null : <p class="quiet small"><Hers pair={pair} /></p>}
    </blockquote>
  );
}

function sameWords(pair: Pair): boolean {
  return pair.hers.map((span) => span.text).join('') === pair.english.map((span) => span.text).join('');
}
