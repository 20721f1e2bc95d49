// Inviting many: the list as it was given, and below it what was read of each row.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FileField } from '#ui/file-field/file-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import type { SteeredOrganisation } from '../account.ts'
import { type ListedPerson, mostInvited } from '../invitation-list.ts'
import { paths } from '../paths.ts'
import { ListRead } from './list-read.tsx'
import { languageOptions } from './profile-page.tsx'

export interface ListPageProps {
  readonly t: Translate
  readonly organisation: SteeredOrganisation
  readonly typed: Typed
  /** What was read of the list; nobody before it was given. */
  readonly people: readonly ListedPerson[]
  readonly issues?: readonly Issue[] | undefined
}

const Send = ({ t, organisation, typed, people }: ListPageProps) => (
  <Form
    t={t}
    action={paths.invitationList()}
    hidden={{ organisation: organisation.slug, list: String(typed['list']), lang: String(typed['lang']), step: 'send' }}
    label={t('accounts.list-send', { count: people.length })}
  >
    <Button tone="primary" icon="send">
      {t('accounts.list-send', { count: people.length })}
    </Button>
  </Form>
)

const Give = ({ t, organisation, typed, issues, people }: ListPageProps) => (
  <Form
    t={t}
    action={paths.invitationList()}
    hidden={{ organisation: organisation.slug, step: 'check' }}
    multipart
    label={t('accounts.list-title')}
  >
    <TextArea
      t={t}
      name="list"
      label={t('accounts.list')}
      hint={t('accounts.list-hint', { most: mostInvited })}
      value={typed['list']}
      issues={issues}
      rows={8}
    />
    <FileField
      t={t}
      name="file"
      label={t('accounts.list-file')}
      hint={t('accounts.list-file-hint')}
      accept=".csv,.tsv,.txt"
      maximumBytes={200_000}
    />
    <SelectField
      t={t}
      name="lang"
      label={t('accounts.list-language')}
      value={typed['lang'] ?? t.lang}
      options={languageOptions}
      issues={issues}
      required
    />
    <Button tone={people.length === 0 ? 'primary' : 'secondary'}>{t('accounts.list-check')}</Button>
  </Form>
)

export const ListPage = (props: ListPageProps) => {
  const { t, organisation, people, issues } = props
  const ready = people.length > 0 && issues === undefined
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} kind={organisation.name} title={t('accounts.list-title')} lead={t('accounts.list-lead')} />
      <PageBody>
        {people.length > 0 && <ListRead t={t} people={people} />}
        {ready && <Send {...props} />}
        <Give {...props} />
      </PageBody>
    </>
  )
}
