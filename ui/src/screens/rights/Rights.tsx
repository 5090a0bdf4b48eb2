import { Badge, Page, PressRow, Tile, Tiles } from '../../components/index.ts';
import { useAsk, useSession } from '../../session.tsx';
import { t } from '../../words/index.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';

/** S30: what is my question about? A tile for each topic; the order is the editors'. */
export function Rights() {
  const { channel, settings } = useSession();
  const { answer, error, again } = useAsk('rights', {});
  if (!answer) return error ? <NotAnswered error={error} again={again} /> : null;
  return (
    <Page title={t('rights-list-title')} sub={t('rights-list-hint')}>
      <PressRow sign="search" to="/search">{t('today-search-row')}</PressRow>
      <div class="section">
        {answer.topics.length === 0 ? <p>{t('rights-list-empty')}</p> : (
          <Tiles>
            {answer.topics.map(({ id, picture }) => <Tile key={id} picture={picture} to={`/rights/topic/${id}`}>{t(`rights-topic-${id}`)}</Tile>)}
          </Tiles>
        )}
      </div>
      {channel.name === 'test' ? (
        <div class="foot"><Badge shape="test">{t(settings.loss ? 'settings-channel-test-plain' : 'settings-channel-test')}</Badge></div>
      ) : null}
    </Page>
  );
}
