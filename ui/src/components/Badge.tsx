import type { ComponentChildren } from 'preact';
import { Sign } from './Drawing.tsx';
import './Badge.css';

/** How far to trust something. Each has its own shape and its own word; colour only repeats them. */
export type Shape = 'machine' | 'draft' | 'checked' | 'approved' | 'old' | 'not-phoned' | 'test';

const SIGNS: Record<Shape, string> = {
  machine: 'machine',
  test: 'machine',
  draft: 'pen',
  checked: 'checked',
  approved: 'approved',
  old: 'clock',
  'not-phoned': 'call',
};

/** A badge: shape, word, colour, in that order of weight. */
export function Badge({ shape, children }: { shape: Shape; children: ComponentChildren }) {
  return <p class={`badge badge-${shape}`}><Sign name={SIGNS[shape]} /><span>{children}</span></p>;
}
