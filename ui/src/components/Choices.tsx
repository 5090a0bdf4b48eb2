import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Sign } from './Drawing.tsx';
import './Choices.css';

interface Choice<V> {
  value: V;
  words: ComponentChildren;
  detail?: ComponentChildren;
}

interface ChoicesProps<V> {
  /** The question; hidden from view where a heading already asks it. */
  question: string;
  hidden?: boolean;
  choices: Choice<V>[];
  value: V | undefined;
  choose: (value: V) => void;
}

/** One of several, as a list of rows that share hairlines. */
export function Choices<V extends string | number | boolean>({ question, hidden, choices, value, choose }: ChoicesProps<V>) {
  const name = useId();
  return (
    <fieldset class="choices">
      <legend class={hidden ? 'off-screen' : ''}>{question}</legend>
      <div class="choices-list">
        {choices.map((choice) => (
          <label key={String(choice.value)} class={choice.value === value ? 'choice choice-on' : 'choice'}>
            <input type="radio" name={name} checked={choice.value === value} onChange={() => choose(choice.value)} />
            <span class="choice-words">
              <span>{choice.words}</span>
              {choice.detail ? <span class="choice-detail">{choice.detail}</span> : null}
            </span>
            {choice.value === value ? <span class="tick-disc"><Sign name="tick" size={20} /></span> : null}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** On or off: a row with its words and the state in words. */
export function Switch({ on, turn, children, detail }: { on: boolean; turn: (on: boolean) => void; children: ComponentChildren; detail?: ComponentChildren }) {
  return (
    <label class={on ? 'choice switch choice-on' : 'choice switch'}>
      <input type="checkbox" checked={on} onChange={(event) => turn(event.currentTarget.checked)} />
      <span class="choice-words">
        <strong>{children}</strong>
        {detail ? <span class="choice-detail">{detail}</span> : null}
      </span>
      <span class={on ? 'tick-disc' : 'tick-disc tick-disc-off'}>{on ? <Sign name="tick" size={20} /> : null}</span>
    </label>
  );
}
