// What an issuer owes its members.
import { formatMoney } from '#kernel/money.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { Section } from '#ui/page/page.tsx'
import { accountPath } from '../paths.ts'
import type { OpenItemsPageProps } from './open-items-page.tsx'

export const MemberCredits = ({ t, credits }: Pick<OpenItemsPageProps, 't' | 'credits'>) =>
  credits.length === 0 ? null : (
    <Section title={t('payments.credits')}>
      <DataTable
        t={t}
        caption={t('payments.credits')}
        hideCaption
        columns={[{ label: t('payments.column-member') }, { label: t('payments.column-credit'), numeric: true }]}
        rows={credits.map(({ slug, name, cents }) => [
          <a href={accountPath(slug)}>{name}</a>,
          formatMoney(t.lang, cents),
        ])}
      />
    </Section>
  )
