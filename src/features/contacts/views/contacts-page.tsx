// The contacts of one organisation: who holds a function now, adding somebody, and who held one before.
import { formatDate, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import type { Contact } from '../contact.ts'
import type { SteeredPlace } from '../store.ts'
import { AddContact } from './add-contact.tsx'
import { contactCells } from './contact-cells.tsx'
import { EndContact, type EndContactProps } from './end-contact.tsx'

export interface ContactsPageProps {
  readonly t: Translate
  readonly place: SteeredPlace
  readonly contacts: { readonly now: readonly Contact[]; readonly before: readonly Contact[] }
  /** YYYY-MM-DD */
  readonly today: string
  readonly steers: boolean
  readonly issues: readonly Issue[]
  readonly typed: Typed
}

const columnsOf = (t: Translate, last: string) =>
  ['function', 'name', 'email', 'phone', last].map((name) => ({ label: t(`contacts.${name}`) }))

/** The step that ends it, or the last day that was named already. */
const End = (props: EndContactProps) => {
  const { t, contact } = props
  return contact.endsOn === null ? (
    <EndContact {...props} />
  ) : (
    <>
      {t('contacts.last-day')}: {formatDate(t.lang, new Date(contact.endsOn))}
    </>
  )
}

const Now = ({ t, contacts, steers, ...rest }: ContactsPageProps) =>
  contacts.now.length === 0 ? (
    <EmptyState icon="users" title={t('contacts.empty')} />
  ) : (
    <DataTable
      t={t}
      caption={t('contacts.now')}
      columns={[...columnsOf(t, 'since'), ...(steers ? [{ label: t('contacts.end'), hiddenLabel: true }] : [])]}
      rows={contacts.now.map((contact) => [
        ...contactCells(t, contact),
        formatDate(t.lang, new Date(contact.beginsOn)),
        ...(steers ? [<End t={t} contact={contact} {...rest} />] : []),
      ])}
    />
  )

const Before = ({ t, contacts }: ContactsPageProps) => (
  <Section title={t('contacts.before')}>
    <DataTable
      t={t}
      caption={t('contacts.before')}
      hideCaption
      columns={columnsOf(t, 'until')}
      rows={contacts.before.map((contact) => [
        ...contactCells(t, contact),
        contact.endsOn === null ? '' : formatDate(t.lang, new Date(contact.endsOn)),
      ])}
    />
  </Section>
)

export const ContactsPage = (props: ContactsPageProps) => {
  const { t, place, contacts, steers, issues } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} kind={place.name} title={t('contacts.title')} lead={t('contacts.lead')} />
      <PageBody>
        <Now {...props} />
        {steers && <AddContact {...props} />}
        {contacts.before.length > 0 && <Before {...props} />}
      </PageBody>
    </>
  )
}
