// For offices: who holds a function in all the organisations that they look after, to write to.
import type { Translate } from '#kernel/locale.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { type ContactFunction, functions } from '../contact.ts'
import { contactFilePath, contactListPath, contactsOf } from '../paths.ts'
import type { ListedContact } from '../store.ts'
import { contactCells } from './contact-cells.tsx'

export interface ContactListPageProps {
  readonly t: Translate
  readonly wanted: ContactFunction | undefined
  readonly contacts: readonly ListedContact[]
}

const Choice = ({ t, wanted }: ContactListPageProps) => (
  <Form t={t} method="get" action={contactListPath} label={t('contacts.function')}>
    <SelectField
      t={t}
      name="function"
      label={t('contacts.function')}
      value={wanted}
      empty={t('contacts.all-functions')}
      options={functions.map((one) => ({ value: one, label: t(`contacts.function-${one}`) }))}
    />
    <Button>{t('contacts.show')}</Button>
  </Form>
)

const Found = ({ t, wanted, contacts }: ContactListPageProps) => (
  <>
    <ButtonRow>
      <ButtonLink href={contactFilePath('xlsx', wanted)} icon="download">
        {t('contacts.xlsx')}
      </ButtonLink>
      <ButtonLink href={contactFilePath('csv', wanted)}>{t('contacts.csv')}</ButtonLink>
    </ButtonRow>
    <DataTable
      t={t}
      caption={t('contacts.list-title')}
      hideCaption
      columns={['member', 'function', 'name', 'email', 'phone'].map((name) => ({ label: t(`contacts.${name}`) }))}
      rows={contacts.map((contact) => [
        <a href={contactsOf(contact.organisationSlug)}>{contact.organisationName}</a>,
        ...contactCells(t, contact),
      ])}
    />
  </>
)

export const ContactListPage = (props: ContactListPageProps) => {
  const { t, contacts } = props
  return (
    <>
      <PageTitle t={t} title={t('contacts.list-title')} lead={t('contacts.list-lead')} />
      <PageBody>
        <Choice {...props} />
        {contacts.length === 0 ? <EmptyState icon="users" title={t('contacts.list-empty')} /> : <Found {...props} />}
      </PageBody>
    </>
  )
}
