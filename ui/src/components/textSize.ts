//! Large text: from 1.3 times on, or where the labels of the bottom bar do not fit, fixed bars would hide the screen.

import { useEffect, useState } from 'preact/hooks';

const LARGE = 1.3;

let overflowing = false;
const listeners = new Set<() => void>();

/** The text size in use: her setting times the browser's own. */
function scale(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
}

/** Sets her own text size on the page. */
export function setTextSize(percent: number): void {
  const page = document.documentElement;
  page.classList.remove('text-130', 'text-160', 'text-200');
  if (percent > 100) page.classList.add(`text-${percent >= 200 ? 200 : percent >= 160 ? 160 : 130}`);
  overflowing = false;
  tell();
}

/** Looks whether a bar's labels fit; once they do not, the text counts as large until its size changes. */
export function labelsOverflow(bar: HTMLElement | null): void {
  const tight = bar !== null && [...bar.children].some((place) => place.scrollWidth > place.clientWidth + 1);
  if (!tight || overflowing) return;
  overflowing = true;
  tell();
}

/** Whether the text is large. */
export function useLargeText(): boolean {
  const [large, set] = useState(isLarge);
  useEffect(() => {
    const look = () => set(isLarge());
    const resized = () => {
      overflowing = false;
      look();
    };
    listeners.add(look);
    window.addEventListener('resize', resized);
    look();
    return () => {
      listeners.delete(look);
      window.removeEventListener('resize', resized);
    };
  }, []);
  useEffect(() => void document.documentElement.classList.toggle('large', large), [large]);
  return large;
}

function isLarge(): boolean {
  return overflowing || scale() > LARGE - 0.01;
}

function tell(): void {
  for (const listener of listeners) listener();
}
