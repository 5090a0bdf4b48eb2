import { useEffect, useId, useRef } from 'preact/hooks';
import './Field.css';

interface FieldProps {
  label: string;
  /** A line under the label: what it is for, or an example. Never inside the field. */
  hint?: string | undefined;
  /** What is wrong with it, in words. */
  error?: string | undefined;
  value: string;
  change: (value: string) => void;
  kind?: 'text' | 'tel' | 'digits' | 'money' | 'long';
  /** Most characters that it takes. */
  most?: number;
  /** English letters and numbers, such as a phone number: left to right in every page. */
  ltr?: boolean;
  /** A PIN or passphrase: drawn as dots, and no keyboard learns it. */
  secret?: boolean;
  /** A narrow field, for a day or a year. */
  narrow?: boolean;
}

const MODES = { text: 'text', tel: 'tel', digits: 'numeric', money: 'decimal', long: 'text' } as const;

/** A labelled field. The label stands above, the error between label and field, tied to it. */
export function Field({ label, hint, error, value, change, kind = 'text', most, ltr = false, narrow = false, secret = false }: FieldProps) {
  const id = useId();
  const field = useRef<HTMLDivElement>(null);
  // What is wrong is where the next thing is typed.
  useEffect(() => {
    if (error) field.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, [error]);
  const told = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  const shared = {
    id,
    value,
    dir: ltr ? 'ltr' as const : 'auto' as const,
    autoComplete: 'off',
    ...(most === undefined ? {} : { maxLength: most }),
    ...(told ? { 'aria-describedby': told } : {}),
    ...(error ? { 'aria-invalid': true } : {}),
  };
  return (
    <div ref={field} class={`field${narrow ? ' field-narrow' : ''}${error ? ' field-wrong' : ''}`}>
      <label for={id}>{label}</label>
      {hint ? <p class="field-hint" id={`${id}-hint`}>{hint}</p> : null}
      {error ? <p class="field-error" id={`${id}-error`} role="alert">{error}</p> : null}
      {kind === 'long' ? (
        <textarea {...shared} rows={4} onInput={(event) => change(event.currentTarget.value)} />
      ) : (
        <input
          {...shared}
          {...(secret ? { type: 'password' as const } : {})}
          inputMode={MODES[kind]}
          autoCorrect="off"
          spellcheck={false}
          onInput={(event) => change(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
