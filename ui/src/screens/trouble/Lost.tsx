import { Button, Page } from '../../components/index.ts';
import { t } from '../../words/index.ts';

/** A path that leads nowhere, or a screen that could not be loaded. */
export function Lost() {
  return (
    <Page title={t('today-lost-title')}>
      <p>{t('today-lost-words')}</p>
      <div class="section"><Button to="/" sign="today">{t('today-bar-today')}</Button></div>
    </Page>
  );
}
