// What was decided about an entry, also what was taken back.
import { formatMoment, type Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { Section } from '#ui/page/page.tsx'
import { accountPath, undoingPath } from '../paths.ts'
import type { Settlement } from '../store-settlements.ts'
import type { EntryPageProps } from './entry-page.tsx'

const what = (t: Translate, { into, number, note }: Settlement) =>
  into === 'invoice'
    ? t('payments.into-invoice', { number: number ?? '' })
    : into === 'aside'
      ? t('payments.into-aside', { note })
      : t(`payments.into-${into}`)

const how = (t: Translate, { undoes, certain, reasons, madeBy, madeAt }: Settlement): string => {
  const values = { name: madeBy ?? t('payments.somebody'), moment: formatMoment(t.lang, madeAt) }
  const why = reasons.map((reason) => t(`payments.reason-${reason}`)).join(' · ')
  const words = t(undoes ? 'payments.undone-by' : certain ? 'payments.matched-for' : 'payments.decided-by', values)
  return why === '' ? words : `${words} (${why})`
}

const Undo = ({ t, settlement }: { readonly t: Translate; readonly settlement: Settlement }) =>
  settlement.undoes || settlement.undone ? null : (
    <ConfirmStep
      label={t('payments.undo')}
      question={t('payments.undo-question')}
      action={undoingPath(settlement.id)}
      confirm={t('payments.undo-confirm')}
    />
  )

export const Decisions = ({ t, settlements }: EntryPageProps) =>
  settlements.length === 0 ? null : (
    <Section title={t('payments.decisions')}>
      <DataTable
        t={t}
        caption={t('payments.decisions')}
        hideCaption
        columns={[
          { label: t('payments.column-what') },
          { label: t('payments.column-member') },
          { label: t('payments.column-amount'), numeric: true },
          { label: t('payments.column-how') },
          { label: t('payments.undo'), hiddenLabel: true },
        ]}
        rows={settlements.map((one) => [
          what(t, one),
          one.slug === null ? '' : <a href={accountPath(one.slug)}>{one.organisationName}</a>,
          formatMoney(t.lang, one.cents),
          how(t, one),
          <Undo t={t} settlement={one} />,
        ])}
      />
    </Section>
  )
