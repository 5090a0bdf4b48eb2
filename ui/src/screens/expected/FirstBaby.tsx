import { useState } from 'preact/hooks';
import { Chip, Chips, ErrorNotice } from '../../components/index.ts';
import { ask, type Timeline } from '../../door/index.ts';
import { t } from '../../words/index.ts';

/** A first baby has three visits more. Left open, those are shown and marked. */
export function FirstBaby({ first, set }: { first: boolean | null; set: (timeline: Timeline) => void }) {
  const [error, setError] = useState<unknown>();
  const tell = (answer: boolean) => void ask('timeline-told', { what: 'first-baby', first: first === answer ? null : answer }).then(set, setError);
  return (
    <>
      {error ? <ErrorNotice error={error} /> : null}
      <p class="field"><strong>{t('visits-expected-first')}</strong></p>
      <Chips label={t('visits-expected-first')}>
        <Chip pressed={first === true} press={() => tell(true)}>{t('visits-expected-first-yes')}</Chip>
        <Chip pressed={first === false} press={() => tell(false)}>{t('visits-expected-first-no')}</Chip>
      </Chips>
    </>
  );
}
