import { useRef, useState } from 'preact/hooks';
import { Button, Card, Coins, EnglishDay, errorWords, Field, HerDates, Notice, Page, Picture, PressRow, wholeDay } from '../../components/index.ts';
import { ask, Refused, type Trip as TripData } from '../../door/index.ts';
import { useAsk } from '../../session.tsx';
import { t } from '../../words/index.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';
import { toFirstWrong } from '../focus.ts';
import type { ScreenProps } from '../routes.ts';
import { pence, typedPounds } from './pounds.ts';
import { Pounds, RateSource, roundPounds } from './Sum.tsx';
import { shortWeekdayOf, weekdayOf } from './weekdays.ts';
import { WhoPays } from './WhoPays.tsx';
import './money.css';

/** S41: what the trip costs, what is left, who can pay. £11 is eleven coins; six go on the bus; five are left. */
export function Trip({ params }: ScreenProps) {
  const id = params['visit'] ?? '';
  const { answer: trip, error, again, set } = useAsk('trip', { id });
  if (!trip) return error ? <NotAnswered error={error} again={again} /> : null;
  const { card } = trip;
  return (
    <Page
      title={t('money-trip-title', { visit: card.title })}
      sub={<EnglishDay day={card.day} time={card.time} />}
      back={{ words: t('money-page-title'), to: '/money' }}
      class="trip"
    >
      <div class="trip-dates"><HerDates day={card.day} time={card.time} /></div>
      <Sums trip={trip} set={set} />
      {trip.health && !card.past ? <div class="trip-ask"><Button to={`/money/letter/${card.id}`} sign="source">{t('money-trip-ask')}</Button></div> : null}
      <WhoPays trip={trip} />
    </Page>
  );
}

/** The picture of the trip, and the form that changes its two sums. */
function Sums({ trip, set }: { trip: TripData; set: (trip: TripData) => void }) {
  const [changing, setChanging] = useState(false);
  const open = changing || trip.fare === null || trip.have === null;
  return (
    <>
      {trip.have || trip.fare ? <Card class="sums"><InCoins trip={trip} /></Card> : null}
      {trip.left && trip.left.pence < 0 ? <NotEnough left={trip.left.pence} /> : null}
      {trip.left?.pence === 0 ? <div class="after"><Notice><p>{t('money-trip-just-enough')}</p></Notice></div> : null}
      {trip.left && trip.money_day === null ? (
        <div class="after"><PressRow picture="day" to="/money" detail={t('money-trip-pick-day-detail')}>{t('money-trip-pick-day')}</PressRow></div>
      ) : null}
      {open ? <ChangeSums trip={trip} set={set} close={() => setChanging(false)} /> : <From trip={trip} change={() => setChanging(true)} />}
    </>
  );
}

function InCoins({ trip: { have, fare, left, money_day: moneyDay, each_day: days, per_day: perDay } }: { trip: TripData }) {
  const pounds = have ? Math.floor(have.pence / 100) : 0;
  const spent = left ? pounds - Math.max(0, Math.floor(left.pence / 100)) : 0;
  const coinsADay = perDay ? Math.floor(perDay.pence / 100) : 0;
  return (
    <>
      {have ? (
        <>
          <div class="sum-row">
            <Picture name="money" /><p>{t('money-trip-have')}</p><strong><Pounds sum={have} /></strong>
          </div>
          <Coins pounds={pounds} spent={spent} />
        </>
      ) : null}
      {fare ? (
        <div class="sum-row">
          <Picture name="bus-fare" /><p>{t('money-trip-fare')}</p><strong><Pounds sum={fare} /></strong>
        </div>
      ) : null}
      {left ? (
        <div class="sum-row sum-left">
          <Picture name={left.pence < 0 ? 'question' : 'meal'} />
          <p><strong>{left.pence < 0 ? t('money-trip-missing') : moneyDay ? t('money-trip-left-until', { weekday: weekdayOf(moneyDay) }) : t('money-trip-left')}</strong></p>
          <strong class="sum-big"><Pounds sum={{ pence: Math.abs(left.pence), text: left.text.replace('-', '') }} /></strong>
        </div>
      ) : null}
      {perDay && days.length > 0 ? (
        <>
          <ul class={days.length > 5 ? 'each-day each-day-many' : 'each-day'}>
            {days.map((day) => (
              <li key={day.iso}>
                <span>{shortWeekdayOf(day)}</span>
                {coinsADay > 0 && coinsADay <= 3 ? <Coins pounds={coinsADay} /> : null}
              </li>
            ))}
          </ul>
          <p class="per-day"><strong>{t('money-trip-per-day', { sum: perDay.text })}</strong></p>
        </>
      ) : null}
    </>
  );
}

/** Not enough is nobody's fault, and never red. */
function NotEnough({ left }: { left: number }) {
  const sum = `£${Math.floor(-left / 100)}.${String(-left % 100).padStart(2, '0')}`;
  return <div class="after"><Notice><p>{t('money-trip-not-enough', { sum })}</p></Notice></div>;
}

/** Where the sum she has comes from, and the way to change it. */
function From({ trip: { have_from: from }, change }: { trip: TripData; change: () => void }) {
  return (
    <div class="sums-from">
      <div class="quiet small">
        {from?.from === 'typed' ? <p>{from.on.in_days === 0 ? t('money-trip-typed-today') : t('money-trip-typed-on', { day: wholeDay(from.on) })}</p> : null}
        {from?.from === 'rates' ? (
          <>
            <p>{t('money-trip-from-rates')}</p>
            {from.rates.map((rate) => (
              <p key={rate.id}>
                {t(`money-rate-${rate.id}`)}: {rate.sum ? <Pounds sum={rate.sum} /> : null}. <RateSource rate={rate} />{t('money-rate-checked', { day: wholeDay(rate.checked) })}
              </p>
            ))}
            <p>{t('money-trip-from-rates-own')}</p>
          </>
        ) : null}
      </div>
      <Button kind="link" press={change}>{t('money-change')}</Button>
    </div>
  );
}

/** Both sums in place. An empty field takes its sum back. */
function ChangeSums({ trip, set, close }: { trip: TripData; set: (trip: TripData) => void; close: () => void }) {
  const own = trip.have_from?.from === 'typed' ? trip.have : null;
  const [have, setHave] = useState(own ? typedPounds(own.pence) : '');
  const [fare, setFare] = useState(trip.fare ? typedPounds(trip.fare.pence) : '');
  const [wrong, setWrong] = useState<{ have?: string | undefined; fare?: string | undefined; other?: string | undefined }>({});

  const form = useRef<HTMLFormElement>(null);

  const save = async () => {
    const [haveSum, fareSum] = [pence(have), pence(fare)];
    if (haveSum === undefined || fareSum === undefined) {
      toFirstWrong(form.current);
      setWrong({ have: haveSum === undefined ? t('money-error-sum') : undefined, fare: fareSum === undefined ? t('money-error-sum') : undefined });
      return;
    }
    try {
      // What did not change is not sent: a sum keeps the day on which she typed it.
      if (haveSum !== (own?.pence ?? null)) await ask('money-save', { have: { pence: haveSum } });
      const { id } = trip.card;
      set(fareSum === (trip.fare?.pence ?? null) ? await ask('trip', { id }) : await ask('trip-save', { id, fare_pence: fareSum }));
      setWrong({});
      close();
    } catch (error) {
      const words = errorWords(error);
      toFirstWrong(form.current);
      const field = error instanceof Refused ? error.field : null;
      setWrong(field === 'have' ? { have: words } : field === 'fare' ? { fare: words } : { other: words });
    }
  };

  return (
    <form ref={form} class="change-sums card" noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <WhyNoSum trip={trip} />
      {wrong.other ? <Notice now><p>{wrong.other}</p></Notice> : null}
      <div class="field-row">
        <Field label={t('money-have-label')} hint={t('money-sum-example')} kind="money" ltr value={have} change={setHave} error={wrong.have} most={20} />
        <Field label={t('money-trip-fare-label')} kind="money" ltr value={fare} change={setFare} error={wrong.fare} most={20} />
      </div>
      <div class="buttons">
        <Button kind="second" small submit>{t('money-save')}</Button>
        {trip.fare && trip.have ? <Button kind="second" small press={close}>{t('money-cancel')}</Button> : null}
      </div>
    </form>
  );
}

function WhyNoSum({ trip: { no_sum: why, unsettled, fare } }: { trip: TripData }) {
  if (why === null) return null;
  const range = unsettled?.between;
  const words =
    why === 'rate-unsettled' && range ? t('money-trip-unsettled', { low: roundPounds(range[0]), high: roundPounds(range[1]) })
    : why === 'rate-past-review' || why === 'rate-unsettled' ? t('money-trip-no-rate')
    : why === 'have-missing' && fare ? t('money-trip-no-have')
    : why === 'have-missing' ? t('money-trip-no-both')
    : t('money-trip-no-fare');
  return <p class="under">{words}</p>;
}
