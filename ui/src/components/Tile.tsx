import type { ComponentChildren } from 'preact';
import { Picture, Sign } from './Drawing.tsx';
import { Press, type PressProps } from './Press.tsx';
import './Tile.css';

interface TileProps extends PressProps {
  picture: string;
  size?: 40 | 44 | 52;
  /** Across the whole width, picture beside the words. */
  wide?: boolean;
}

/** A tile: a picture above a short word. With `pressed` it is one of several to choose from. */
export function Tile({ picture, size = 40, wide, children, pressed, ...press }: TileProps) {
  return (
    <Press {...press} pressed={pressed} class={`tile${wide ? ' tile-wide' : ''}${pressed ? ' tile-on' : ''}`}>
      <Picture name={picture} size={size} />
      <strong>{children}</strong>
      {pressed ? <span class="tick-disc"><Sign name="tick" size={20} /></span> : null}
    </Press>
  );
}

/** Tiles in two columns; one column at large text. */
export function Tiles({ children }: { children: ComponentChildren }) {
  return <div class="tiles">{children}</div>;
}
