import { Press, type PressProps } from './Press.tsx';
import { Sign } from './Drawing.tsx';
import './Button.css';

interface ButtonProps extends PressProps {
  /**
   * `first`: solid teal, one a screen at most. `second`: a teal line. `link`: words with a line under them. `urgent`: solid red,
   * for "Call 999" and nothing else. `urgent-second`: red words and line, for whom else to call about a danger sign.
   */
  kind?: 'first' | 'second' | 'link' | 'urgent' | 'urgent-second';
  /** 48 px high instead of 56. */
  small?: boolean;
  /** A sign before the words. */
  sign?: string | undefined;
  /** A chevron after the words. */
  goesOn?: boolean;
}

/** A button with words on it. */
export function Button({ kind = 'first', small, sign, goesOn, children, class: more, ...press }: ButtonProps) {
  return (
    <Press {...press} class={`button button-${kind}${small ? ' button-small' : ''}${more ? ` ${more}` : ''}`}>
      {sign ? <Sign name={sign} /> : null}
      <span>{children}</span>
      {goesOn ? <Sign name="next" /> : null}
    </Press>
  );
}
