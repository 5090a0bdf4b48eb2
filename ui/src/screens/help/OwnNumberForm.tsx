import { useRef, useState } from 'preact/hooks';
import { Button, Choices, errorWords, Field, Notice, Page } from '../../components/index.ts';
import { ask, type OwnNumber, type OwnRole, Refused } from '../../door/index.ts';
import { back } from '../../router/index.ts';
import { useAsk, useSession } from '../../session.tsx';
import { t } from '../../words/index.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';
import { Lost } from '../trouble/Lost.tsx';
import { takeFocus, toFirstWrong } from '../focus.ts';
import type { ScreenProps } from '../routes.ts';
import { tell } from './told.ts';
import './help.css';

const ROLES: OwnRole[] = ['midwife', 'unit', 'other'];
const LIST = '/help/numbers';

/** Adds or changes one of her numbers: `/help/numbers/new?role=midwife` or `/help/numbers/<id>`. */
export function OwnNumberForm({ params, query }: ScreenProps) {
  const { answer, error, again } = useAsk('own-numbers', {});
  if (!answer) return error ? <NotAnswered error={error} again={again} /> : null;
  if (params['id'] === 'new') return <Form role={ROLES.find((role) => role === query.get('role')) ?? 'other'} />;
  const number = answer.numbers.find((one) => one.id === params['id']);
  return number ? <Form number={number} role={number.role} /> : <Lost />;
}

function Form({ number, role: first }: { number?: OwnNumber; role: OwnRole }) {
  const { loss } = useSession().settings;
  const [role, setRole] = useState<OwnRole>(loss ? 'other' : first);
  const [name, setName] = useState(number?.name ?? '');
  const [phone, setPhone] = useState(number?.phone ?? '');
  const [note, setNote] = useState(number?.note ?? '');
  const [refused, setRefused] = useState<unknown>();
  const form = useRef<HTMLFormElement>(null);

  const save = async () => {
    try {
      await ask('own-number-save', { ...(number ? { id: number.id } : {}), role, name, phone, note });
      tell('saved');
      back(LIST);
    } catch (error) {
      setRefused(error);
      toFirstWrong(form.current);
    }
  };
  const wrong = (field: string) => {
    if (!(refused instanceof Refused) || refused.field !== field) return undefined;
    if (refused.code !== 'missing') return errorWords(refused);
    return t(field === 'name' ? 'help-number-no-name' : 'help-number-no-phone');
  };
  const aboutAField = refused instanceof Refused && refused.field !== null;

  return (
    <Page title={t(number ? 'help-number-change' : 'help-number-new')} back={{ words: t('help-numbers-title'), to: LIST }} class="number-form">
      <form ref={form} noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
        {loss ? null : (
          <Choices question={t('help-number-role')} value={role} choose={setRole} choices={ROLES.map((value) => ({ value, words: t(`help-own-role-${value}`) }))} />
        )}
        <Field label={t('help-number-name')} hint={t(role === 'other' ? 'help-number-name-other' : 'help-number-name-hint')} error={wrong('name')} value={name} change={setName} most={80} />
        <Field label={t('help-number-phone')} error={wrong('phone')} kind="tel" ltr value={phone} change={setPhone} most={40} />
        <Field label={t('help-number-note')} hint={t('help-number-note-hint')} error={wrong('note')} kind="long" value={note} change={setNote} most={500} />
        {refused && !aboutAField ? <div class="help-part"><Notice now><p>{errorWords(refused)}</p></Notice></div> : null}
        <div class="section"><Button submit>{t('help-number-save')}</Button></div>
      </form>
      {number ? <Delete id={number.id} refuse={setRefused} /> : null}
    </Page>
  );
}

function Delete({ id, refuse }: { id: string; refuse: (error: unknown) => void }) {
  const [sure, setSure] = useState(false);
  const remove = async () => {
    try {
      await ask('own-number-delete', { id });
      tell('deleted');
      back(LIST);
    } catch (error) {
      refuse(error);
    }
  };
  if (!sure) return <div class="help-part"><Button kind="link" sign="erase" press={() => setSure(true)}>{t('help-number-delete')}</Button></div>;
  return (
    <div class="card help-part" role="group" aria-labelledby="number-sure">
      <p id="number-sure" tabIndex={-1} ref={takeFocus}><strong>{t('help-number-sure')}</strong></p>
      <div class="buttons help-part">
        <Button kind="second" small press={() => void remove()}>{t('help-number-yes')}</Button>
        <Button kind="second" small press={() => setSure(false)}>{t('help-number-no')}</Button>
      </div>
    </div>
  );
}
