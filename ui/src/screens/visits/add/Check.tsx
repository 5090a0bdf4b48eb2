import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button, Choices, EnglishDay, ErrorNotice, Field, HerDates, Picture, Press, Question, Section } from '../../../components/index.ts';
import { ask, type AskedBy, type VisitChecked } from '../../../door/index.ts';
import { leaveFlow } from '../../../router/index.ts';
import { useAsk, useSession } from '../../../session.tsx';
import { t } from '../../../words/index.ts';
import type { ScreenProps } from '../../routes.ts';
import { discard, type Draft, type Step, toChange, useStep } from './draft.ts';
import './Check.css';

const ASKED_BY: AskedBy[] = ['health', 'social-care', 'both', 'unknown'];

/** S27: is this right? Everything as it will be saved, each with a way to change it. */
export function Check({ query }: ScreenProps) {
  const step = useStep('check', query);
  const { settings } = useSession();
  const [error, setError] = useState<unknown>();
  const [saving, setSaving] = useState(false);
  const draft = step?.draft;
  const checked = useChecked(draft);
  if (!step || !draft) return null;
  const { fields, editing } = draft;

  const save = () => {
    if (saving) return;
    setSaving(true);
    const saved = editing
      ? ask('visit-change', { id: editing.id, revision: editing.revision, draft: fields })
      : ask('visit-add', fields);
    saved.then(
      (visit) => {
        discard();
        leaveFlow(draft.from, editing ? `/visits/${visit.card.id}` : `/visits/${visit.card.id}/reminders?saved=1`);
      },
      (refused: unknown) => {
        setSaving(false);
        setError(refused);
      },
    );
  };
  const doNotSave = () => {
    discard();
    leaveFlow(draft.from, editing ? `/visits/${editing.id}` : '/visits');
  };

  return (
    <Question
      title={t(editing ? 'visits-question-change' : 'visits-question-check')}
      {...(editing ? {} : { step: step.place })}
      back={editing ? { words: t('visits-back-one'), to: `/visits/${editing.id}` } : step.back}
      next={t('visits-check-save')}
      nextSign="tick"
      onNext={save}
    >
      {error ? <ErrorNotice error={error} /> : null}
      <ul class="card card-rows">
        <Row step="kind" picture={checked.picture} label={t('visits-check-kind')}>{checked.answer?.title}</Row>
        <Row step="day" picture="day" label={t('visits-check-day')}>
          {checked.answer?.day ? <><EnglishDay day={checked.answer.day} /><HerDates day={checked.answer.day} time={checked.answer.time} /></> : null}
        </Row>
        <Row step="time" picture="time" label={t('visits-check-time')}>
          {checked.answer?.time ? <span lang="en" dir="ltr" class="isolate">{checked.answer.time.english}</span> : t('visits-time-none')}
        </Row>
        <Row step="place" picture="place" label={t('visits-check-place')}>
          {fields.place ? <bdi>{checked.answer?.place ?? fields.place}</bdi> : null}
          {fields.travel_minutes === undefined ? null : <span class="check-way">{t('visits-check-way')}: {fields.travel_minutes}</span>}
        </Row>
        <Row step="phone" picture="call" label={t('visits-check-phone')}>
          {fields.phone ? <bdi dir="ltr">{checked.answer?.phone ?? fields.phone}</bdi> : null}
        </Row>
      </ul>
      <div class="check-discard"><Button kind="link" press={doNotSave}>{t('visits-check-discard')}</Button></div>
      <Section title={t('visits-check-more')}>
        <Choices
          question={t('visits-check-asked')}
          choices={ASKED_BY.map((value) => ({ value, words: whoAsked(value, settings.loss) }))}
          value={fields.asked_by}
          choose={(asked_by) => step.set({ asked_by })}
        />
        <div class="section">
          <Field label={t('visits-check-note')} hint={t('visits-check-note-field')} value={fields.note ?? ''} change={(note) => step.set({ note })} kind="long" most={4000} />
        </div>
      </Section>
    </Question>
  );
}

function whoAsked(value: AskedBy, loss: boolean): string {
  return t(value === 'health' && loss ? 'visits-choose-health-plain' : `visits-choose-${value}`);
}

function Row({ step, picture, label, children }: { step: Step; picture: string; label: string; children: ComponentChildren }) {
  const empty = children === null || children === undefined || (Array.isArray(children) && children.every((child) => child === null));
  return (
    <li class="check">
      <Picture name={picture} size={36} />
      <div class="check-words">
        <p class="quiet small">{label}</p>
        <div class="check-answer">{empty ? <span class="quiet">{t('visits-check-none')}</span> : children}</div>
      </div>
      <div class="check-change"><Press class="button button-link" to={toChange(step)} label={`${t('visits-check-change')}: ${label}`}>{t('visits-check-change')}</Press></div>
    </li>
  );
}

/** The draft as the core reads it. A past day of a visit that is changed is not refused here: saving it knows better. */
function useChecked(draft: Draft | undefined): { answer: VisitChecked | undefined; picture: string } {
  const [answer, setAnswer] = useState<VisitChecked>();
  const { answer: kinds } = useAsk('visit-kinds', {});
  const { kind, day, time, place, phone } = draft?.fields ?? {};
  const question = JSON.stringify({ kind, day, time, place, phone });
  useEffect(() => {
    let left = false;
    ask('visit-check', JSON.parse(question) as object).then(
      (checked) => { if (!left) setAnswer(checked); },
      () => undefined,
    );
    return () => void (left = true);
  }, [question]);
  return { answer, picture: kinds?.tiles.flatMap((tile) => [tile, ...tile.within]).find(({ id }) => id === kind)?.picture ?? 'something-else' };
}

