import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Badge, Button, EnglishDay, Notice, Page, PressRow, Section, wholeDay } from '../../components/index.ts';
import { useAsk, useSession } from '../../session.tsx';
import { t } from '../../words/index.ts';
import { NotAnswered } from '../trouble/NotAnswered.tsx';
import { CODE, CONTENT, FONTS, PLACES } from './attributions.ts';
import './About.css';

/** A program that is part of this one, as `cargo xtask licences` lists it. */
interface Part {
  name: string;
  version: string;
  licence: string;
}

/** Written at build time; a build without it has no list. */
const lists = import.meta.glob<Part[]>('../../generated/licences.json', { import: 'default' });

/** S90: who made this, what it is built from, how old it is, and what to do where it is wrong. */
export function About() {
  const { channel, settings } = useSession();
  const { answer, error, again } = useAsk('about', {});
  if (!answer) return error ? <NotAnswered error={error} again={again} /> : null;
  return (
    <Page title={t('settings-about-title')} back={{ words: t('settings-delete-back'), to: '/phone' }}>
      {channel.name === 'test' ? <Badge shape="test">{t(settings.loss ? 'settings-channel-test-plain' : 'settings-channel-test')}</Badge> : null}

      <Section title={t('settings-about-who')}>
        <p>{t('settings-about-who-words')}</p>
        <p class="about-more">{t('settings-about-name')}</p>
        <p class="about-more">{t('settings-about-private')}</p>
      </Section>

      <Section title={t('settings-about-wrong')}>
        <p>{t('settings-about-wrong-words')}</p>
        <p class="about-more">{t('settings-about-wrong-id', { id: answer.content_id })}</p>
        {channel.name === 'test' ? <p class="about-more quiet">{t('settings-about-wrong-address')}</p> : null}
      </Section>

      <Section title={t('settings-about-version')}>
        <dl class="card card-rows about-rows">
          <Row name={t('settings-about-version-app')}><bdi dir="ltr">{answer.version}</bdi></Row>
          <Row name={t('settings-about-content')}><bdi dir="ltr">{answer.content_id}</bdi></Row>
          <Row name={t('settings-about-checked')}>
            <EnglishDay day={answer.checked} />
            {answer.checked.hers ? <span class="about-her-day">{wholeDay(answer.checked)}</span> : null}
          </Row>
          <Row name={t('settings-about-facts')}>{answer.facts}</Row>
          <Row name={t('settings-about-contacts')}>{answer.contacts}</Row>
        </dl>
        <PressRow picture="update" to="/phone/updates" class="about-more" detail={t('settings-updates-row')}>{t('settings-updates-title')}</PressRow>
      </Section>

      <Section title={t('settings-about-sources')}>
        <p>{t('settings-about-sources-words')}</p>
        <Owners name={t('settings-about-places')} lines={PLACES} />
        <Owners name={t('settings-about-words')} lines={CONTENT} />
        <Owners name={t('settings-about-drawings')} lines={CONTENT} />
        <Owners name={t('settings-about-fonts')} lines={FONTS} />
        <Owners name={t('settings-about-code')} lines={CODE} />
      </Section>

      <Section title={t('settings-about-parts')}><Parts /></Section>
    </Page>
  );
}

function Row({ name, children }: { name: string; children: ComponentChildren }) {
  return <div class="about-row"><dt>{name}</dt><dd>{children}</dd></div>;
}

/** What the owners ask to be said, in English as they say it. */
function Owners({ name, lines }: { name: string; lines: string[] }) {
  return (
    <div class="about-owners">
      <h3>{name}</h3>
      {lines.map((line) => <p key={line} lang="en" dir="ltr">{line}</p>)}
    </div>
  );
}

/** The long list, fetched when she asks for it. */
function Parts() {
  const [parts, setParts] = useState<Part[]>();
  const [missing, setMissing] = useState(false);
  const [load] = Object.values(lists);
  const show = () => {
    if (load) load().then(setParts, () => setMissing(true));
    else setMissing(true);
  };
  if (missing) return <Notice now><p>{t('settings-about-parts-missing')}</p></Notice>;
  if (!parts) return <Button kind="second" press={show}>{t('settings-about-parts-show')}</Button>;
  return (
    <>
      <p>{t('settings-about-parts-count', { count: String(parts.length) })}</p>
      <ul class="about-parts" lang="en" dir="ltr">
        {parts.map(({ name, version, licence }) => <li key={`${name} ${version}`}><strong>{name}</strong> {version}<br />{licence}</li>)}
      </ul>
    </>
  );
}
