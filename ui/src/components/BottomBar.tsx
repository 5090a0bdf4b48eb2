import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../words/index.ts';
import { Sign } from './Drawing.tsx';
import { Press } from './Press.tsx';
import { Button } from './Button.tsx';
import { labelsOverflow } from './textSize.ts';
import './BottomBar.css';

/** The five places. */
export type Place = 'today' | 'visits' | 'rights' | 'money' | 'help';

const PATHS: Record<Place, string> = { today: '/', visits: '/visits', rights: '/rights', money: '/money', help: '/help' };
const PLACES = Object.keys(PATHS) as Place[];

/** The bottom bar. At large text it would cover half the screen: there it is `PlaceTiles` on Today and `WayToToday` elsewhere. */
export function BottomBar({ place }: { place: Place }) {
  const bar = useRef<HTMLElement>(null);
  useLayoutEffect(() => labelsOverflow(bar.current));
  return (
    <nav class="bottom-bar" aria-label={t('today-bar-label')} ref={bar}>
      {PLACES.map((at) => (
        <Press key={at} class={at === place ? 'place place-on' : 'place'} to={PATHS[at]} current={at === place}>
          <span class="place-pill"><Sign name={at} size={26} /></span>
          <span class="place-label">{t(`today-bar-${at}`)}</span>
        </Press>
      ))}
    </nav>
  );
}

/** At large text, at the end of Today. */
export function PlaceTiles() {
  return (
    <nav class="page place-tiles" aria-label={t('today-bar-label')}>
      {PLACES.filter((at) => at !== 'today').map((at) => (
        <Press key={at} class="tile" to={PATHS[at]}><Sign name={at} size={26} /><strong>{t(`today-bar-${at}`)}</strong></Press>
      ))}
    </nav>
  );
}

/** At large text, at the end of every other place. */
export function WayToToday() {
  return (
    <nav class="page way-to-today" aria-label={t('today-bar-label')}>
      <Button kind="second" sign="today" to="/">{t('today-bar-today')}</Button>
    </nav>
  );
}
