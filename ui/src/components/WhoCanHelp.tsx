import type { ContactCard } from '../door/index.ts';
import { t } from '../words/index.ts';
import { Section } from './Page.tsx';
import { PressRow } from './PressRow.tsx';

/** The contacts that a page names. */
export function WhoCanHelp({ contacts }: { contacts: ContactCard[] }) {
  if (contacts.length === 0) return null;
  return (
    <Section title={t('rights-article-help')}>
      {contacts.map((contact) => (
        <PressRow key={contact.id} picture={contact.picture} to={`/help/contact/${contact.id}`} detail={contact.summary}><bdi>{contact.name}</bdi></PressRow>
      ))}
    </Section>
  );
}
