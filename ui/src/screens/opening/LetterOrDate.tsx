import { useState } from 'preact/hooks';
import { Button, ErrorNotice, Page, PressRow } from '../../components/index.ts';
import { go } from '../../router/index.ts';
import { useSession } from '../../session.tsx';
import { t } from '../../words/index.ts';

/** S03: yes: add it; not now: Today. Both are the end of the first run, and both are fine. */
export function LetterOrDate() {
  const { change } = useSession();
  const [error, setError] = useState<unknown>();
  const on = (path: string) => {
    change({ welcomed: true }).then(
      () => {
        // Today lies behind the questions, so that back from them does not lead into the first run again.
        go('/', { replace: true });
        if (path !== '/') go(path);
      },
      setError,
    );
  };
  return (
    <Page title={t('settings-letter-title')} sub={t('settings-letter-hint')}>
      {error ? <ErrorNotice error={error} /> : null}
      <PressRow picture="letter" press={() => on('/visits/add')} detail={t('settings-letter-yes-detail')}>{t('settings-letter-yes')}</PressRow>
      <PressRow picture="sun-house" press={() => on('/')} detail={t('settings-letter-no-detail')}>{t('settings-letter-no')}</PressRow>
      <div class="section"><Button kind="link" to="/phone/move/in">{t('settings-move-have')}</Button></div>
    </Page>
  );
}
