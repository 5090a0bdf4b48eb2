import { Button, Notice, Page } from '../../components/index.ts';
import { useAsk } from '../../session.tsx';
import { t } from '../../words/index.ts';
import type { ScreenProps } from '../routes.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';
import { handOver } from './hold.ts';
import { lacksSomething, StaffCardView } from './StaffCardView.tsx';

/** S61: read by a stranger at arm's length. */
export function Card({ params, query }: ScreenProps) {
  const id = params['id'] ?? '';
  const { answer, error, again } = useAsk('card', { id, contact: query.get('contact'), visit: query.get('visit') });
  if (!answer) return error ? <NotAnswered error={error} again={again} /> : null;
  const about = query.toString();
  const back = { words: t('cards-card-back'), to: '/cards' };
  if (lacksSomething(answer)) {
    return (
      <Page title={answer.page.title} back={back}>
        <Notice><p>{t('cards-card-no-group')}</p></Notice>
        <div class="section"><Button to="/help" goesOn>{t('cards-card-no-group-go')}</Button></div>
      </Page>
    );
  }
  return (
    <Page back={back}>
      <StaffCardView card={answer} />
      <div class="staff-hand">
        <Button sign="lock" press={() => handOver(`/cards/${id}/shown${about ? `?${about}` : ''}`)}>{t('cards-card-hand')}</Button>
        <p>{t('cards-card-hand-words')}</p>
      </div>
    </Page>
  );
}
