// The rows of one kind of member in the table of a draft, with the buttons that add and remove them.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { Section } from '#ui/page/page.tsx'
import type { MemberKind } from '../../memberships/public.ts'
import { cellName } from '../faults.ts'
import { bases } from '../fee.ts'
import { type Column, rowsIn, type TypedRow } from '../read-table.ts'
import { CellChoice, CellField } from './cell-field.tsx'

interface RowsProps {
  readonly t: Translate
  readonly kind: MemberKind
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

const numbers = ['from', 'to', 'basis', 'amount', 'minimum', 'maximum'] as const

const Cell = ({
  t,
  issues,
  row,
  column,
  number,
}: Pick<RowsProps, 't' | 'issues'> & { row: TypedRow; column: Column; number: number }) => {
  const cell = {
    ...{ t, issues, name: cellName(column, row.place), value: row[column] },
    label: t('fees.cell', { column: t(`fees.column-${column}`), kind: row.kind, number }),
  }
  if (column !== 'basis') return <CellField {...cell} />
  return <CellChoice {...cell} options={bases.map((value) => ({ value, label: t(`fees.basis-${value}`) }))} />
}

const Rows = ({
  t,
  issues,
  kind,
  rows,
}: Pick<RowsProps, 't' | 'issues'> & { kind: MemberKind; rows: readonly TypedRow[] }) => (
  <DataTable
    t={t}
    caption={t(`fees.kind-${kind}`)}
    hideCaption
    columns={[
      ...numbers.map((column) => ({ label: t(`fees.column-${column}`) })),
      { label: t('fees.remove-row'), hiddenLabel: true },
    ]}
    rows={rows.map((row, index) => [
      ...numbers.map((column) => <Cell t={t} issues={issues} row={row} column={column} number={index + 1} />),
      <>
        <input type="hidden" name={cellName('kind', row.place)} value={kind} />
        <Button
          name="act"
          value={`remove-${row.place}`}
          tone="quiet"
          icon="trash-2"
          small
          label={t('fees.remove-row-of', { kind, number: index + 1 })}
        >
          {t('fees.remove-row')}
        </Button>
      </>,
    ])}
  />
)

export const KindRows = (props: RowsProps) => {
  const { t, kind, typed, issues } = props
  const rows = rowsIn(typed).filter((row) => row.kind === kind)
  return (
    <Section title={t(`fees.kind-${kind}`)}>
      {rows.length > 0 && <Rows t={t} issues={issues} kind={kind} rows={rows} />}
      <Button name="act" value={`add-${kind}`} icon="plus" small label={t('fees.add-row-of', { kind })}>
        {t('fees.add-row')}
      </Button>
    </Section>
  )
}
