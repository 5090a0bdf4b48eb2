import { useState } from 'preact/hooks';
import { Button, ErrorNotice, Notice, Page, Press, PressRow, Section, Sign } from '../../components/index.ts';
import { ask } from '../../door/index.ts';
import { useAsk, useSession } from '../../session.tsx';
import { t } from '../../words/index.ts';
import type { ScreenProps } from '../routes.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';
import { VisitRow } from './VisitRow.tsx';
import './VisitList.css';

/** S20: what is coming, by its day; what has passed, on request. */
export function VisitList({ query }: ScreenProps) {
  const { answer: visits, error, again } = useAsk('visits', {});
  const { settings } = useSession();
  const [pastOpen, setPastOpen] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  if (!visits) return error ? <NotAnswered error={error} again={again} /> : null;
  const { coming, past } = visits;
  const putBack = () => {
    ask('visit-put-back', {}).then(again, setRefused);
  };
  return (
    <Page title={t('visits-list-title')}>
      {refused ? <ErrorNotice error={refused} /> : null}
      {visits.can_put_back && query.has('deleted') ? (
        <div class="put-back">
          <Notice kind="ok" now>
            <p>{t('visits-list-deleted')}</p>
            <Button kind="second" small press={putBack}>{t('visits-list-put-back')}</Button>
          </Notice>
        </div>
      ) : null}
      {coming.length === 0 ? <p>{t('visits-list-empty')}</p> : <div class="visit-rows">{coming.map((card) => <VisitRow key={card.id} card={card} />)}</div>}
      <div class="section"><Button sign="plus" to="/visits/add">{t('visits-list-add')}</Button></div>
      {visits.can_put_back && !query.has('deleted') ? (
        <div class="section"><Button kind="second" small press={putBack}>{t('visits-list-put-back-last')}</Button></div>
      ) : null}
      {past.length > 0 ? (
        <Section>
          <Press class="past" expanded={pastOpen} press={() => setPastOpen(!pastOpen)}>
            <strong>{t('visits-list-past', { count: String(past.length) })}</strong>
            <span class={pastOpen ? 'past-open' : 'past-closed'}><Sign name="next" /></span>
          </Press>
          {pastOpen ? <div class="visit-rows">{past.map((card) => <VisitRow key={card.id} card={card} />)}</div> : null}
        </Section>
      ) : null}
      {settings.loss ? null : <div class="section"><PressRow picture="day" to="/visits/expected" detail={t('visits-expected-hint')}>{t('visits-expected-title')}</PressRow></div>}
      <div class="section"><PressRow to="/something-changed">{t('settings-changed-title')}</PressRow></div>
    </Page>
  );
}
