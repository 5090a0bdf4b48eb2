import { useEffect } from 'preact/hooks';
import { Button, EnglishDay, Notice, Page, PressRow, Section, wholeDay } from '../../components/index.ts';
import { ask, type Expected as Item, type Timeline, type TimelineGroup } from '../../door/index.ts';
import { useAsk, useSession } from '../../session.tsx';
import { go } from '../../router/index.ts';
import { t } from '../../words/index.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';
import { DaySpan } from './DaySpan.tsx';
import { FirstBaby } from './FirstBaby.tsx';

/** What comes next: expected visits from a due date or from how many weeks she is. Suggestions, until she adds a visit. */
export function Expected() {
  const { answer: timeline, error, again, set } = useAsk('timeline', {});
  const { loss } = useSession().settings;
  useEffect(() => {
    // Nothing is expected after a loss, and nothing is asked.
    if (loss) go('/visits', { replace: true });
  }, [loss]);
  if (loss) return null;
  if (!timeline) return error ? <NotAnswered error={error} again={again} /> : null;
  const { due, born, groups } = timeline;
  return (
    <Page title={t('visits-expected-title')} sub={t('visits-expected-hint')} back={{ words: t('visits-back-list'), to: '/visits' }}>
      {due || born ? <Told timeline={timeline} set={set} /> : (
        <div class="section">
          <p class="under">{t('visits-expected-empty')}</p>
          <Button sign="plus" to="/visits/expected/when">{t('visits-expected-tell')}</Button>
        </div>
      )}
      {timeline.ask_born ? (
        <div class="section">
          <Notice><p>{t('visits-expected-ask-born')}</p><Button kind="second" small to="/visits/expected/when?what=born">{t('visits-expected-tell-born')}</Button></Notice>
        </div>
      ) : null}
      {groups.map((group) => <Group key={group.kind} group={group} />)}
    </Page>
  );
}

/** What she told, with a way to change and to forget it. */
function Told({ timeline: { due, born, weeks, first_baby: first }, set }: { timeline: Timeline; set: (timeline: Timeline) => void }) {
  return (
    <div class="card section">
      {born ? <p>{t('visits-expected-born')} <EnglishDay day={born} />{born.hers ? <span class="quiet small"> · {wholeDay(born)}</span> : null}</p> : null}
      {due && !born ? <p>{t('visits-expected-due')} <EnglishDay day={due} />{due.hers ? <span class="quiet small"> · {wholeDay(due)}</span> : null}</p> : null}
      {weeks ? <p><strong>{t('visits-expected-weeks', { weeks: String(weeks.weeks), days: String(weeks.days) })}</strong></p> : null}
      {born ? null : <FirstBaby first={first} set={set} />}
      <div class="buttons">
        <Button kind="second" small to="/visits/expected/when">{t('visits-expected-change')}</Button>
        <Button kind="second" small press={() => void ask('timeline-told', { what: 'forget' }).then(set)}>{t('visits-expected-forget')}</Button>
      </div>
    </div>
  );
}

function Group({ group: { kind, items } }: { group: TimelineGroup }) {
  return (
    <Section title={t(`visits-expected-${kind}`)}>
      {kind === 'earlier' ? <p class="under quiet">{t('visits-expected-earlier-hint')}</p> : null}
      {items.map((item) => <Row key={item.page.id} item={item} />)}
    </Section>
  );
}

function Row({ item }: { item: Item }) {
  return (
    <PressRow picture={item.page.picture} to={`/visits/expected/${item.page.id}`} detail={<><DaySpan item={item} />{item.page.past_review ? <><br />{t('rights-sources-old')}</> : null}{item.added ? <><br /><strong>{t('visits-expected-added')}</strong></> : null}</>}>
      {item.page.title}
    </PressRow>
  );
}
