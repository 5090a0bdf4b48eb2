import { useEffect, useState } from 'preact/hooks';
import { Badge, Button, Notice, Page, Picture, PressRow, Press, Section, shortDay, Sign, Tile, Tiles, VisitCardView, wholeDay } from '../../components/index.ts';
import type { Day, DoNow, Today as TodayData } from '../../door/index.ts';
import { useAsk, useSession } from '../../session.tsx';
import { t } from '../../words/index.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';
import './Today.css';

/** A line that is free from every phone and answers in her language. */
const FREE_LINE = 'migrant-help';

/** S10: what is next, and what can I do now. */
export function Today() {
  const session = useSession();
  const [known] = useState(() => session.takeToday());
  const { answer: today, error, again } = useAsk('today', {}, known);
  useNewDay(again);
  if (!today) return error ? <NotAnswered error={error} again={again} /> : null;
  const { next } = today;
  return (
    <Page
      title={t(next ? 'today-title-next' : 'today-title-none')}
      above={shortDay(today.today)}
      end={<Picture name="sun-house" size={52} />}
      class="today"
    >
      {next ? (
        <VisitCardView card={next}>
          <Button to={`/visits/${next.id}`} goesOn>{t('today-next-see')}</Button>
        </VisitCardView>
      ) : (
        <>
          <p>{t('today-empty-words')}</p>
          <div class="today-add"><Button sign="plus" to="/visits/add">{t('today-tile-add')}</Button></div>
        </>
      )}
      {session.trouble ? (
        <div class="section"><PressRow sign="unknown" to="/trouble" detail={t('today-trouble-detail')}>{t('today-trouble-row')}</PressRow></div>
      ) : null}
      {session.settings.ask_calendar ? <AskCalendar answered={again} /> : null}
      {today.do_now.length > 0 ? (
        <Section title={t('today-heading-now')}>{today.do_now.map((row) => <Now key={row.kind} row={row} />)}</Section>
      ) : null}
      <div class="section">
        <Tiles>
          {next ? <Tile picture="add-visit" to="/visits/add">{t('today-tile-add')}</Tile> : <Tile picture="rights" to="/rights">{t('today-bar-rights')}</Tile>}
          <Tile picture="my-numbers" to="/help/numbers">{t('today-tile-numbers')}</Tile>
          <Tile picture="moved" to="/rights/being-moved">{t('today-tile-moved')}</Tile>
          <Tile picture="money" to="/money">{t('today-tile-money')}</Tile>
        </Tiles>
      </div>
      <div class="section"><PressRow sign="search" to="/search">{t('today-search-row')}</PressRow></div>
      <Foot today={today} />
    </Page>
  );
}

function Now({ row }: { row: DoNow }) {
  switch (row.kind) {
    case 'ask-fare':
      return <PressRow picture="bus-fare" to={`/money/letter/${row.visit}`}>{t('today-do-fare')}</PressRow>;
    case 'ask-interpreter':
      return <PressRow picture="question" to={`/cards/interpreter?visit=${row.visit}`}>{t('today-do-interpreter')}</PressRow>;
    case 'save-unit':
      return <PressRow picture="my-numbers" to="/help/numbers">{t('today-do-unit')}</PressRow>;
  }
}

/** Asked once, here, so that it costs nothing on the first run. */
function AskCalendar({ answered }: { answered: () => void }) {
  const { change } = useSession();
  const [error, setError] = useState<unknown>();
  const answer = (own_calendar: boolean) => change({ own_calendar }).then(answered, setError);
  return (
    <div class="card section">
      <h2>{t('today-calendar-question')}</h2>
      <p class="quiet small">{t('today-calendar-detail')}</p>
      {error ? <Notice now><p>{t('errors-cannot-save')}</p></Notice> : null}
      <div class="buttons">
        <Button kind="second" small press={() => void answer(true)}>{t('today-calendar-yes')}</Button>
        <Button kind="second" small press={() => void answer(false)}>{t('today-calendar-no')}</Button>
      </div>
    </div>
  );
}

/** How old everything is, what it was translated by, and the settings. */
function Foot({ today: { checked, age, machine } }: { today: TodayData }) {
  return (
    <div class="foot today-foot">
      {checked && age !== 'old' ? <p>{t('today-foot-checked', { date: wholeDay(checked) })}</p> : null}
      {checked && age === 'old' ? <OldWords checked={checked} /> : null}
      {machine ? <Badge shape="machine">{t('today-foot-machine')}</Badge> : null}
      <Press to="/phone" class="today-phone"><Sign name="settings" /><span>{t('today-foot-phone')}</span></Press>
    </div>
  );
}

/** Everything here may have changed: said once, with a free line for who wants to ask. */
function OldWords({ checked }: { checked: Day }) {
  const { answer: line } = useAsk('contact', { id: FREE_LINE });
  const call = line?.calls.find(({ free }) => free);
  return (
    <>
      <Badge shape="old">{t('today-foot-old', { date: wholeDay(checked) })}</Badge>
      {call ? <PressRow picture="call" dial={call.dial} end="call" detail={<><bdi dir="ltr">{call.number}</bdi> · {t('visits-call-free')}</>}>{call.name}</PressRow> : null}
    </>
  );
}

/** "In 2 days" must not be yesterday's: when she comes back to the app, Today is asked anew. */
function useNewDay(again: () => void): void {
  useEffect(() => {
    const back = () => {
      if (document.visibilityState === 'visible') again();
    };
    document.addEventListener('visibilitychange', back);
    return () => document.removeEventListener('visibilitychange', back);
  }, [again]);
}
