import { useRef, useState } from 'preact/hooks';
import { Button, Card, Chip, Chips, Choices, EnglishDay, errorWords, Field, Notice, Page, PressRow, Section, Switch, wholeDay } from '../../components/index.ts';
import { ask, type Money as MoneyData, type MoneyChange, type RateView, type SupportKind } from '../../door/index.ts';
import { useAsk, useSession } from '../../session.tsx';
import { t } from '../../words/index.ts';
import { toFirstWrong } from '../focus.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';
import { pence, typedPounds } from './pounds.ts';
import { between, Pounds, RateSource } from './Sum.tsx';
import { WEEKDAYS, weekdayName } from './weekdays.ts';
import './money.css';

const SUPPORT: SupportKind[] = ['section-95', 'with-meals', 'section-4', 'schedule-10', 'none', 'unknown'];

/** Above so many days a typed sum is asked about. */
const OLD_DAYS = 7;

interface PartProps {
  money: MoneyData;
  /** Keeps a change. Throws `Refused`. */
  keep: (change: MoneyChange) => Promise<void>;
}

/** S40: her trips, what she has, what is published. */
export function Money() {
  const { answer: money, error, again, set } = useAsk('money', {});
  const { loss } = useSession().settings;
  if (!money) return error ? <NotAnswered error={error} again={again} /> : null;
  const keep = async (change: MoneyChange) => set(await ask('money-save', change));
  return (
    <Page title={t('money-page-title')} class="money">
      <Trips money={money} />
      <Have money={money} keep={keep} />
      <MoneyDay money={money} keep={keep} />
      <Support money={money} keep={keep} />
      <Rates rates={money.rates} />
      <Letters money={money} />
      <Tables />
      <Section title={t('money-articles-title')}>
        <PressRow picture="bus-fare" to="/rights/travel-refund">{t('money-articles-refund')}</PressRow>
        {loss ? null : <PressRow picture="money" to="/rights/extra-money">{t('money-articles-extra')}</PressRow>}
      </Section>
    </Page>
  );
}

/** What she can find out with a few questions. */
function Tables() {
  const { answer } = useAsk('questions', {});
  if (!answer || answer.tables.length === 0) return null;
  return (
    <Section title={t('money-questions-title')}>
      {answer.tables.map(({ id, picture }) => <PressRow key={id} picture={picture} to={`/money/questions/${id}`}>{t(`money-rule-${id}`)}</PressRow>)}
    </Section>
  );
}

function Trips({ money: { trips } }: { money: MoneyData }) {
  return (
    <Section title={t('money-trips-title')}>
      {trips.map(({ card, fare }) => (
        <PressRow
          key={card.id}
          picture={card.picture}
          to={`/money/trip/${card.id}`}
          detail={<><EnglishDay day={card.day} /><br />{fare ? t('money-trips-fare', { fare: fare.text }) : t('money-trips-no-fare')}</>}
        >
          {card.title}
        </PressRow>
      ))}
      {trips.length === 0 ? (
        <>
          <p class="under">{t('money-trips-none')}</p>
          <PressRow picture="add-visit" to="/visits/add" end="plus">{t('money-trips-add')}</PressRow>
        </>
      ) : null}
    </Section>
  );
}

/** What she typed that she has, with its day. */
function Have({ money, keep }: PartProps) {
  const [typing, setTyping] = useState<string>();
  const [error, setError] = useState<string>();
  const [takenBack, setTakenBack] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { have, have_on: on } = money;

  const save = async (sum: number | null) => {
    try {
      await keep({ have: { pence: sum } });
      setTyping(undefined);
      setError(undefined);
      setTakenBack(sum === null && have !== null);
    } catch (refused) {
      setError(errorWords(refused));
      toFirstWrong(form.current);
    }
  };
  const submit = () => {
    const sum = pence(typing ?? '');
    if (sum === undefined || (sum === null && !have)) {
      setError(t('money-error-sum'));
      toFirstWrong(form.current);
    } else {
      void save(sum);
    }
  };

  return (
    <Section title={t('money-have-title')}>
      {takenBack ? <div class="under"><Notice kind="ok" now><p>{t('money-taken-back')}</p></Notice></div> : null}
      {have && typing === undefined ? (
        <Card>
          <p class="have-sum"><Pounds sum={have} /></p>
          {on ? <p class="quiet small">{t(on.in_days === 0 ? 'money-have-today' : on.in_days <= -OLD_DAYS ? 'money-have-old' : 'money-have-on', { day: wholeDay(on) })}</p> : null}
          {error ? <Notice now><p>{error}</p></Notice> : null}
          <div class="buttons">
            <Button kind="second" small press={() => { setTyping(typedPounds(have.pence)); setTakenBack(false); }}>{t('money-change')}</Button>
            <Button kind="second" small press={() => void save(null)}>{t('money-take-back')}</Button>
          </div>
        </Card>
      ) : (
        <form ref={form} noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
          <p class="under quiet">{t('money-have-why')}</p>
          <Field label={t('money-have-label')} hint={t('money-sum-example')} kind="money" ltr narrow error={error} value={typing ?? ''} change={setTyping} most={20} />
          <div class="buttons">
            <Button kind="second" small submit>{t('money-save')}</Button>
            {have ? <Button kind="second" small press={() => { setTyping(undefined); setError(undefined); }}>{t('money-cancel')}</Button> : null}
          </div>
        </form>
      )}
    </Section>
  );
}

/** The weekday on which money comes. */
function MoneyDay({ money: { money_day: day, next_money_day: next }, keep }: PartProps) {
  const [picking, setPicking] = useState(false);
  const [error, setError] = useState<unknown>();
  const open = picking || day === null;
  return (
    <Section title={t('money-day-title')}>
      {error ? <Notice now><p>{errorWords(error)}</p></Notice> : null}
      {open ? (
        <>
          <p class="under quiet">{t('money-day-why')}</p>
          <Chips label={t('money-day-title')}>
            {WEEKDAYS.map((weekday) => (
              <Chip
                key={weekday}
                pressed={weekday === day}
                press={() => void keep({ money_day: weekday }).then(() => { setPicking(false); setError(undefined); }, setError)}
              >
                {weekdayName(weekday)}
              </Chip>
            ))}
          </Chips>
        </>
      ) : (
        <Told
          change={() => setPicking(true)}
          detail={next ? t('money-day-next', { day: wholeDay(next) }) : null}
        >
          {t('money-day-every', { weekday: weekdayName(day) })}
        </Told>
      )}
    </Section>
  );
}

/** Her kind of support, and whether she gets the extra. */
function Support({ money, keep }: PartProps) {
  const [picking, setPicking] = useState(false);
  const [error, setError] = useState<unknown>();
  const { loss } = useSession().settings;
  const { support } = money;
  const extra = money.rates.find((rate) => rate.id === 'pregnancy');
  const keepIt = (change: MoneyChange) => void keep(change).then(() => { setPicking(false); setError(undefined); }, setError);
  return (
    <Section title={t('money-support-title')}>
      {error ? <Notice now><p>{errorWords(error)}</p></Notice> : null}
      {picking || support === null ? (
        <>
          <p class="under quiet">{t('money-support-why')}</p>
          <Choices
            question={t('money-support-title')}
            hidden
            value={support ?? undefined}
            choose={(kind) => keepIt({ support: kind })}
            choices={SUPPORT.map((kind) => ({ value: kind, words: t(`money-support-${kind}`), detail: t(`money-support-${kind}-detail`) }))}
          />
        </>
      ) : (
        <Told change={() => setPicking(true)} detail={t(`money-support-${support}-detail`)}>{t(`money-support-${support}`)}</Told>
      )}
      {loss || support === 'none' || support === 'schedule-10' ? null : (
        <div class="after">
          <Switch on={money.extra_pregnancy} turn={(on) => keepIt({ extra_pregnancy: on })} detail={extra?.sum ? t('money-extra-detail', { sum: extra.sum.text }) : t('money-extra-no-sum')}>
            {t('money-extra-title')}
          </Switch>
        </div>
      )}
    </Section>
  );
}

/** What she has told, with a way to change it. */
function Told({ children, detail, change }: { children: string; detail: string | null; change: () => void }) {
  return (
    <Card class="told">
      <div>
        <p><strong>{children}</strong></p>
        {detail ? <p class="quiet small">{detail}</p> : null}
      </div>
      <Button kind="link" press={change} label={`${t('money-change')}: ${children}`}>{t('money-change')}</Button>
    </Card>
  );
}

function Rates({ rates }: { rates: RateView[] }) {
  return (
    <Section title={t('money-rates-title')}>
      <p class="under quiet">{t('money-rates-why')}</p>
      <Card class="card-rows">{inOrder(rates).map((rate) => <Rate key={rate.id} rate={rate} />)}</Card>
    </Section>
  );
}

/** The order of the published sums: what everyone gets first. One that is new to this list stands at its end. */
const ORDER = ['self-catered', 'with-meals', 'pregnancy', 'baby-under-1', 'child-1-to-3', 'maternity-payment'];

function inOrder(rates: RateView[]): RateView[] {
  const place = ({ id }: RateView) => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length);
  return [...rates].sort((first, second) => place(first) - place(second));
}

function Rate({ rate }: { rate: RateView }) {
  return (
    <div class="rate">
      <h3>{t(`money-rate-${rate.id}`)}</h3>
      {rate.past_review ? <p>{t('money-rate-past-review')}</p> : (
        <>
          <p class="rate-sum">
            <strong>{rate.sum ? <Pounds sum={rate.sum} /> : rate.between ? between(rate.between) : null}</strong>{' '}
            <span class="quiet small">{t(`money-rate-per-${rate.per}`)}</span>
          </p>
          {rate.sum ? null : <p>{t('money-rate-unsettled')}</p>}
        </>
      )}
      <p class="quiet source"><RateSource rate={rate} />{t('money-rate-checked', { day: wholeDay(rate.checked) })}</p>
    </div>
  );
}

function Letters({ money: { letters } }: { money: MoneyData }) {
  const { loss } = useSession().settings;
  return (
    <Section title={t('money-letters-title')}>
      {letters.length === 0 ? <p class="quiet">{t('money-letters-none')}</p> : null}
      {letters.map((letter) => (
        <PressRow key={letter.id} picture="letter" to={`/money/letters/${letter.id}`} detail={t('money-letters-saved', { day: wholeDay(letter.saved) })}>
          {/* The title names the visit as it was. */}
          {loss ? t('money-saved-title') : <bdi lang="en" dir="ltr">{letter.title}</bdi>}
        </PressRow>
      ))}
    </Section>
  );
}
