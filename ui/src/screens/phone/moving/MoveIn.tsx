import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button, Card, ErrorNotice, errorWords, Notice, Page, wholeDay } from '../../../components/index.ts';
import { ask, type MovingDone, type MovingFound, type MovingIn, Refused } from '../../../door/index.ts';
import { hasChosen, onLock, toChooseFile } from '../../../lock/index.ts';
import { go } from '../../../router/index.ts';
import { useSession } from '../../../session.tsx';
import { t } from '../../../words/index.ts';
import { WayBack } from '../../../components/WayBack.tsx';
import { takeFocus, toFirstWrong } from '../../focus.ts';
import { caretAfter, digitsOf, inGroups, MOST_DIGITS } from './groups.ts';
import './Moving.css';

/** Nothing that Kindway makes is larger; it is not even read. */
const MOST_BYTES = 12_000_000;

/** What a copy brought, while all is drawn anew with it. */
let brought: MovingDone | undefined;
onLock(() => { brought = undefined; });

/** A copy from another phone: its file, its code, what is in it, and only then whether to take it. */
export function MoveIn() {
  const [found, setFound] = useState<{ from: MovingIn; what: MovingFound }>();
  const [done] = useState(() => {
    const taken = brought;
    brought = undefined;
    return taken;
  });
  if (done) return <Taken done={done} />;
  if (found) return <Found {...found} no={() => setFound(undefined)} />;
  return <Ask found={(from, what) => setFound({ from, what })} />;
}

function Ask({ found }: { found: (from: MovingIn, what: MovingFound) => void }) {
  const [file, setFile] = useState<File>();
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const aboutCode = refused instanceof Refused && refused.field === 'code';
  const aboutFile = refused !== undefined && !aboutCode;
  const fileError = missing ? t('settings-move-file-missing') : aboutFile ? errorWords(refused) : undefined;

  const look = async () => {
    if (busy) return;
    setRefused(undefined);
    setMissing(!file);
    if (!file) {
      toFirstWrong(form.current);
      return;
    }
    setBusy(true);
    try {
      if (file.size > MOST_BYTES) throw new Refused({ code: 'moving-too-large', message_id: 'errors-moving-too-large', args: {}, field: null });
      // With all digits there, a wrong one is named by its group; with one too few, groups would only mislead.
      const digits = digitsOf(code);
      const from = { file: await inBase64(file), code: digits.length === MOST_DIGITS ? code : digits };
      found(from, await ask('moving-look', from));
    } catch (error) {
      setRefused(error);
      setBusy(false);
      toFirstWrong(form.current);
    }
  };
  return (
    <Page>
      <WayBack />
      <h1 tabIndex={-1}>{t('settings-move-in')}</h1>
      <form
        ref={form}
        class="section"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <div class={fileError ? 'field field-wrong' : 'field'}>
          <label for={`${id}-file`}>{t('settings-move-in-file')}</label>
          <p class="field-hint" id={`${id}-hint`}>{t('settings-move-in-file-hint')}</p>
          {fileError ? <p class="field-error" id={`${id}-error`} role="alert">{fileError}</p> : null}
          <div class="move-file button button-second">
            <span>{file ? t('settings-move-in-file-other') : t('settings-move-in-file-choose')}</span>
            <input
              id={`${id}-file`}
              type="file"
              aria-describedby={fileError ? `${id}-hint ${id}-error` : `${id}-hint`}
              {...(fileError ? { 'aria-invalid': true } : {})}
              onClick={toChooseFile}
              onChange={(event) => {
                hasChosen();
                setFile(event.currentTarget.files?.[0]);
                setMissing(false);
                setRefused(undefined);
              }}
            />
          </div>
          {file ? <p class="small">{t('settings-move-in-file-chosen', { name: file.name })}</p> : null}
        </div>
        <CodeField value={code} change={setCode} error={aboutCode ? errorWords(refused) : undefined} />
        <div class="section"><Button submit goesOn>{t(busy ? 'settings-move-working' : 'settings-move-in-look')}</Button></div>
      </form>
    </Page>
  );
}

/** One field for 45 digits of any script. It puts them in groups as they are typed or pasted, and the caret stays behind its digit. */
function CodeField({ value, change, error }: { value: string; change: (value: string) => void; error: string | undefined }) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    if (caret.current !== undefined) field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = undefined;
  }, [value]);
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label for={id}>{t('settings-move-in-code')}</label>
      <p class="field-hint" id={`${id}-hint`}>{t('settings-move-in-code-hint', { count: String(digitsOf(value).length) })}</p>
      {error ? <p class="field-error" id={`${id}-error`} role="alert">{error}</p> : null}
      <textarea
        ref={field}
        id={id}
        class="move-field"
        rows={4}
        dir="ltr"
        inputMode="numeric"
        autoComplete="off"
        spellcheck={false}
        aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
        {...(error ? { 'aria-invalid': true } : {})}
        value={value}
        onInput={(event) => {
          const { value: typed, selectionStart } = event.currentTarget;
          const grouped = inGroups(typed);
          caret.current = caretAfter(grouped, digitsOf(typed.slice(0, selectionStart)).length);
          // What she typed may be no digit: then nothing is drawn anew, and it has to go all the same.
          event.currentTarget.value = grouped;
          event.currentTarget.setSelectionRange(caret.current, caret.current);
          change(grouped);
        }}
      />
    </div>
  );
}

const KINDS = ['visits', 'notes', 'numbers', 'letters'] as const;

/** What is in it, and a question before any of it is taken. */
function Found({ from, what, no }: { from: MovingIn; what: MovingFound; no: () => void }) {
  const { reopen } = useSession();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const here = useRef(true);
  useEffect(() => () => { here.current = false; }, []);
  const take = () => {
    if (busy) return;
    setBusy(true);
    const bring = async () => {
      const done = await ask('moving-in', from);
      const opened = await ask('open', {});
      if (here.current) brought = done;
      // Her settings are others from here on, and the words may be too.
      await reopen(opened);
    };
    bring().catch((error: unknown) => {
      setRefused(error);
      setBusy(false);
    });
  };
  return (
    <Page>
      <h1 tabIndex={-1} ref={takeFocus}>{t('settings-move-found')}</h1>
      <p class="page-sub">{t('settings-move-found-made', { day: wholeDay(what.made) })}</p>
      {refused ? <ErrorNotice error={refused} /> : null}
      <ul class="card move-found">
        {KINDS.filter((kind) => what[kind] > 0).map((kind) => <li key={kind}>{t(`settings-move-found-${kind}`, { count: String(what[kind]) })}</li>)}
      </ul>
      <div class="stack section">
        <p>{what.new > 0 ? t('settings-move-found-new', { count: String(what.new) }) : t('settings-move-found-none')}</p>
        {what.both > 0 ? <p>{t('settings-move-found-both', { count: String(what.both) })}</p> : null}
        <p>{t('settings-move-found-stays')}</p>
      </div>
      <div class="section stack">
        <Button press={take}>{t(busy ? 'settings-move-working' : 'settings-move-found-yes')}</Button>
        <Button kind="second" press={no}>{t('settings-move-found-no')}</Button>
      </div>
    </Page>
  );
}

function Taken({ done: { added, same, both } }: { done: MovingDone }) {
  const { change } = useSession();
  const [refused, setRefused] = useState<unknown>();
  // Whoever brings a copy knows the promises already.
  const on = () => void change({ welcomed: true }).then(() => go('/', { replace: true }), setRefused);
  return (
    <Page>
      <h1 tabIndex={-1} ref={takeFocus}>{t('settings-move-done')}</h1>
      {refused ? <ErrorNotice error={refused} /> : null}
      <Card class="section">
        <p>{t('settings-move-done-added', { count: String(added) })}</p>
        {same > 0 ? <p>{t('settings-move-done-same', { count: String(same) })}</p> : null}
        {both > 0 ? <p>{t('settings-move-done-both', { count: String(both) })}</p> : null}
      </Card>
      <div class="section"><Notice sign="bell"><p>{t('settings-move-done-reminders')}</p></Notice></div>
      <p class="foot">{t('settings-move-done-old')}</p>
      <div class="section"><Button sign="today" press={on}>{t('settings-trouble-on')}</Button></div>
    </Page>
  );
}

/** What the core reads: the file as base64, without the words that a browser puts before it. */
function inBase64(file: File): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/, '') : '');
    reader.onerror = () => failed(new Error('the file cannot be read'));
    reader.readAsDataURL(file);
  });
}
