import type { RateView, Sum } from '../../door/index.ts';
import { t } from '../../words/index.ts';

/** A sum as it is printed on a card or ticket, in every script. */
export function Pounds({ sum }: { sum: Sum }) {
  return <bdi class="pounds" dir="ltr">{sum.text}</bdi>;
}

/** A sum of which only about the pounds are known: `£9`. */
export function roundPounds(sum: Sum): string {
  return `£${Math.round(sum.pence / 100)}`;
}

/** "About £9 to £10". */
export function between([low, high]: [Sum, Sum]): string {
  return t('money-rate-between', { low: roundPounds(low), high: roundPounds(high) });
}

/** Which source a published sum is from, in the words of the source. */
export function RateSource({ rate }: { rate: RateView }) {
  return <>{t('money-rate-dated')} <bdi lang="en" dir="ltr">{rate.dated}</bdi>. </>;
}
