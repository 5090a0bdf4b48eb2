import { Page, PressRow, Section } from '../../../components/index.ts';
import { t } from '../../../words/index.ts';
import './Moving.css';

/** To a new phone: out of this one, or into it. */
export function Move() {
  return (
    <Page title={t('settings-move-title')} sub={t('settings-move-hint')} back={{ words: t('settings-delete-back'), to: '/phone' }}>
      <PressRow sign="share" to="/phone/move/out" detail={t('settings-move-out-detail')}>{t('settings-move-out')}</PressRow>
      <PressRow sign="plus" to="/phone/move/in" detail={t('settings-move-in-detail')}>{t('settings-move-in')}</PressRow>
      <Section title={t('settings-move-how')}>
        <ol class="move-steps">
          {[1, 2, 3, 4].map((step) => <li key={step}>{t(`settings-move-how-${step}`)}</li>)}
        </ol>
      </Section>
    </Page>
  );
}
