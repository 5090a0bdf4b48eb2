import { useEffect, useState } from 'preact/hooks';
import { errorWords } from '../../components/index.ts';
import { Refused } from '../../door/index.ts';
import { t } from '../../words/index.ts';

/** Why a PIN was not taken. With a wait to come, that is what she has to know. */
export function whyNot(error: unknown): string {
  const waits = error instanceof Refused && Number(error.args['seconds'] ?? 0) > 0;
  return waits ? t('errors-pin-wait') : errorWords(error);
}

/** What is left of a wait: seen each second, read out when it begins and each minute after that. */
export function Waiting({ seconds, over }: { seconds: number; over: () => void }) {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const end = performance.now() + 1000 * seconds;
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      setLeft(rest);
      if (rest > 0) return;
      clearInterval(timer);
      over();
    }, 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  const minutes = Math.ceil(left / 60);
  return (
    <>
      <p aria-hidden="true">{t('settings-lock-wait', { time: `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}` })}</p>
      <p class="off-screen" role="status">{minutes > 1 ? t('settings-lock-wait-minutes', { minutes: String(minutes) }) : t('settings-lock-wait-short')}</p>
    </>
  );
}
