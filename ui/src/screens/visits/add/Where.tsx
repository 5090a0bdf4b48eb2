import { useState } from 'preact/hooks';
import { ErrorNotice, errorWords, Field, Question } from '../../../components/index.ts';
import { ask, Refused } from '../../../door/index.ts';
import { t } from '../../../words/index.ts';
import type { ScreenProps } from '../../routes.ts';
import { digits, useStep } from './draft.ts';

/** S25: where is it, and how long is the way? Both may stay empty. */
export function Where({ query }: ScreenProps) {
  const step = useStep('place', query);
  const [error, setError] = useState<unknown>();
  if (!step) return null;
  const { place, travel_minutes: minutes } = step.draft.fields;
  const at = (field: string) => (error instanceof Refused && error.field === field ? errorWords(error) : undefined);
  const next = () => {
    ask('visit-check', { ...(place === undefined ? {} : { place }), ...(minutes === undefined ? {} : { travel_minutes: minutes }) }).then(step.next, setError);
  };
  return (
    <Question
      title={t('visits-question-place')}
      hint={t('visits-question-place-hint')}
      step={step.place}
      back={step.back}
      next={t('visits-question-next')}
      onNext={next}
    >
      {error && !at('place') && !at('travel_minutes') ? <ErrorNotice error={error} /> : null}
      <Field
        label={t('visits-place-field')}
        hint={t('visits-place-skip')}
        error={at('place')}
        value={place ?? ''}
        change={(text) => step.set({ place: text })}
        most={120}
      />
      <Field
        label={t('visits-place-travel')}
        hint={t('visits-place-travel-hint')}
        error={at('travel_minutes')}
        value={minutes === undefined ? '' : String(minutes)}
        change={(text) => step.set({ travel_minutes: digits(text) === '' ? undefined : Number(digits(text)) } as { travel_minutes: number })}
        kind="digits"
        most={3}
        narrow
        ltr
      />
    </Question>
  );
}
