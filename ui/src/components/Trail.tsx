import { t } from '../words/index.ts';
import './Trail.css';

/** Where she is in a question, as on a bus map: done, now, to come, and the same in words. */
export function Trail({ at, of }: { at: number; of: number }) {
  return (
    <div class="trail">
      <ol aria-hidden="true">
        {Array.from({ length: of }, (_, stop) => (
          <li key={stop} class={stop + 1 < at ? 'trail-done' : stop + 1 === at ? 'trail-now' : 'trail-next'} />
        ))}
      </ol>
      <p>{t('visits-question-step', { at: String(at), of: String(of) })}</p>
    </div>
  );
}
