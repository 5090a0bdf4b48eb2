import { useState } from 'preact/hooks';
import { Button, errorWords, Notice, Page, wholeDay } from '../../components/index.ts';
import { ask } from '../../door/index.ts';
import { copy } from '../../platform/index.ts';
import { back } from '../../router/index.ts';
import { useAsk } from '../../session.tsx';
import { t } from '../../words/index.ts';
import { toHold } from '../cards/hold.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';
import { takeFocus } from '../focus.ts';
import type { ScreenProps } from '../routes.ts';
import { SavedLines, Sheet } from './Sheet.tsx';

/** A letter that she saved, as it was. */
export function SavedLetter({ params }: ScreenProps) {
  const id = params['id'] ?? '';
  const { answer: letter, error, again } = useAsk('letter-saved', { id });
  const [copied, setCopied] = useState<boolean>();
  const [sure, setSure] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  if (!letter) return error ? <NotAnswered error={error} again={again} /> : null;
  const remove = () => void ask('letter-delete', { id }).then(() => back('/money'), setRefused);
  return (
    <Page title={t('money-saved-title')} sub={t('money-saved-on', { day: wholeDay(letter.row.saved) })} back={{ words: t('money-page-title'), to: '/money' }} class="letter">
      <Sheet><SavedLines text={letter.text} /></Sheet>
      <div class="buttons letter-buttons">
        <Button sign="full-screen" {...toHold(`/money/letters/${id}/show`)}>{t('money-letter-show')}</Button>
        <Button kind="second" sign="copy" press={() => void copy(letter.text).then(setCopied)}>{t('money-letter-copy')}</Button>
      </div>
      {copied === undefined ? null : (
        <div class="after"><Notice kind={copied ? 'ok' : 'quiet'} now><p>{t(copied ? 'money-letter-copied' : 'money-letter-not-copied')}</p></Notice></div>
      )}
      <div class="section">
        {refused ? <Notice now><p>{errorWords(refused)}</p></Notice> : null}
        {sure ? (
          <div class="card" role="group" aria-labelledby="letter-sure">
            <p id="letter-sure" tabIndex={-1} ref={takeFocus}><strong>{t('money-saved-sure')}</strong></p>
            <div class="buttons">
              <Button kind="second" small press={remove}>{t('money-saved-yes')}</Button>
              <Button kind="second" small press={() => setSure(false)}>{t('money-saved-no')}</Button>
            </div>
          </div>
        ) : (
          <Button kind="link" sign="erase" press={() => setSure(true)}>{t('money-saved-delete')}</Button>
        )}
      </div>
    </Page>
  );
}
