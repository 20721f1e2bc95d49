// What comes for the members of an office: who begins, who leaves, whose suspension ends, who will be called otherwise.
import type { Translate } from '#kernel/locale.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { historyPath } from '../paths.ts'
import type { ComingLine } from '../store-list.ts'
import { dayIn, type NameOf } from '../words.ts'

export interface ComingPageProps {
  readonly t: Translate
  readonly lines: readonly ComingLine[]
  readonly nameOf: NameOf
}

const Lines = ({ t, lines, nameOf }: ComingPageProps) => (
  <DataTable
    t={t}
    caption={t('memberships.coming')}
    hideCaption
    columns={[
      { label: t('members.name') },
      { label: t('memberships.field-day') },
      { label: t('memberships.column-what') },
      { label: t('memberships.column-of') },
    ]}
    rows={lines.map((line) => [
      <a href={historyPath(line.slug)}>{line.name}</a>,
      dayIn(t, line.day),
      t(`memberships.coming-${line.what}`),
      line.what === 'renamed' ? '–' : nameOf(line.forumId),
    ])}
  />
)

export const ComingPage = (props: ComingPageProps) => {
  const { t, lines } = props
  return (
    <>
      <PageTitle t={t} title={t('memberships.coming')} lead={t('memberships.coming-desk')} />
      <PageBody>
        {lines.length === 0 ? (
          <EmptyState
            icon="history"
            title={t('memberships.coming-nothing')}
            text={t('memberships.coming-nothing-text')}
          />
        ) : (
          <Lines {...props} />
        )}
      </PageBody>
    </>
  )
}
