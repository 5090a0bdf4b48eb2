import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { Badge, Button, English, Hers, Page, Picture, PressRow, SentencePair } from '../../components/index.ts';
import { MayHaveChanged, Sources } from '../../components/Sources.tsx';
import { TranslationBadge } from '../../components/TranslationBadge.tsx';
import { WayBack } from '../../components/WayBack.tsx';
import type { Callable, Danger as DangerPage, Pair } from '../../door/index.ts';
import { useAsk, useSession } from '../../session.tsx';
import { readsEnglish, t, tEnglish } from '../../words/index.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';
import './Danger.css';

const EMERGENCY = '999';
const URGENT = '111';

/** S70: the call button stands above the pictures of its group, and stays in sight while she looks through them. */
export function Danger() {
  const { settings: { loss }, channel } = useSession();
  const { answer, error, again } = useAsk('danger', {});
  useHeaderHeight();
  if (!answer) return error ? <NotAnswered error={error} again={again} /> : null;

  const content = answer.page;
  const group = (id: string) => content.sections.find((section) => section.id === id)?.statements ?? [];
  return (
    <Page class="danger">
      <WayBack />
      <h1 tabIndex={-1}>{content.title}</h1>
      <MayHaveChanged page={content} />

      <section class="signs signs-emergency" aria-labelledby="danger-emergency">
        <Heading id="danger-emergency-title" name="danger-emergency" />
        <Calls>
          <Button kind="urgent" sign="call" dial={EMERGENCY}>{t('danger-emergency-call')}</Button>
        </Calls>
        {readsEnglish() ? null : (
          <div class="signs-say">
            <p>{t('danger-emergency-say', { language: answer.language_english })}</p>
            <p class="quiet small" lang="en" dir="ltr">{tEnglish('danger-emergency-say', { language: answer.language_english })}</p>
          </div>
        )}
        <Signs pairs={group('emergency')} />
      </section>

      <section class="signs" aria-labelledby="danger-unit">
        <Heading id={loss ? 'danger-unit-title-plain' : 'danger-unit-title'} name="danger-unit" />
        <p class="signs-words">{t(loss ? 'danger-unit-words-plain' : 'danger-unit-words')}</p>
        {loss ? <Calls><Button kind="urgent-second" sign="call" dial={URGENT}>{t('danger-call-111')}</Button></Calls> : <UnitCalls answer={answer} />}
        <Signs pairs={group('unit')} />
      </section>

      <Listed title="danger-early-title" pairs={group('early')} />
      <Listed title={loss ? 'danger-after-birth-title-plain' : 'danger-after-birth-title'} pairs={group('after-birth')}>
        <Button kind="urgent" small sign="call" dial={EMERGENCY}>{t('danger-emergency-call')}</Button>
      </Listed>
      <Listed title="danger-mind-title" pairs={group('mind')}>
        <Button kind="urgent-second" small sign="call" dial={URGENT}>{t('danger-call-111-2')}</Button>
      </Listed>
      <Listed title="danger-emergency-know" pairs={group('emergency-call')} />

      <div class="danger-badges">
        {channel.name === 'test' || content.status !== 'approved' ? (
          <Badge shape="test">{t(loss ? 'danger-page-unchecked-plain' : 'danger-page-unchecked')}</Badge>
        ) : null}
        <TranslationBadge status={content.status} />
      </div>
      <Sources page={content} />
    </Page>
  );
}

/** Her own units; else the units near the place that she searched; else 111 and a row to save her unit. */
function UnitCalls({ answer: { units, units_near: near } }: { answer: DangerPage }) {
  const hers = units.flatMap(({ id, name, phone, dial }) => (phone && dial ? [{ id, name, phone, dial }] : []));
  if (hers.length > 0) {
    return (
      <>
        {hers.map(({ id, name, phone, dial }) => (
          <Calls key={id} stays={hers.length === 1}>
            <Button kind="urgent-second" sign="call" dial={dial}>
              <Number words={t('danger-unit-call', { name: name || t('danger-unit-yours') })} number={phone} />
            </Button>
          </Calls>
        ))}
      </>
    );
  }
  const save = <PressRow empty picture="my-numbers" end="plus" to="/help/numbers/new?role=unit" detail={t('danger-unit-save-detail')}>{t('danger-unit-save')}</PressRow>;
  const callable = near.flatMap((contact) => (contact.call && !contact.closed ? [{ contact, call: contact.call }] : []));
  if (callable.length === 0) {
    return (
      <>
        <p class="signs-words">{t('danger-unit-111-words')}</p>
        <Calls><Button kind="urgent-second" sign="call" dial={URGENT}>{t('danger-call-111')}</Button></Calls>
        {save}
      </>
    );
  }
  return (
    <>
      <p class="signs-words">{t('danger-unit-near')}</p>
      {callable.map(({ contact, call }) => (
        <div key={contact.id} class="signs-unit">
          <Calls stays={callable.length === 1}>
            <Button kind="urgent-second" sign="call" dial={call.dial}><Number words={contact.name} number={call.number} /></Button>
          </Calls>
          {call.label ? <p class="quiet small">{call.label}</p> : null}
          <NotPhoned call={call} />
          <Button kind="link" small to={`/help/contact/${contact.id}`}>{t('danger-unit-other')}</Button>
        </div>
      ))}
      {save}
    </>
  );
}

function NotPhoned({ call }: { call: Callable }) {
  return call.own || call.phoned_by_us ? null : <Badge shape="not-phoned">{t('danger-number-not-phoned')}</Badge>;
}

function Number({ words, number }: { words: string; number: string }) {
  return <><span class="signs-whose"><bdi>{words}</bdi></span><bdi dir="ltr" class="nowrap">{number}</bdi></>;
}

/** A heading in red: her words, and the English under them. */
function Heading({ id, name }: { id: string; name: string }) {
  return (
    <>
      <h2 id={name}>{t(id)}</h2>
      {readsEnglish() || t(id) === tEnglish(id) ? null : <p class="signs-english" lang="en" dir="ltr">{tEnglish(id)}</p>}
    </>
  );
}

/** The button of a group. It stays in sight as long as a part of its group is. */
function Calls({ stays = true, children }: { stays?: boolean; children: ComponentChildren }) {
  return <div class={stays ? 'signs-call signs-call-stays' : 'signs-call'}>{children}</div>;
}

/** Pictures, two a row, each with its words and the English. */
function Signs({ pairs }: { pairs: Pair[] }) {
  return (
    <ul class="signs-grid">
      {pairs.map((pair, at) => (
        <li key={at}>
          {pair.picture ? <Picture name={pair.picture} size={60} /> : null}
          <strong><Hers pair={pair} /></strong>
          {readsEnglish() ? null : <span class="signs-english" lang="en" dir="ltr"><English pair={pair} /></span>}
        </li>
      ))}
    </ul>
  );
}

/** Sentences, each with its picture; nothing where none is left. */
function Listed({ title, pairs, children }: { title: string; pairs: Pair[]; children?: ComponentChildren }) {
  if (pairs.length === 0) return null;
  return (
    <section class="signs">
      <h2>{t(title)}</h2>
      {children ? <div class="signs-call">{children}</div> : null}
      {pairs.map((pair, at) => (
        <div key={at} class="signs-line">
          {pair.picture ? <Picture name={pair.picture} size={40} /> : null}
          <SentencePair pair={pair} />
        </div>
      ))}
    </section>
  );
}

/** The buttons stay right under the header, whose height depends on her language and on the size of her text. */
function useHeaderHeight(): void {
  useLayoutEffect(() => {
    const page = document.documentElement;
    const measure = () => page.style.setProperty('--header', `${document.querySelector('.header')?.clientHeight ?? 0}px`);
    measure();
    window.addEventListener('resize', measure);
    return () => {
      window.removeEventListener('resize', measure);
      page.style.removeProperty('--header');
    };
  });
}
