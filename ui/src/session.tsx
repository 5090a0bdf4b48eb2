//! What every screen knows: her settings, the languages, the state of her files. One call opens it all.

import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useRef, useState } from 'preact/hooks';
import { ask, type AnswerTo, type Ask, type ErrorCode, type Language, type Opened, type Settings, type SettingsChange, type With } from './door/index.ts';

/** The open app, for its screens. */
export interface Session {
  settings: Settings;
  languages: Language[];
  channel: Opened['channel'];
  /** What is wrong with her files, if anything. */
  trouble: ErrorCode | null;
  /** Goes up when an update has come: then what a screen shows is asked for again. */
  edition: number;
  /** Today as it came with the first call; once, for the first time that Today is shown. */
  takeToday: () => Opened['today'] | undefined;
  /** Changes settings; words, text size and colours follow. Throws `Refused`. */
  change: (change: SettingsChange) => Promise<void>;
  /** Opens anew, after something that changes everything (start again, delete everything). */
  reopen: (opened?: Opened) => Promise<void>;
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** The open app. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('a screen stands outside the app');
  return session;
}

/** An answer of the core on its way to a screen. */
export interface Asked<A extends Ask> {
  answer: AnswerTo<A> | undefined;
  error: unknown;
  /** Asks again. */
  again: () => void;
  /** Puts a newer answer in its place, such as the one to a change. */
  set: (answer: AnswerTo<A>) => void;
}

/** Asks the core when a screen appears, when the question changes and when an update has come. Until the answer is there, nothing is drawn: it takes milliseconds. */
export function useAsk<A extends Ask>(name: A, carries: With<A>, known?: AnswerTo<A>): Asked<A> {
  const [state, setState] = useState<{ answer?: AnswerTo<A> | undefined; error?: unknown }>({ answer: known });
  const question = JSON.stringify(carries);
  const latest = useRef(0);
  const skip = useRef(known !== undefined);
  const edition = useContext(SessionContext)?.edition;
  const again = useCallback(() => {
    const mine = ++latest.current;
    ask(name, JSON.parse(question) as With<A>).then(
      (answer) => { if (mine === latest.current) setState({ answer }); },
      (error: unknown) => { if (mine === latest.current) setState((before) => ({ ...before, error })); },
    );
  }, [name, question]);
  useEffect(() => {
    if (skip.current) skip.current = false;
    else again();
    return () => { latest.current++; };
  }, [again, edition]);
  return { answer: state.answer, error: state.error, again, set: (answer) => { latest.current++; setState({ answer }); } };
}
