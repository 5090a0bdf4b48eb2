import { useState } from 'preact/hooks';
import { Button, Notice, Page, PressRow } from '../../components/index.ts';
import { useAsk, useSession } from '../../session.tsx';
import { t } from '../../words/index.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';
import { OwnRow } from './Help.tsx';
import { takeTold } from './told.ts';
import './help.css';

/** S52: her own numbers. */
export function OwnNumbers() {
  const { answer, error, again } = useAsk('own-numbers', {});
  const { loss } = useSession().settings;
  const [told] = useState(takeTold);
  if (!answer) return error ? <NotAnswered error={error} again={again} /> : null;
  const { numbers } = answer;
  const missing = loss ? [] : (['midwife', 'unit'] as const).filter((role) => !numbers.some((number) => number.role === role));
  return (
    <Page title={t('help-numbers-title')} sub={t('help-numbers-why')} back={{ words: t('help-contact-back'), to: '/help' }} class="numbers">
      {told ? <div class="under"><Notice kind="ok" now><p>{t(`help-numbers-${told}`)}</p></Notice></div> : null}
      {missing.map((role) => (
        <PressRow key={role} picture="my-numbers" end="plus" empty to={`/help/numbers/new?role=${role}`} detail={t('help-own-add-detail')}>{t(`help-own-${role}`)}</PressRow>
      ))}
      {numbers.map((number) => (
        <div key={number.id} class="number-one">
          <OwnRow number={number} />
          <Button kind="link" to={`/help/numbers/${number.id}`} label={`${t('help-numbers-change')}: ${number.name || t(`help-own-role-${number.role}`)}`}>{t('help-numbers-change')}</Button>
        </div>
      ))}
      {numbers.length > 0 ? <p class="quiet small help-part">{t('help-reach-warning')}</p> : null}
      <div class="help-part"><Button sign="plus" to="/help/numbers/new?role=other">{t('help-numbers-add')}</Button></div>
    </Page>
  );
}
