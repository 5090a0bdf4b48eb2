import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { Back, type BackLink, useArrival } from './Page.tsx';
import { Button } from './Button.tsx';
import { Trail } from './Trail.tsx';
import './Question.css';

interface QuestionProps {
  /** The question itself. */
  title: string;
  hint?: string | undefined;
  /** Which step of how many. */
  step?: { at: number; of: number };
  back?: BackLink | undefined;
  /** What the one button says. */
  next: string;
  nextSign?: string | undefined;
  onNext: () => void;
  /** Something above the heading, such as "Saved on this phone". */
  above?: ComponentChildren;
  children: ComponentChildren;
}

/** One question with one way on. The Next bar takes the place of the bottom bar, so that it is never below the fold. */
export function Question({ title, hint, step, back, next, nextSign, onNext, above, children }: QuestionProps) {
  const page = useArrival<HTMLFormElement>();
  useLayoutEffect(() => {
    document.documentElement.classList.add('asking');
    return () => document.documentElement.classList.remove('asking');
  }, []);
  return (
    <form
      class="question"
      noValidate
      ref={page}
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      <div class="page">
        {back ? <Back {...back} /> : null}
        {step ? <Trail {...step} /> : null}
        {above}
        <h1 tabIndex={-1}>{title}</h1>
        {hint ? <p class="page-sub">{hint}</p> : null}
        <div class="question-body">{children}</div>
      </div>
      <div class="next-bar">
        <div>
          <Button submit {...(nextSign ? { sign: nextSign } : { goesOn: true })}>{next}</Button>
        </div>
      </div>
    </form>
  );
}
