import { Badge, Page, Tile, Tiles } from '../../components/index.ts';
import { useAsk, useSession } from '../../session.tsx';
import { t } from '../../words/index.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';

/** S30: which question do I have? A tile for each; the order is the editors'. */
export function Rights() {
  const { channel, settings } = useSession();
  const { answer, error, again } = useAsk('rights', {});
  if (!answer) return error ? <NotAnswered error={error} again={again} /> : null;
  return (
    <Page title={t('rights-list-title')} sub={t('rights-list-hint')}>
      {answer.tiles.length === 0 ? <p>{t('rights-list-empty')}</p> : (
        <Tiles>
          {answer.tiles.map(({ id, title, picture }) => <Tile key={id} picture={picture} to={`/rights/${id}`}>{title}</Tile>)}
        </Tiles>
      )}
      {channel.name === 'test' ? (
        <div class="foot"><Badge shape="test">{t(settings.loss ? 'settings-channel-test-plain' : 'settings-channel-test')}</Badge></div>
      ) : null}
    </Page>
  );
}
