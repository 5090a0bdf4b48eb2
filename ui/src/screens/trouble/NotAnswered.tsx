import { Button, errorWords, Notice, Page } from '../../components/index.ts';
import { t } from '../../words/index.ts';

/** A screen whose question the core refused: why, in plain words, and two ways on. */
export function NotAnswered({ error, again }: { error: unknown; again: () => void }) {
  return (
    <Page title={t('today-sorry-title')}>
      <Notice now><p>{errorWords(error)}</p></Notice>
      <div class="section stack">
        <Button press={again}>{t('today-again-button')}</Button>
        <Button kind="second" sign="today" to="/">{t('today-bar-today')}</Button>
      </div>
    </Page>
  );
}
