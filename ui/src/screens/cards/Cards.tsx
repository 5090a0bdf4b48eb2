import { Page, PressRow } from '../../components/index.ts';
import { WayBack } from '../../components/WayBack.tsx';
import { useAsk } from '../../session.tsx';
import { t } from '../../words/index.ts';
import type { ScreenProps } from '../routes.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';
import './Cards.css';

/** S60: what do I want to tell them? */
export function Cards({ query }: ScreenProps) {
  const { answer, error, again } = useAsk('cards', {});
  if (!answer) return error ? <NotAnswered error={error} again={again} /> : null;
  // Opened from a visit or a contact, every card is about it.
  const about = query.toString();
  return (
    <Page>
      <WayBack />
      <h1 tabIndex={-1}>{t('cards-list-title')}</h1>
      <p class="page-sub cards-hint">{t('cards-list-hint')}</p>
      {answer.tiles.length === 0 ? <p>{t('cards-list-empty')}</p> : null}
      {answer.tiles.map(({ id, title, picture }) => (
        <PressRow key={id} picture={picture} to={about ? `/cards/${id}?${about}` : `/cards/${id}`}>{title}</PressRow>
      ))}
    </Page>
  );
}
