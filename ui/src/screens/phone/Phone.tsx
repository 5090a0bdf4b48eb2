import { useState } from 'preact/hooks';
import { Button, Choices, EnglishDay, ErrorNotice, Field, Notice, Page, PressRow, Section, shortDay, Switch } from '../../components/index.ts';
import { ask, type InterpreterNeed, type Reminder, type ReminderLevel, type Reminders, type SettingsChange, type Theme } from '../../door/index.ts';
import { useAsk, useSession } from '../../session.tsx';
import { t } from '../../words/index.ts';
import './Phone.css';

const SIZES = [100, 130, 160, 200];
const THEMES: Theme[] = ['system', 'light', 'dark'];

/** S80: everything that she can set, each saved at once. */
export function Phone() {
  const { settings, languages, change } = useSession();
  const reminders = useAsk('reminders', {});
  const [error, setError] = useState<unknown>();
  const language = languages.find(({ tag }) => tag === settings.language);
  const calendar = language?.calendar.system;

  const save = (what: SettingsChange) => {
    setError(undefined);
    // What is planned, and what it says, follows the settings.
    change(what).then(reminders.again, setError);
  };
  return (
    <Page title={t('settings-phone-title')} back={{ words: t('today-bar-today'), to: '/' }}>
      {error ? <ErrorNotice error={error} /> : null}
      <PressRow sign="language" to="/language" detail={<bdi>{language?.endonym ?? 'English'}</bdi>}>{t('settings-phone-language')}</PressRow>
      {calendar ? (
        <div class="phone-switch">
          <Switch
            on={settings.own_calendar ?? language.calendar.offer === 'on'}
            turn={(on) => save({ own_calendar: on })}
            detail={t('settings-phone-calendar-detail')}
          >
            {t('settings-phone-calendar', { calendar: t(`calendar-name-${calendar}`) })}
          </Switch>
        </div>
      ) : null}

      <Section title={t('settings-phone-look')}>
        <Choices
          question={t('settings-phone-size')}
          choices={SIZES.map((size) => ({ value: size, words: <span class={`phone-size-${size}`}>{t(`settings-phone-size-${size}`)}</span> }))}
          value={settings.text_size}
          choose={(size) => save({ text_size: size })}
        />
        <div class="phone-next">
          <Choices
            question={t('settings-phone-theme')}
            choices={THEMES.map((theme) => ({ value: theme, words: t(`settings-phone-theme-${theme}`) }))}
            value={settings.theme}
            choose={(theme) => save({ theme })}
          />
        </div>
      </Section>

      <Section title={t('settings-phone-interpreter')}><Interpreter save={save} /></Section>
      <Section title={t('settings-phone-reminders')}>
        {reminders.error ? <ErrorNotice error={reminders.error} /> : null}
        {reminders.answer ? <Ringing reminders={reminders.answer} set={reminders.set} save={save} /> : null}
      </Section>

      <Section title={t('settings-phone-more')}>
        <PressRow picture="update" to="/phone/updates" detail={t('settings-updates-row')}>{t('settings-updates-title')}</PressRow>
        <PressRow picture="door" to="/phone/pin" detail={t('settings-pin-row')}>{t('settings-pin-title')}</PressRow>
        <PressRow picture="moved" to="/phone/move" detail={t('settings-move-row')}>{t('settings-move-title')}</PressRow>
        <PressRow picture="stays-here" to="/something-changed" detail={t('settings-phone-changed-detail')}>{t('settings-changed-title')}</PressRow>
        <PressRow picture="hide-or-delete" to="/phone/delete" detail={t('settings-phone-delete-detail')}>{t('settings-phone-delete')}</PressRow>
        <PressRow picture="phone" to="/about" detail={t('settings-phone-about-detail')}>{t('settings-phone-about')}</PressRow>
      </Section>
    </Page>
  );
}

type Save = (what: SettingsChange) => void;

/** What she needs of an interpreter; staff read it on every card. */
function Interpreter({ save }: { save: Save }) {
  const { settings } = useSession();
  const need = settings.interpreter;
  const [dialect, setDialect] = useState(need.dialect ?? '');
  const [kept, setKept] = useState(false);
  const change = (what: Partial<InterpreterNeed>) => save({ interpreter: { ...need, ...what } });
  const needed = need.needed ?? (settings.language !== null && settings.language !== 'en-GB');
  return (
    <>
      <p class="phone-hint">{t('settings-phone-interpreter-hint')}</p>
      <Choices
        question={t('settings-phone-needed')}
        choices={[{ value: true, words: t('settings-phone-needed-yes') }, { value: false, words: t('settings-phone-needed-no') }]}
        value={needed}
        choose={(yes) => change({ needed: yes })}
      />
      {needed ? (
        <>
          <div class="phone-next">
            <Switch on={need.woman} turn={(woman) => change({ woman })} detail={t('settings-phone-woman-detail')}>{t('settings-phone-woman')}</Switch>
          </div>
          <form
            class="phone-next"
            onSubmit={(event) => {
              event.preventDefault();
              change({ dialect: dialect.trim() || null });
              setKept(true);
            }}
          >
            <Field
              label={t('settings-phone-dialect')}
              hint={t('settings-phone-dialect-hint')}
              value={dialect}
              most={60}
              change={(text) => {
                setDialect(text);
                setKept(false);
              }}
            />
            <div class="phone-save">
              {kept ? <Notice kind="ok" now><p>{t('settings-phone-saved')}</p></Notice> : <Button kind="second" small submit>{t('settings-phone-dialect-save')}</Button>}
            </div>
          </form>
        </>
      ) : null}
    </>
  );
}

const LEVELS: ReminderLevel[] = ['discreet', 'time', 'full'];

/** How many planned reminders stand there before she asks for the rest. */
const FEW = 4;

/** Whether reminders ring, what others see, and which are planned. */
function Ringing({ reminders, set, save }: { reminders: Reminders; set: (reminders: Reminders) => void; save: Save }) {
  const [rung, setRung] = useState(false);
  const [all, setAll] = useState(false);
  const [error, setError] = useState<unknown>();
  const { on, level, planned, health, examples } = reminders;
  const test = () => {
    ask('reminder-test', {}).then((answer) => {
      set(answer);
      setRung(true);
    }, setError);
  };
  const shown = all ? planned : planned.slice(0, FEW);
  return (
    <>
      <Switch on={on} turn={(turned) => save({ reminders_on: turned })} detail={t(on ? 'settings-phone-reminders-on-detail' : 'reminders-off-words')}>
        {t('settings-phone-reminders-on')}
      </Switch>
      {on ? (
        <>
          <div class="phone-next">
            <Choices
              question={t('reminders-see-title')}
              choices={LEVELS.map((each, at) => ({
                value: each,
                words: t(`reminders-level-${each}`),
                detail: <span class="phone-example"><bdi>{examples[at] ?? example(each)}</bdi></span>,
              }))}
              value={level}
              choose={(chosen) => save({ reminder_level: chosen })}
            />
            <p class="phone-hint">{t('reminders-level-full-detail')}</p>
          </div>
          <div class="phone-next">
            <Notice kind={health === 'exact' ? 'ok' : 'warn'} sign={health === 'exact' ? 'tick' : 'bell'}><p>{t(`reminders-health-${health}`)}</p></Notice>
          </div>
          {error ? <ErrorNotice error={error} /> : null}
          <div class="phone-next">
            {rung ? <Notice kind="ok" now><p>{t('reminders-test-done')}</p></Notice> : null}
            <Button kind="second" sign="bell" press={test}>{t('reminders-test-button')}</Button>
          </div>
          <h3 class="phone-planned">{t('settings-phone-planned', { count: String(planned.length) })}</h3>
          {planned.length === 0 ? <p class="phone-hint">{t('settings-phone-planned-none')}</p> : (
            <ul class="card card-rows">
              {shown.map((reminder) => <Planned key={`${reminder.at} ${reminder.visits.join()}`} reminder={reminder} />)}
            </ul>
          )}
          {planned.length > shown.length ? (
            <Button kind="link" press={() => setAll(true)}>{t('settings-phone-planned-more', { count: String(planned.length - shown.length) })}</Button>
          ) : null}
        </>
      ) : null}
    </>
  );
}

/** A planned reminder: the UK day and time first, then the day in her words, then what it is for. */
function Planned({ reminder: { day, time, kinds } }: { reminder: Reminder }) {
  const kindsInWords = kinds.map((kind) => t(`reminders-kind-${kind}`)).reduce((first, second) => t('settings-phone-planned-and', { first, second }));
  return (
    <li class="phone-entry">
      <strong><EnglishDay day={day} time={time} /></strong>
      {day.hers ? <span class="quiet small">{shortDay(day)}</span> : null}
      <span>{kindsInWords}</span>
    </li>
  );
}

/** What a reminder would say, where no visit is saved that it could be about. */
function example(level: ReminderLevel): string {
  if (level === 'discreet') return t('reminders-text-discreet');
  const month = t('calendar-month-gregorian-11');
  const day = `${t('calendar-weekday-2')} ${t('calendar-date-short', { day: '24', month })}`;
  const visit = { day, time: '9:20am' };
  if (level === 'time') return t('reminders-text-time', visit);
  return t('reminders-text-full', { ...visit, kind: t('settings-phone-example-kind'), place: t('settings-phone-example-place') });
}
