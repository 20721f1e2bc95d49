// What is kept, for how long, and why: the same list that the daily job applies.
import type { Translate } from '#kernel/locale.ts'
import type { Retention } from '#platform/personal.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'

export interface RetentionPageProps {
  readonly t: Translate
  readonly rules: readonly Retention[]
}

export const RetentionPage = ({ t, rules }: RetentionPageProps) => (
  <>
    <PageTitle t={t} title={t('privacy.retention')} lead={t('privacy.retention-lead')} />
    <PageBody>
      <DataTable
        t={t}
        caption={t('privacy.retention')}
        hideCaption
        columns={['kept', 'kept-time', 'kept-why'].map((name) => ({ label: t(`privacy.column-${name}`) }))}
        rows={rules.map(({ name, days = 0 }) => [
          t(`privacy.kept-${name}`),
          t(`privacy.kept-${name}-time`, { days }),
          t(`privacy.kept-${name}-why`),
        ])}
      />
    </PageBody>
  </>
)
