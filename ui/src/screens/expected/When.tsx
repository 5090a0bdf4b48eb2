import { useRef, useState } from 'preact/hooks';
import { Choices, ErrorNotice, errorWords, Field, Notice, Question } from '../../components/index.ts';
import { ask, Refused, type TimelineTold, type TypedDay } from '../../door/index.ts';
import { up } from '../../router/index.ts';
import { useAsk } from '../../session.tsx';
import { t } from '../../words/index.ts';
import type { ScreenProps } from '../routes.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';
import { digits } from '../visits/add/draft.ts';
import { TypedDate } from '../visits/add/TypedDate.tsx';

type Way = 'weeks' | 'due' | 'born';
const WAYS: Way[] = ['weeks', 'due', 'born'];
const LIST = '/visits/expected';

/** How far is she? Weeks, or the due date of her notes, or the day of the birth: whichever she knows. */
export function When({ query }: ScreenProps) {
  const { answer: days, error: unread, again } = useAsk('visit-days', { months: 0 });
  const [way, setWay] = useState<Way | undefined>(query.get('what') === 'born' ? 'born' : undefined);
  const [weeks, setWeeks] = useState('');
  const [extra, setExtra] = useState('');
  const day = useRef<TypedDay | undefined>(undefined);
  const [error, setError] = useState<unknown>();
  const [missing, setMissing] = useState(false);
  if (!days) return unread ? <NotAnswered error={unread} again={again} /> : null;

  const told = (): TimelineTold | undefined => {
    if (way === 'weeks') return weeks === '' ? undefined : { what: 'weeks', weeks: Number(weeks), days: Number(extra || '0') };
    return way && day.current ? { what: way, day: day.current } : undefined;
  };
  const save = () => {
    const answer = told();
    setError(undefined);
    setMissing(!answer);
    if (answer) ask('timeline-told', answer).then(() => up(LIST), setError);
  };
  const pick = (next: Way) => {
    setWay(next);
    setError(undefined);
    setMissing(false);
    day.current = undefined;
  };
  const inWeeks = error instanceof Refused && error.field === 'weeks' ? errorWords(error) : undefined;
  return (
    <Question title={t('visits-when-title')} hint={t('visits-when-hint')} back={{ words: t('visits-expected-title'), to: LIST }} next={t('money-save')} nextSign="tick" onNext={save}>
      {missing ? <Notice now><p>{t('visits-when-missing')}</p></Notice> : null}
      {error && !inWeeks ? <ErrorNotice error={error} /> : null}
      <Choices question={t('visits-when-title')} hidden choices={WAYS.map((value) => ({ value, words: t(`visits-when-${value}`) }))} value={way} choose={pick} />
      {way === 'weeks' ? (
        <div class="field-row">
          <Field label={t('visits-when-weeks-field')} value={weeks} change={(text) => setWeeks(digits(text))} kind="digits" most={2} error={inWeeks} ltr narrow />
          <Field label={t('visits-when-days-field')} value={extra} change={(text) => setExtra(digits(text))} kind="digits" most={1} ltr narrow />
        </div>
      ) : null}
      {way === 'due' || way === 'born' ? <TypedDate key={way} months={days.months} chosen={undefined} choose={(typed) => { day.current = typed; }} /> : null}
    </Question>
  );
}
