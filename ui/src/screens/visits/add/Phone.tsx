import { useState } from 'preact/hooks';
import { Choices, ErrorNotice, errorWords, Field, Question } from '../../../components/index.ts';
import { ask, Refused } from '../../../door/index.ts';
import { useAsk } from '../../../session.tsx';
import { t } from '../../../words/index.ts';
import type { ScreenProps } from '../../routes.ts';
import { useStep } from './draft.ts';

/** S26: whom can she call about it? From the letter, or one of the numbers that are known for the place. */
export function Phone({ query }: ScreenProps) {
  const step = useStep('phone', query);
  const { kind, place } = step?.draft.fields ?? {};
  const { answer: checked } = useAsk('visit-check', { ...(kind === undefined ? {} : { kind }), ...(place === undefined ? {} : { place }) });
  const [error, setError] = useState<unknown>();
  if (!step) return null;
  const phone = step.draft.fields.phone ?? '';
  const known = checked?.phones_known ?? [];
  const wrong = error instanceof Refused && error.field === 'phone' ? errorWords(error) : undefined;
  const change = (number: string) => {
    setError(undefined);
    step.set({ phone: number });
  };
  return (
    <Question
      title={t('visits-question-phone')}
      hint={t('visits-question-phone-hint')}
      step={step.place}
      back={step.back}
      next={t('visits-question-next')}
      onNext={() => { ask('visit-check', { phone }).then(step.next, setError); }}
    >
      {error && !wrong ? <ErrorNotice error={error} /> : null}
      <Field label={t('visits-phone-field')} hint={t('visits-place-skip')} error={wrong} value={phone} change={change} kind="tel" most={40} ltr />
      {known.length > 0 ? (
        <Choices
          question={t('visits-phone-known')}
          choices={known.map((call) => ({
            value: call.number,
            words: <bdi>{call.name ?? t('visits-call-typed')}</bdi>,
            detail: <><bdi dir="ltr">{call.number}</bdi>{call.label ? <> · {call.label}</> : null}</>,
          }))}
          value={known.some((call) => call.number === phone) ? phone : undefined}
          choose={change}
        />
      ) : null}
    </Question>
  );
}
