import { type ComponentType, Fragment } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { BottomBar, type Place, PlaceTiles, WayToToday } from './components/BottomBar.tsx';
import { Header } from './components/Header.tsx';
import { setTextSize, useLargeText } from './components/textSize.ts';
import { ask, type Opened } from './door/index.ts';
import { anew } from './lock/index.ts';
import { go, type Spot, useSpot } from './router/index.ts';
import { find, type Route, type ScreenProps } from './screens/routes.ts';
import { type Session, SessionContext } from './session.tsx';
import { start } from './updates/index.ts';
import { speak } from './words/index.ts';
import { Lost } from './screens/trouble/Lost.tsx';

/** The whole app: four constants above, a screen, five places below. */
export function App({ opened: first }: { opened: Opened }) {
  const [opened, setOpened] = useState(first);
  // Everything is drawn anew when the words change, so that no sentence stays behind in another language.
  const [spoken, setSpoken] = useState(0);
  const [edition, setEdition] = useState(0);
  const today = useRef<Opened['today'] | undefined>(first.today);
  const large = useLargeText();
  const shown = useShown();

  useEffect(() => dress(opened), [opened.settings.theme, opened.settings.text_size]);

  const take = useCallback(async (next: Opened) => {
    if (next.trouble === 'locked') return anew(next);
    await speak(languageOf(next));
    today.current = undefined;
    setOpened(next);
    setSpoken((count) => count + 1);
  }, []);

  const renew = useCallback(() => {
    ask('open', {}).then((next) => {
      if (next.trouble === 'locked') return;
      setOpened(next);
      setEdition((count) => count + 1);
    }, () => undefined);
  }, []);
  // An effect runs after the paint: looking for updates never delays the first screen.
  const drawn = shown !== undefined && opened.settings.welcomed;
  useEffect(() => {
    return drawn ? start(renew) : undefined;
  }, [drawn, renew]);

  const session: Session = {
    settings: opened.settings,
    languages: opened.languages,
    channel: opened.channel,
    trouble: opened.trouble,
    edition,
    takeToday: () => {
      const taken = today.current;
      today.current = undefined;
      return taken;
    },
    change: async (change) => {
      const settings = await ask('settings-save', change);
      const next = { ...opened, settings };
      if (settings.language === opened.settings.language) setOpened(next);
      else await take(next);
    },
    reopen: async (next) => take(next ?? (await ask('open', {}))),
  };

  const firstRun = toFirstRun(opened, shown?.spot);
  useEffect(() => {
    if (firstRun) go(firstRun, { replace: true });
  }, [firstRun]);

  const { route } = shown ?? {};
  if (opened.trouble === 'locked') return <SessionContext.Provider value={session}><main><Locked /></main></SessionContext.Provider>;
  return (
    <SessionContext.Provider value={session}>
      <Fragment key={spoken}>
        {route?.handedOver ? null : <Header large={large} />}
        <main>{shown && !firstRun ? <Screen key={shown.spot.key} {...shown} /> : null}</main>
        {route?.place && !firstRun ? <Foot place={route.place} large={large} path={shown?.spot.path ?? '/'} /> : null}
      </Fragment>
    </SessionContext.Provider>
  );
}

interface Shown {
  spot: Spot;
  route: Route | undefined;
  params: Record<string, string>;
  Screen: ComponentType<ScreenProps>;
}

/** The screen of the spot, once its chunk is there. Until then the screen before it stays: nothing flashes. */
function useShown(): Shown | undefined {
  const spot = useSpot();
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    let left = false;
    const found = find(spot.path);
    const show = (Screen: ComponentType<ScreenProps>) => {
      if (!left) setShown({ spot, route: found?.route, params: found?.params ?? {}, Screen });
    };
    if (found) found.route.load().then(show, () => show(Lost));
    else show(Lost);
    return () => void (left = true);
  }, [spot]);
  return shown;
}

function Screen({ Screen: Shown, spot, params }: Shown) {
  return <Shown params={params} query={spot.query} />;
}

/** The lock, in place of every screen, wherever the address points. */
function Locked() {
  const [Shown, setShown] = useState<ComponentType>();
  useEffect(() => void import('./screens/lock/Lock.tsx').then(({ Lock }) => setShown(() => Lock)), []);
  return Shown ? <Shown /> : null;
}

function Foot({ place, large, path }: { place: Place; large: boolean; path: string }) {
  if (!large) return <BottomBar place={place} />;
  return path === '/' ? <PlaceTiles /> : <WayToToday />;
}

/** Where the first run has to go on, if a place of the app was asked for before it is over. */
function toFirstRun({ settings, trouble }: Opened, spot: Spot | undefined): string | undefined {
  if (trouble === 'locked' || !spot || !find(spot.path)?.route.place) return undefined;
  if (settings.language === null) return '/language';
  if (!settings.welcomed) return trouble ? '/trouble' : '/promises';
  return undefined;
}

/** The language to speak: hers; where it cannot be read, one of the phone's; else English. */
export function languageOf({ settings, languages, trouble }: Opened): Opened['languages'][number] {
  const english = { tag: 'en-GB', endonym: 'English', detail: null, english: 'English', dir: 'ltr' as const, script: 'latin', calendar: { system: null, offer: 'on-request' as const } };
  const ofThePhone = () => navigator.languages.map((one) => languages.find(({ tag }) => base(tag) === base(one))).find(Boolean);
  return languages.find(({ tag }) => tag === settings.language) ?? (trouble ? ofThePhone() : undefined) ?? languages.find(({ tag }) => tag === 'en-GB') ?? english;
}

/** `ar` of `ar-SY`: what the phone names is rarely what ships, letter for letter. */
function base(tag: string): string {
  return tag.toLowerCase().replace(/-.*/, '');
}

/** Text size and colours, before anything is drawn and whenever she changes them. */
export function dress({ settings }: Opened): void {
  setTextSize(settings.text_size);
  if (settings.theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = settings.theme;
}
