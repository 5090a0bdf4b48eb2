import type { ComponentChildren } from 'preact';
import { Picture, Sign } from './Drawing.tsx';
import { Press, type PressProps } from './Press.tsx';
import './Chip.css';

interface ChipProps extends PressProps {
  picture?: string | undefined;
  sign?: string | undefined;
}

/** Something to switch on or off. On: a tick, bold, a teal line. */
export function Chip({ picture, sign, pressed = false, children, ...press }: ChipProps) {
  return (
    <Press {...press} pressed={pressed} class={pressed ? 'chip chip-on' : 'chip'}>
      {pressed ? <Sign name="tick" /> : picture ? <Picture name={picture} size={36} /> : sign ? <Sign name={sign} /> : null}
      <span>{children}</span>
    </Press>
  );
}

/** Chips that wrap. */
export function Chips({ label, children }: { label: string; children: ComponentChildren }) {
  return <div class="chips" role="group" aria-label={label}>{children}</div>;
}
