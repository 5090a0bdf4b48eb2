import { Badge, Button, Page, Plate } from '../../components/index.ts';
import { go } from '../../router/index.ts';
import { useSession } from '../../session.tsx';
import { t } from '../../words/index.ts';
import './Promises.css';

/** S02: believe three things: it stays, it works, it hides. */
export function Promises() {
  const { settings, channel } = useSession();
  return (
    <Page title={t('settings-promises-title')} class="promises">
      <Promise picture="stays-here" title={t('settings-promises-stays-title')} words={t('settings-promises-stays-words')} />
      <Promise picture="no-internet" title={t('settings-promises-works-title')} words={t('settings-promises-works-words')} />
      <Promise picture="hide-or-delete" title={t('settings-promises-hides-title')} words={t('settings-promises-hides-words')} />
      <Button press={() => go('/letter-or-date')} goesOn>{t('settings-promises-continue')}</Button>
      {channel.name === 'test' ? (
        <Badge shape="test">{t(settings.loss ? 'settings-channel-test-plain' : 'settings-channel-test')}</Badge>
      ) : null}
    </Page>
  );
}

function Promise({ picture, title, words }: { picture: string; title: string; words: string }) {
  return (
    <div class="promise">
      <Plate name={picture} large />
      <div>
        <h2>{title}</h2>
        <p class="quiet small">{words}</p>
      </div>
    </div>
  );
}
