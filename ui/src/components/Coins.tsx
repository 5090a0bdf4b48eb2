import './Coins.css';

/** One coin a pound, up to twelve; above that only the sums say it. Spent coins are a dashed ring. */
export function Coins({ pounds, spent = 0 }: { pounds: number; spent?: number }) {
  if (pounds > 12 || pounds < 1) return null;
  return (
    <div class="coins" aria-hidden="true">
      {Array.from({ length: pounds }, (_, coin) => (
        <span key={coin} class={coin < pounds - spent ? 'coin' : 'coin coin-spent'}>£</span>
      ))}
    </div>
  );
}

/** A single coin, such as one for each day. */
export function Coin() {
  return <span class="coin" aria-hidden="true">£</span>;
}
