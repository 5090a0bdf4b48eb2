import { useState } from 'preact/hooks';
import { Button, Field, Notice, Press, Question } from '../../../components/index.ts';
import { t } from '../../../words/index.ts';
import type { ScreenProps } from '../../routes.ts';
import { digits, toTop, useStep } from './draft.ts';
import './WhatTime.css';

const MORNING = [6, 7, 8, 9, 10, 11];
const AFTERNOON = [12, 13, 14, 15, 16, 17];
const NIGHT = [18, 19, 20, 21, 22, 23, 0, 1, 2, 3, 4, 5];
const MINUTES = [0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55];

/** S24: what time? Two touches, no typing: the hour, then the minutes. */
export function WhatTime({ query }: ScreenProps) {
  const step = useStep('time', query);
  const kept = step?.draft.fields.time?.split(':').map(Number);
  const [hour, setHour] = useState(kept?.[0]);
  const [minute, setMinute] = useState(kept?.[1]);
  const [night, setNight] = useState(hour !== undefined && NIGHT.includes(hour));
  const [typing, setTyping] = useState(minute !== undefined && !MINUTES.includes(minute));
  const [typed, setTyped] = useState(minute === undefined ? '' : String(minute));
  const [missing, setMissing] = useState(false);
  if (!step) return null;
  const { draft, set } = step;

  const at = (hours: number, minutes: number) => set({ time: `${two(hours)}:${two(minutes)}` }, { timeNotThere: false });
  const pickHour = (hours: number) => {
    setHour(hours);
    toTop();
    setMissing(false);
    if (minute !== undefined) at(hours, minute);
  };
  const pickMinute = (minutes: number) => {
    setMinute(minutes);
    setMissing(false);
    if (hour !== undefined) at(hour, minutes);
  };
  const notThere = () => {
    setHour(undefined);
    setMinute(undefined);
    setMissing(false);
    set({ time: '' }, { timeNotThere: true });
  };
  const anotherHour = () => {
    setHour(undefined);
    set({ time: '' });
  };
  const next = () => {
    if (draft.fields.time !== undefined || draft.timeNotThere) step.next();
    else setMissing(true);
  };
  const hours = (list: number[]) => (
    <div class="time-grid">
      {list.map((each) => <Press key={each} class="time-cell" press={() => pickHour(each)}>{inEnglish(each)}</Press>)}
    </div>
  );

  return (
    <Question
      title={t('visits-question-time')}
      hint={t('visits-question-time-hint')}
      step={step.place}
      back={step.back}
      next={t('visits-question-next')}
      onNext={next}
    >
      {missing ? <Notice now><p>{t('visits-time-missing')}</p></Notice> : null}
      {hour === undefined ? (
        <>
          <section><h2>{t('visits-time-morning')}</h2>{hours(MORNING)}</section>
          <section><h2>{t('visits-time-afternoon')}</h2>{hours(AFTERNOON)}</section>
          {night ? (
            <section><h2>{t('visits-time-night')}</h2>{hours(NIGHT)}</section>
          ) : (
            <Button kind="link" press={() => setNight(true)}>{t('visits-time-night')}</Button>
          )}
        </>
      ) : (
        <section>
          <p class="time-now" lang="en" dir="ltr">{inEnglish(hour, minute)}</p>
          <h2>{t('visits-time-minutes')}</h2>
          <div class="time-grid time-grid-4">
            {MINUTES.map((each) => (
              <Press key={each} class={each === minute ? 'time-cell time-cell-on' : 'time-cell'} pressed={each === minute} press={() => pickMinute(each)}>
                {`${hour % 12 || 12}:${two(each)}`}
              </Press>
            ))}
          </div>
          {typing ? (
            <Field
              label={t('visits-time-field')}
              value={typed}
              change={(text) => {
                const minutes = digits(text);
                setTyped(minutes);
                if (minutes !== '' && Number(minutes) < 60) pickMinute(Number(minutes));
                else set({ time: '' });
              }}
              kind="digits"
              most={2}
              narrow
              ltr
            />
          ) : (
            <Button kind="link" press={() => setTyping(true)}>{t('visits-time-other')}</Button>
          )}
          <Button kind="link" press={anotherHour}>{t('visits-time-change-hour')}</Button>
        </section>
      )}
      <Press class={draft.timeNotThere ? 'choice switch choice-on' : 'choice switch'} pressed={draft.timeNotThere} press={notThere}>
        <span class="choice-words"><strong>{t('visits-time-not-there')}</strong></span>
      </Press>
    </Question>
  );
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** As letters print it: 9am, 9:20am, 12pm. */
function inEnglish(hour: number, minute?: number): string {
  const minutes = minute === undefined ? '' : `:${two(minute)}`;
  return `${hour % 12 || 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}
