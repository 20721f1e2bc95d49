// What was read of a list of people to invite: a row each, with what is wrong with it.
import type { Child } from 'hono/jsx'
import { languageName, type Translate } from '#kernel/locale.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { Section } from '#ui/page/page.tsx'
import type { ListedPerson } from '../invitation-list.ts'

const rowOf = (t: Translate, { line, name, email, role, lang, issue }: ListedPerson): Child[] => [
  line,
  name,
  email,
  t(`accounts.role-${role}`),
  languageName(t.lang, lang),
  issue === undefined ? (
    t('accounts.list-good')
  ) : (
    <strong class="field-error">{t(`accounts.list-issue-${issue}`)}</strong>
  ),
]

export const ListRead = ({ t, people }: { readonly t: Translate; readonly people: readonly ListedPerson[] }) => (
  <Section title={t('accounts.list-read', { count: people.length })}>
    <DataTable
      t={t}
      caption={t('accounts.list-title')}
      hideCaption
      columns={['line', 'name', 'email', 'duty', 'invitation-language', 'list-state'].map((key) => ({
        label: t(`accounts.${key}`),
      }))}
      rows={people.map((person) => rowOf(t, person))}
    />
  </Section>
)
