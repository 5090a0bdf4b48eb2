import { EnglishDay } from '../../components/index.ts';
import type { Expected } from '../../door/index.ts';
import { t } from '../../words/index.ts';

/** The days of a window. English, as every date of a letter; "about" where they are counted from a due date. */
export function DaySpan({ item: { from, to, about, week, if_first_baby: ifFirst } }: { item: Expected }) {
  return (
    <>
      {week === null ? null : <>{t('visits-expected-week', { week: String(week) })} · </>}
      {about ? <>{t('visits-expected-about')} </> : null}
      <EnglishDay day={from} />
      {to && to.iso !== from.iso ? <> {t('visits-expected-to')} <EnglishDay day={to} /></> : null}
      {ifFirst ? <><br />{t('visits-expected-if-first')}</> : null}
    </>
  );
}
