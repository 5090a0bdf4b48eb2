import { useState } from 'preact/hooks';
import { Button, Choices, ErrorNotice, Notice, Question, Section } from '../../components/index.ts';
import { ask, type ReminderLevel } from '../../door/index.ts';
import { go, up } from '../../router/index.ts';
import { useAsk, useSession } from '../../session.tsx';
import { t } from '../../words/index.ts';
import type { ScreenProps } from '../routes.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';
import { Planned } from './Planned.tsx';

const LEVELS: ReminderLevel[] = ['discreet', 'time', 'full'];

/** S28: when exactly it rings, whether it can, and what others will see. */
export function VisitReminders({ params, query }: ScreenProps) {
  const id = params['id'] ?? '';
  const { change } = useSession();
  const visit = useAsk('visit', { id });
  const plan = useAsk('reminders', {});
  const [tested, setTested] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const error = visit.error ?? plan.error;
  const again = () => {
    visit.again();
    plan.again();
  };
  if (!visit.answer || !plan.answer) return error ? <NotAnswered error={error} again={again} /> : null;
  const { on, level, health, examples } = plan.answer;
  const justSaved = query.has('saved');
  const set = (settings: Parameters<typeof change>[0]) => {
    setRefused(undefined);
    change(settings).then(again, setRefused);
  };
  const done = () => {
    // After saving, the visit takes this page's place; from the visit, the way is back.
    if (justSaved) go(`/visits/${id}`, { replace: true });
    else up(`/visits/${id}`);
  };

  return (
    <Question
      title={t('reminders-plan-title')}
      {...(justSaved ? { above: <Notice kind="ok" now><p>{t('reminders-saved-words')}</p></Notice> } : { back: { words: t('visits-back-one'), to: `/visits/${id}` } })}
      next={t('reminders-done-button')}
      onNext={done}
    >
      {refused ? <ErrorNotice error={refused} /> : null}
      {on ? (
        <>
          {visit.answer.reminders.length > 0 ? <Planned reminders={visit.answer.reminders} /> : <p>{t('reminders-plan-none')}</p>}
          {health === 'exact' ? <p class="quiet small">{t('reminders-health-exact')}</p> : <Notice kind="warn" sign="bell"><p>{t(`reminders-health-${health}`)}</p></Notice>}
          <Section title={t('reminders-see-title')}>
            <Choices
              question={t('reminders-see-title')}
              hidden
              choices={LEVELS.map((value, at) => ({
                value,
                words: t(`reminders-level-${value}`),
                detail: (
                  <>
                    {examples[at] ? <span dir="auto">“{examples[at]}”</span> : null}
                    {value === 'full' ? <span class="level-more">{t('reminders-level-full-detail')}</span> : null}
                  </>
                ),
              }))}
              value={level}
              choose={(reminder_level) => set({ reminder_level })}
            />
          </Section>
          {tested ? <Notice kind="ok" sign="bell" now><p>{t('reminders-test-done')}</p></Notice> : null}
          <div class="buttons">
            <Button kind="second" small sign="bell" press={() => void ask('reminder-test', {}).then(() => setTested(true), setRefused)}>{t('reminders-test-button')}</Button>
            <Button kind="second" small press={() => set({ reminders_on: false })}>{t('reminders-turn-off')}</Button>
          </div>
        </>
      ) : (
        <>
          <Notice sign="bell"><p>{t('reminders-off-words')}</p></Notice>
          <Button kind="second" sign="bell" press={() => set({ reminders_on: true })}>{t('reminders-turn-on')}</Button>
        </>
      )}
    </Question>
  );
}
