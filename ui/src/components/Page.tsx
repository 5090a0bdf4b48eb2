import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { here, heightOf, to as href, up } from '../router/index.ts';
import { Sign } from './Drawing.tsx';
import './Page.css';

interface PageProps {
  /** The heading, which takes the focus when she comes here. Without it the page brings an `h1` of its own. */
  title?: ComponentChildren;
  /** A line above the heading. */
  above?: ComponentChildren;
  /** A line under the heading. */
  sub?: ComponentChildren;
  /** The link up: the name of the screen that it goes to. */
  back?: BackLink | undefined;
  /** A drawing at the end of the heading. */
  end?: ComponentChildren;
  class?: string;
  children?: ComponentChildren;
}

/** A link up. */
export interface BackLink {
  words: string;
  to: string;
}

/** A screen's page: the link up, the heading, the content. */
export function Page({ title, above, sub, back, end, children, class: more = '' }: PageProps) {
  const page = useArrival<HTMLDivElement>();
  return (
    <div class={`page ${more}`} ref={page}>
      {back ? <Back {...back} /> : null}
      {title === undefined ? null : (
        <div class="page-head">
          <div>
            {above ? <p class="page-above">{above}</p> : null}
            <h1 tabIndex={-1}>{title}</h1>
            {sub ? <p class="page-sub">{sub}</p> : null}
          </div>
          {end}
        </div>
      )}
      {children}
    </div>
  );
}

/** The link up, above a heading. */
export function Back({ words, to }: BackLink) {
  return (
    <a class="back" href={href(to)} onClick={(event) => { event.preventDefault(); up(to); }}>
      <Sign name="back" /><span>{words}</span>
    </a>
  );
}

let first = true;

/** On arrival: the heading takes the focus and the screen stands where she left it. Not when the app opens. */
export function useArrival<E extends HTMLElement>() {
  const page = useRef<E>(null);
  useEffect(() => {
    const height = heightOf(here().key);
    window.scrollTo(0, height);
    // What is still being drawn may make the page longer; a second look is enough.
    if (height > 0) requestAnimationFrame(() => window.scrollTo(0, height));
    if (!first) page.current?.querySelector('h1')?.focus({ preventScroll: true });
    first = false;
  }, []);
  return page;
}

/** A section with its heading. */
export function Section({ title, children, id }: { title?: string; children: ComponentChildren; id?: string }) {
  return (
    <section class="section" {...(id === undefined ? {} : { id })}>
      {title ? <h2>{title}</h2> : null}
      {children}
    </section>
  );
}

/** A reading surface. */
export function Card({ children, class: more = '' }: { children: ComponentChildren; class?: string }) {
  return <div class={`card ${more}`}>{children}</div>;
}
