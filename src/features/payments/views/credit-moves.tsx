// What has become of a member's credit, step by step; and taking a step back, with the reason.
import { formatMoment, type Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import { Button, ButtonRow } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { Form } from '#ui/form/form.tsx'
import { Section, Stack } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { creditUndoingPath } from '../paths.ts'
import type { CreditMove } from '../store-credit.ts'
import type { AccountPageProps } from './account-page.tsx'
import { civil } from './words.tsx'

const what = (t: Translate, { into, number }: CreditMove): string =>
  into === 'invoice' ? t('payments.credit-into-invoice', { number }) : t('payments.into-refund')

const how = (t: Translate, { undoes, note, reasons, madeBy, madeAt }: CreditMove): string => {
  const values = { name: madeBy ?? t('payments.somebody'), moment: formatMoment(t.lang, madeAt) }
  const why = [...reasons.map((reason) => t(`payments.reason-${reason}`)), note].filter((text) => text !== '')
  const words = t(undoes ? 'payments.undone-by' : 'payments.decided-by', values)
  return why.length === 0 ? words : `${words} (${why.join(' · ')})`
}

const Moves = ({ t, moves }: Pick<AccountPageProps, 't' | 'moves'>) => (
  <DataTable
    t={t}
    caption={t('payments.credit-moves')}
    hideCaption
    columns={[
      { label: t('payments.column-what') },
      { label: t('payments.column-day') },
      { label: t('payments.column-amount'), numeric: true },
      { label: t('payments.column-how') },
    ]}
    rows={moves.map((move) => [what(t, move), civil(t, move.settledOn), formatMoney(t.lang, move.cents), how(t, move)])}
  />
)

const Undo = ({ t, member, moves, typed, issues }: AccountPageProps) => (
  <Form t={t} action={creditUndoingPath(member.slug)} label={t('payments.credit-undo')}>
    <SelectField
      t={t}
      name="movement"
      label={t('payments.field-movement')}
      value={typed['movement']}
      issues={issues}
      required
      empty={t('payments.choose')}
      options={moves
        .filter(({ undoable }) => undoable)
        .map((move) => ({
          value: String(move.id),
          label: `${what(t, move)}, ${civil(t, move.settledOn)}, ${formatMoney(t.lang, move.cents)}`,
        }))}
    />
    <TextField
      t={t}
      name="why"
      label={t('payments.field-why')}
      hint={t('payments.hint-why')}
      value={typed['why']}
      issues={issues}
      maxlength={300}
      required
    />
    <ButtonRow>
      <Button>{t('payments.credit-undo')}</Button>
    </ButtonRow>
  </Form>
)

export const CreditMoves = (props: AccountPageProps) => {
  const { t, moves } = props
  if (moves.length === 0) return null
  return (
    <Section title={t('payments.credit-moves')}>
      <Stack>
        <Moves {...props} />
        {moves.some(({ undoable }) => undoable) && (
          <>
            <p>{t('payments.credit-undo-text')}</p>
            <Undo {...props} />
          </>
        )}
      </Stack>
    </Section>
  )
}
