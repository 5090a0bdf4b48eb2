import { h, type VNode } from 'preact';
import { pictures, signs } from 'virtual:icons';
import './Drawing.css';

type Node = [string, Record<string, string>, Node[]?];

interface PictureProps {
  /** A file of `assets/icons/pictures/`. An unknown name draws nothing: words stand beside every picture. */
  name: string;
  /** Its side in CSS pixels at 100 % text; it grows with the text. */
  size?: 36 | 40 | 44 | 52 | 60 | 72;
}

/** A picture: 48 grid, one honey fill. It says nothing that the word beside it does not. */
export function Picture({ name, size = 40 }: PictureProps) {
  const drawing = pictures[name];
  return drawing ? (
    <svg class={`picture picture-${size}`} viewBox="0 0 48 48" aria-hidden="true">{drawing.map(draw)}</svg>
  ) : null;
}

/** A picture on its grey plate. It goes at large text: the words never shrink. */
export function Plate({ name, large = false }: { name: string; large?: boolean }) {
  return <span class={large ? 'plate plate-large' : 'plate'}><Picture name={name} size={large ? 72 : 44} /></span>;
}

/** Signs that point along the line of reading; they turn around in a right-to-left page. */
const POINTING = new Set(['back', 'next']);

/** A sign: 24 grid, a line in the colour of its words. */
export function Sign({ name, size = 24 }: { name: string; size?: 20 | 24 | 26 | 28 }) {
  const drawing = signs[name];
  const pointing = POINTING.has(name) ? ' sign-points' : '';
  return drawing ? (
    <svg class={`sign sign-${size}${pointing}`} viewBox="0 0 24 24" aria-hidden="true">{drawing.map(draw)}</svg>
  ) : null;
}

function draw([tag, attributes, children]: Node): VNode {
  return h(tag, attributes, children?.map(draw));
}
