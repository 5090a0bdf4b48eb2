import type { ComponentChildren } from 'preact';
import { Picture, Sign } from './Drawing.tsx';
import { Press, type PressProps } from './Press.tsx';
import './PressRow.css';

interface PressRowProps extends PressProps {
  picture?: string | undefined;
  sign?: string | undefined;
  /** A second line, or several. */
  detail?: ComponentChildren;
  /** The sign at its end: a chevron unless it says otherwise. */
  end?: string | undefined;
  /** A dashed line: something that she can add. */
  empty?: boolean | undefined;
}

/** A row that goes somewhere: picture, words, chevron. */
export function PressRow({ picture, sign, detail, end = 'next', empty, children, class: more, ...press }: PressRowProps) {
  return (
    <Press {...press} class={`press-row${empty ? ' press-row-empty' : ''}${more ? ` ${more}` : ''}`}>
      {picture ? <Picture name={picture} /> : null}
      {sign ? <Sign name={sign} size={28} /> : null}
      <span class="press-row-words">
        <strong>{children}</strong>
        {detail ? <span class="press-row-detail">{detail}</span> : null}
      </span>
      <Sign name={end} />
    </Press>
  );
}
