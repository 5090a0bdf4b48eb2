import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Badge, Button, Card, Notice, Page, Picture, Plate, Section, ToSay, wholeDay } from '../../components/index.ts';
import type { ContactPage, Known, KnownKind, Pair } from '../../door/index.ts';
import { copy, leave } from '../../platform/index.ts';
import { useAsk, useSession } from '../../session.tsx';
import { t, tEnglish } from '../../words/index.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';
import type { ScreenProps } from '../routes.ts';
import { commas, whereabouts } from './words.ts';
import './help.css';

const PICTURES: Record<KnownKind, string> = {
  'women-only': 'two-women',
  days: 'day',
  hours: 'time',
  food: 'meal',
  fare: 'bus-fare',
  creche: 'creche',
  languages: 'interpreter',
  joining: 'door',
  venue: 'place',
  'must-report': 'official-paper',
};

/** S51: what we know, what nobody told us, how to reach them although there may be no number. */
export function Contact({ params }: ScreenProps) {
  const { answer: contact, error, again } = useAsk('contact', { id: params['id'] ?? '' });
  if (!contact) return error ? <NotAnswered error={error} again={again} /> : null;
  const { card } = contact;
  return (
    <Page back={{ words: t('help-contact-back'), to: '/help' }} class="contact">
      <div class="contact-head">
        <Plate name={card.picture} />
        <div>
          <h1 tabIndex={-1}><bdi lang="en" dir="ltr">{card.name}</bdi></h1>
          <p class="page-sub">{contact.run_by ? t(`help-run-${contact.run_by}`) : t(`help-kind-${card.kind}`)}</p>
          <p class="quiet small"><bdi>{whereabouts(card.whereabouts)}</bdi></p>
        </div>
      </div>
      <p dir="auto">{card.summary}</p>
      {card.closed ? <Closed instead={card.instead} /> : null}
      <WhatWeKnow contact={contact} />
      {card.closed || isEmergency(contact) ? null : <NobodyTold contact={contact} />}
      {card.closed ? null : <Reach contact={contact} />}
      <WhereFrom contact={contact} />
    </Page>
  );
}

function Closed({ instead }: { instead: string | null }) {
  return (
    <div class="section">
      <Notice sign="close">
        <h2>{t('help-closed-title')}</h2>
        {instead ? <p>{t('help-closed-instead')} <bdi>{instead}</bdi></p> : null}
      </Notice>
    </div>
  );
}

function WhatWeKnow({ contact: { known, address, card } }: { contact: ContactPage }) {
  if (known.length === 0 && address === null) return null;
  return (
    <Section title={t('help-known-title')}>
      <Card class="card-rows">
        {known.map((one) => <KnownRow key={one.kind} known={one} />)}
        {address && !card.closed ? <Row picture="place" first={t('help-heading-address')}><bdi lang="en" dir="ltr">{address}</bdi></Row> : null}
      </Card>
    </Section>
  );
}

function KnownRow({ known: { kind, yes, text } }: { known: Known }) {
  const first = yes === null ? t(`help-heading-${kind}`) : t(`help-known-${kind}-${yes ? 'yes' : 'no'}`);
  // What they must report is kept in English only.
  const english = kind === 'must-report' ? { lang: 'en', dir: 'ltr' as const } : { dir: 'auto' as const };
  return <Row picture={PICTURES[kind]} first={first}>{text ? <span {...english}>{text}</span> : null}</Row>;
}

function Row({ picture, first, children }: { picture: string; first: string; children: ComponentChildren }) {
  return (
    <div class="known-row">
      <Picture name={picture} />
      <div>
        <h3>{first}</h3>
        {children ? <p>{children}</p> : null}
      </div>
    </div>
  );
}

/** One line for all that is not known, and what she can say to know it. */
function NobodyTold({ contact: { unknown } }: { contact: ContactPage }) {
  const { loss } = useSession().settings;
  const shown = unknown.filter((kind) => !(loss && kind === 'creche'));
  if (shown.length === 0) return null;
  const all = (say: (id: string) => string) => [{ text: shown.map((kind) => say(`help-ask-${kind}`)).join(' '), strong: false }];
  const pair: Pair = { hers: all(t), english: all(tEnglish), facts: [], picture: null, ask: true, after_loss: true };
  return (
    <div class="section">
      <Notice sign="unknown">
        <p><strong>{t('help-unknown-title')}</strong> {commas(shown.map((kind) => t(`help-about-${kind}`)))}.</p>
        <p>{t('help-unknown-ask')}</p>
        <ToSay pair={pair} />
      </Notice>
    </div>
  );
}

function Reach({ contact }: { contact: ContactPage }) {
  const { calls, card, text, email, website } = contact;
  const { loss } = useSession().settings;
  const staff = calls.length === 0 && text === null;
  return (
    <Section title={t('help-reach-title')}>
      {calls.length > 0 ? <p class="quiet help-warning">{t('help-reach-warning')}</p> : null}
      {calls.map((call, at) => (
        <div key={call.dial} class="reach-call">
          {call.label || call.free ? <p class="small">{call.label ? <strong dir="auto">{call.label}</strong> : null}{call.label && call.free ? <br /> : null}{call.free ? t('help-reach-free') : null}</p> : null}
          <Button kind={call.dial === '999' ? 'urgent' : at === 0 ? 'first' : 'second'} sign="call" dial={call.dial}>{t('help-call-number', { number: call.number })}</Button>
        </div>
      ))}
      {staff ? (
        <>
          <p class="help-warning">{card.reach === 'unknown' ? t('help-reach-unknown') : t(loss ? 'help-reach-online-plain' : 'help-reach-online')}</p>
          <Button sign="show-to-staff" to={`/cards/contact-group?contact=${card.id}`}>{t('help-reach-staff')}</Button>
        </>
      ) : null}
      {text ? <Written label={t('help-reach-text')} words={text} /> : null}
      {email ? <Written label={t('help-reach-email')} words={email} /> : null}
      {website ? <Website address={website} /> : null}
      {isEmergency(contact) ? null : (
        <div class="badges">
          {calls.length > 0 && !contact.phoned_by_us ? <Badge shape="not-phoned">{t('help-badge-not-phoned')}</Badge> : null}
          {contact.ring_first ? <Badge shape="old">{contact.source_year === null ? t('help-badge-undated') : t('help-badge-old', { year: String(contact.source_year) })}</Badge> : null}
          {contact.source_seen ? null : <Badge shape="draft">{t('help-badge-not-seen')}</Badge>}
        </div>
      )}
    </Section>
  );
}

/** Nobody joins 999, and nothing may make her wait to ring it. */
function isEmergency({ card }: ContactPage): boolean {
  return card.kind === 'emergency';
}

/** Something to write to or to write down, and a way to copy it. */
function Written({ label, words }: { label: string; words: string }) {
  const [copied, setCopied] = useState<boolean>();
  return (
    <div class="written">
      <p>{label} <bdi lang="en" dir="ltr"><strong>{words}</strong></bdi></p>
      <Button kind="link" press={() => void copy(words).then(setCopied)} label={`${t('help-reach-copy')}: ${words}`}>{t('help-reach-copy')}</Button>
      {copied === undefined ? null : <Notice kind={copied ? 'ok' : 'quiet'} now><p>{t(copied ? 'help-reach-copied' : 'help-reach-not-copied')}</p></Notice>}
    </div>
  );
}

/** A website opens only over a safe connection; another one is written out. */
function Website({ address }: { address: string }) {
  if (!address.startsWith('https://')) return <Written label={t('help-reach-web-address')} words={address.replace(/^http:\/\//, '')} />;
  return <div class="reach-web"><Button kind="second" sign="web" press={() => leave(address)}>{t('help-reach-web')}</Button></div>;
}

/** What a record says of a source without a date; the badge says it in her language. */
const UNDATED = 'undated';

function WhereFrom({ contact: { source_host: host, source_date: dated, checked } }: { contact: ContactPage }) {
  return (
    <p class="foot">
      {host ? <>{t('help-source')} <bdi lang="en" dir="ltr">{host}</bdi>. </> : null}
      {dated && dated !== UNDATED ? <>{t('help-source-date')} <bdi lang="en" dir="ltr">{dated}</bdi>. </> : null}
      {t('help-source-checked', { day: wholeDay(checked) })}
    </p>
  );
}
