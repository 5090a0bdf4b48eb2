//! The visit that is being typed. It is kept while the app is open, so that neither Hide nor a step back loses a word; it ends when
//! it is saved or thrown away, and when it is locked.

import { useEffect, useState } from 'preact/hooks';
import type { BackLink } from '../../../components/Page.tsx';
import type { Visit, VisitDraft } from '../../../door/index.ts';
import { onLock } from '../../../lock/index.ts';
import { go, here, up } from '../../../router/index.ts';
import { t } from '../../../words/index.ts';

export interface Draft {
  fields: VisitDraft;
  /** The letter gives no time: answered, and so not asked again. */
  timeNotThere: boolean;
  /** The visit that is changed, with the revision she saw. */
  editing?: { id: string; revision: number };
  /** How deep the screen lies from which she came. */
  from: number;
}

const STEPS = ['kind', 'day', 'time', 'place', 'phone', 'check'] as const;

/** A question of the flow. */
export type Step = (typeof STEPS)[number];

const PATHS: Record<Step, string> = {
  kind: '/visits/add',
  day: '/visits/add/day',
  time: '/visits/add/time',
  place: '/visits/add/place',
  phone: '/visits/add/phone',
  check: '/visits/add/check',
};

let draft: Draft | undefined;
const listeners = new Set<() => void>();

/** Begins a new visit, or goes on with one that was not saved yet. */
export function begin(): void {
  if (!draft || draft.editing) draft = { fields: {}, timeNotThere: false, from: 0 };
  draft.from = Math.max(0, here().depth - 1);
}

/** Begins a change of a saved visit, from its own screen. */
export function edit(visit: Visit, step: Step = 'check'): void {
  draft = {
    fields: clean(visit.draft),
    timeNotThere: visit.card.time === null,
    editing: { id: visit.card.id, revision: visit.revision },
    from: here().depth,
  };
  // The check page lies behind a single question, so that the way back from it is the way on.
  go(PATHS.check);
  if (step !== 'check') go(`${PATHS[step]}?from=check`);
}

/** Throws the draft away. */
export function discard(): void {
  draft = undefined;
}

onLock(discard);

/** What a question needs: the draft, a way to change it, its place in the row. */
export interface StepTools {
  draft: Draft;
  set: (fields: Partial<VisitDraft>, more?: Partial<Pick<Draft, 'timeNotThere'>>) => void;
  place: { at: number; of: number };
  back: BackLink;
  next: () => void;
}

/** The question at a step; nothing where no draft is open, for then she is sent to the visits. */
export function useStep(step: Step, query: URLSearchParams): StepTools | undefined {
  const [, redraw] = useState(0);
  const [ready] = useState(() => {
    if (step === 'kind' && query.get('from') !== 'check') begin();
    return draft !== undefined;
  });
  useEffect(() => {
    const drawn = () => redraw((count) => count + 1);
    listeners.add(drawn);
    if (!ready) go('/visits', { replace: true });
    return () => void listeners.delete(drawn);
  }, [ready]);
  if (!draft) return undefined;
  const at = STEPS.indexOf(step);
  const fromCheck = query.get('from') === 'check';
  return {
    draft,
    set: (fields, more) => {
      if (draft) draft = { ...draft, ...more, fields: clean({ ...draft.fields, ...fields }) };
      for (const listener of listeners) listener();
    },
    place: { at: at + 1, of: STEPS.length },
    back: fromCheck ? { words: t('visits-step-check'), to: PATHS.check } : before(draft, at),
    next: () => {
      if (fromCheck) up(PATHS.check);
      else go(PATHS[STEPS[at + 1] ?? 'check']);
    },
  };
}

/** The path of a question, to change its answer and come back to the check page. */
export function toChange(step: Step): string {
  return `${PATHS[step]}?from=check`;
}

function before({ editing }: Draft, at: number): BackLink {
  const step = STEPS[at - 1];
  if (editing) return { words: t('visits-question-change'), to: `/visits/${editing.id}` };
  return step ? { words: t(`visits-step-${step}`), to: PATHS[step] } : { words: t('visits-back-list'), to: '/visits' };
}

/** A field that was emptied, or that the core sent as null, is absent. */
function clean(fields: Record<string, unknown>): VisitDraft {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ''));
}

/** Digits of any script as Latin ones; anything else is dropped. */
export function digits(text: string): string {
  return Array.from(text, latinDigit).join('');
}

function latinDigit(letter: string): string {
  const code = letter.charCodeAt(0);
  for (const zero of [0x30, 0x660, 0x6f0]) if (code >= zero && code < zero + 10) return String(code - zero);
  return '';
}

/** Within one question, a new list begins at its top. */
export function toTop(): void {
  window.scrollTo(0, 0);
  document.querySelector('h1')?.focus({ preventScroll: true });
}
