import type { ComponentChildren, JSX } from 'preact';
import { to as href } from '../router/index.ts';

export interface PressProps {
  /** A path of the app: then it is a link. */
  to?: string | undefined;
  /** A phone number for `tel:`, digits and a plus: then it is a link that calls. */
  dial?: string | undefined;
  /** What to do: then it is a button. */
  press?: (() => void) | undefined;
  /** Submits the form that it stands in. */
  submit?: boolean | undefined;
  /** Whether it is chosen, for something that is chosen or not. */
  pressed?: boolean | undefined;
  /** Whether what it opens is open. */
  expanded?: boolean | undefined;
  /** Whether it stands for where she is. */
  current?: boolean | undefined;
  /** The name for a screen reader where the words on it do not say enough. */
  label?: string | undefined;
  id?: string | undefined;
  class?: string | undefined;
  children?: ComponentChildren;
}

/** Anything that can be pressed: a link where it goes somewhere, a button where it does something. */
export function Press({ to, dial, press, submit, pressed, expanded, current, label, children, ...rest }: PressProps): JSX.Element {
  const name = label === undefined ? {} : { 'aria-label': label };
  if (to !== undefined || dial !== undefined) {
    const here = current ? { 'aria-current': 'page' as const } : {};
    const click = press ? { onClick: press } : {};
    return <a {...rest} {...name} {...here} {...click} href={to === undefined ? `tel:${dial ?? ''}` : href(to)}>{children}</a>;
  }
  const state = {
    ...(pressed === undefined ? {} : { 'aria-pressed': pressed }),
    ...(expanded === undefined ? {} : { 'aria-expanded': expanded }),
  };
  return <button {...rest} {...name} {...state} type={submit ? 'submit' : 'button'} onClick={press}>{children}</button>;
}
