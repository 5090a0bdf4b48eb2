import { useState } from 'preact/hooks';
import { Button, Card, ErrorNotice, Notice, Page } from '../../../components/index.ts';
import { ask, type MovingOut, type MovingQr, saveFile } from '../../../door/index.ts';
import { t } from '../../../words/index.ts';
import { takeFocus } from '../../focus.ts';
import './Moving.css';

const BACK = { words: '', to: '/phone/move' };

/** A copy for a new phone: first the code, which is shown once, then the file. */
export function MoveOut() {
  const [out, setOut] = useState<MovingOut>();
  const [written, setWritten] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const back = { ...BACK, words: t('settings-move-title') };
  const make = () => {
    if (busy) return;
    setBusy(true);
    setRefused(undefined);
    ask('moving-out', {}).then(setOut, setRefused).finally(() => setBusy(false));
  };
  const wrote = () => {
    // The code is kept nowhere from here on.
    setOut((before) => before && { ...before, code: [], code_latin: [], qr: { size: 0, rows: [] } });
    setWritten(true);
  };
  if (out && written) return <File out={out} />;
  if (out) return <Code out={out} on={wrote} />;
  return (
    <Page title={t('settings-move-out')} back={back}>
      {refused ? <ErrorNotice error={refused} /> : null}
      <div class="stack">
        <p>{t('settings-move-out-what')}</p>
        <p>{t('settings-move-out-code')}</p>
        <p>{t('settings-move-out-paper')}</p>
      </div>
      <div class="section"><Button press={make} goesOn>{t(busy ? 'settings-move-working' : 'settings-move-out-make')}</Button></div>
    </Page>
  );
}

/** The 45 digits, as large as she writes them. */
function Code({ out: { code, code_latin, qr }, on }: { out: MovingOut; on: () => void }) {
  const other = code.some((group, at) => group !== code_latin[at]);
  return (
    <Page class="move-code">
      <h1 tabIndex={-1} ref={takeFocus}>{t('settings-move-code')}</h1>
      <p class="page-sub no-print">{t('settings-move-code-once')}</p>
      <ol class="card move-groups" dir="ltr">
        {code.map((group, at) => (
          <li key={at}>
            <strong>{group}</strong>
            {other ? <span class="quiet">{code_latin[at]}</span> : null}
          </li>
        ))}
      </ol>
      <p class="no-print">{t('settings-move-code-check')}</p>
      <Qr qr={qr} />
      <div class="section stack no-print">
        <Button press={on}>{t('settings-move-code-written')}</Button>
        <Button kind="second" press={() => window.print()}>{t('settings-move-code-print')}</Button>
      </div>
    </Page>
  );
}

/** Dark on white in every theme, with the four modules of margin that a reader needs. */
function Qr({ qr: { size, rows } }: { qr: MovingQr }) {
  const path = rows.flatMap((row, y) => [...row.matchAll(/1+/g)].map((run) => `M${run.index + 4} ${y + 4}h${run[0].length}v1h-${run[0].length}z`)).join('');
  return (
    <svg class="move-qr" viewBox={`0 0 ${size + 8} ${size + 8}`} role="img" aria-label={t('settings-move-code-qr')} shape-rendering="crispEdges">
      <path fill="#fff" d={`M0 0h${size + 8}v${size + 8}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}

/** The file, to be saved and sent. */
function File({ out }: { out: MovingOut }) {
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState<{ place: string | undefined }>();
  const [refused, setRefused] = useState<unknown>();
  const save = () => {
    if (busy) return;
    setBusy(true);
    setSaved(undefined);
    setRefused(undefined);
    saveFile(out).then((place) => setSaved({ place }), setRefused).finally(() => setBusy(false));
  };
  return (
    <Page>
      <h1 tabIndex={-1} ref={takeFocus}>{t('settings-move-file')}</h1>
      <p>{t('settings-move-file-what')}</p>
      <div class="section">
        {refused ? <ErrorNotice error={refused} /> : null}
        {saved ? (
          <Notice kind="ok" now>
            <p class="move-place">{saved.place === undefined ? t('settings-move-file-saved', { name: out.name }) : t('settings-move-file-place', { place: saved.place })}</p>
          </Notice>
        ) : null}
        <Button kind={saved ? 'second' : 'first'} class="move-save" press={save}>{t(busy ? 'settings-move-working' : 'settings-move-file-save')}</Button>
      </div>
      <Card class="section">
        <ol class="move-steps">{[2, 3, 4].map((step) => <li key={step}>{t(`settings-move-how-${step}`)}</li>)}</ol>
      </Card>
      <div class="section"><Button kind="second" to="/phone">{t('settings-pin-ready')}</Button></div>
    </Page>
  );
}
