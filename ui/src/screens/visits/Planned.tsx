import { Picture, shortDay } from '../../components/index.ts';
import type { Reminder, ReminderKind } from '../../door/index.ts';
import { t } from '../../words/index.ts';
import './Planned.css';

const PICTURES: Record<ReminderKind, string> = {
  'ask-fare': 'bus-fare',
  'ask-interpreter': 'interpreter',
  'evening-before': 'evening-before',
  morning: 'that-morning',
  leave: 'time-to-leave',
};

/** Reminders as they will ring: what for, which day, what time. */
export function Planned({ reminders }: { reminders: Reminder[] }) {
  if (reminders.length === 0) return <p>{t('visits-reminders-none')}</p>;
  return (
    <ul class="card card-rows planned">
      {reminders.map((reminder) => (
        <li key={reminder.at}>
          <Picture name={PICTURES[reminder.kinds[0] ?? 'morning']} />
          <span class="planned-words">
            {reminder.kinds.map((kind) => <strong key={kind}>{t(`reminders-kind-${kind}`)}</strong>)}
            <span class="quiet small">{shortDay(reminder.day)}</span>
          </span>
          <span class="planned-time">
            <strong lang="en" dir="ltr" class="isolate">{reminder.time.english}</strong>
            {reminder.time.own ? <span class="small">{reminder.time.own}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
