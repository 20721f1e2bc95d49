// The invented people of a demonstration; one button each.
import type { Translate } from '#kernel/locale.ts'
import { PostButton } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { Section } from '#ui/page/page.tsx'
import { PersonLine } from '#ui/person-line/person-line.tsx'
import type { DemonstrationPerson } from '../account.ts'
import { paths } from '../paths.ts'

export interface DemonstrationPeopleProps {
  readonly t: Translate
  readonly people: readonly DemonstrationPerson[]
  readonly next: string
}

const rowOf = (t: Translate, next: string) => (person: DemonstrationPerson) => [
  <PersonLine name={person.name} memberName={person.organisationName} />,
  person.description[t.lang] ?? person.description.en ?? t(`accounts.role-${person.role}`),
  <PostButton
    action={paths.enterDemonstration}
    hidden={{ person: person.slug, next }}
    small
    icon="log-in"
    label={t('accounts.enter-as', { name: person.name })}
  >
    {t('accounts.enter')}
  </PostButton>,
]

export const DemonstrationPeople = ({ t, people, next }: DemonstrationPeopleProps) => (
  <Section title={t('accounts.demonstration-people')}>
    <p>{t('accounts.demonstration-lead')}</p>
    <DataTable
      t={t}
      caption={t('accounts.demonstration-people')}
      hideCaption
      columns={[
        { label: t('accounts.person') },
        { label: t('accounts.duty') },
        { label: t('accounts.enter'), hiddenLabel: true },
      ]}
      rows={people.map(rowOf(t, next))}
    />
  </Section>
)
