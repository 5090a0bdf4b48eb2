import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Refused } from '../door/index.ts';
import { t } from '../words/index.ts';
import { Sign } from './Drawing.tsx';
import './Notice.css';

interface NoticeProps {
  /** `quiet`: what is not known or did not work. `warn`: old or not phoned. `ok`: saved. `draft`: not checked. */
  kind?: 'quiet' | 'warn' | 'ok' | 'draft';
  sign?: string;
  /** Read out at once by a screen reader. */
  now?: boolean;
  children: ComponentChildren;
}

const SIGNS = { quiet: 'ask', warn: 'clock', ok: 'tick', draft: 'machine' };

/** A message on a surface of its own. Never red: red is for danger signs. */
export function Notice({ kind = 'quiet', sign = SIGNS[kind], now = false, children }: NoticeProps) {
  const box = useRef<HTMLDivElement>(null);
  // The button that was pressed stands at the foot; what did not work must be seen.
  useEffect(() => {
    if (now) box.current?.scrollIntoView({ block: 'nearest' });
  }, [now]);
  return (
    <div ref={box} class={`notice notice-${kind}`} {...(now ? { role: kind === 'ok' ? 'status' : 'alert' } : {})}>
      <Sign name={sign} />
      <div>{children}</div>
    </div>
  );
}

/** What went wrong, in plain words, with a way on. Anything that is not from the core is "unexpected". */
export function ErrorNotice({ error, children }: { error: unknown; children?: ComponentChildren }) {
  return <Notice now><p>{errorWords(error)}</p>{children}</Notice>;
}

/** The plain words of an error. */
export function errorWords(error: unknown): string {
  if (!(error instanceof Refused)) return t('errors-unexpected');
  if (error.code === 'weekday-disagrees') {
    const { said = '', is = '' } = error.args;
    return t(error.messageId, { said: t(`calendar-weekday-${said}`), is: t(`calendar-weekday-${is}`) });
  }
  return t(error.messageId, error.args);
}
