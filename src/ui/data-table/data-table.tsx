// Rows and columns; on small screens each row becomes a card that keeps its headers.
// biome-ignore-all lint/a11y/noRedundantRoles: Safari drops the meaning of a table whose rows are laid out as cards.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'
import { classList } from '../class-list.ts'
import { Icon } from '../icon/icon.tsx'

export interface Column {
  readonly label: string
  /** Set to the right, figures aligned. */
  readonly numeric?: boolean | undefined
  /** The same page in the order of this column (or the other way round, if it is sorted already). */
  readonly sortHref?: string | undefined
  readonly sorted?: 'ascending' | 'descending' | undefined
  /** Heading for those who do not see it, for columns of buttons. */
  readonly hiddenLabel?: boolean | undefined
}
export interface DataTableProps {
  readonly t: Translate
  /** What the table shows; read first by those who do not see it. */
  readonly caption: string
  readonly hideCaption?: boolean | undefined
  readonly columns: readonly Column[]
  /** Cells in the order of the columns; the first names the row. */
  readonly rows: readonly (readonly Child[])[]
  readonly id?: string | undefined
}

const SortLink = ({ t, column }: { t: Translate; column: Column }) =>
  column.sortHref === undefined ? (
    <span class={column.hiddenLabel ? 'visually-hidden' : undefined}>{column.label}</span>
  ) : (
    <a href={column.sortHref} title={t('ui.sort-by', { label: column.label })}>
      {column.label}
      {column.sorted && <Icon name={column.sorted === 'ascending' ? 'arrow-up' : 'arrow-down'} />}
    </a>
  )

const Head = ({ t, columns }: { t: Translate; columns: readonly Column[] }) => (
  <thead>
    <tr role="row">
      {columns.map((column) => (
        <th scope="col" role="columnheader" class={classList(column.numeric && 'numeric')} aria-sort={column.sorted}>
          <SortLink t={t} column={column} />
        </th>
      ))}
    </tr>
  </thead>
)

const Cell = ({ column, first, children }: { column: Column | undefined; first: boolean; children: Child }) => {
  const numeric = column?.numeric ? 'numeric' : undefined
  const label = column?.hiddenLabel ? undefined : column?.label
  return first ? (
    <th scope="row" role="rowheader" class={numeric} data-label={label}>
      {children}
    </th>
  ) : (
    <td role="cell" class={numeric} data-label={label}>
      {children}
    </td>
  )
}

export const DataTable = ({ t, caption, hideCaption, columns, rows, id }: DataTableProps) => (
  <div class="data-table-frame">
    <table class="data-table" role="table" id={id}>
      <caption class={hideCaption ? 'visually-hidden' : undefined}>{caption}</caption>
      <Head t={t} columns={columns} />
      <tbody role="rowgroup">
        {rows.map((cells) => (
          <tr role="row">
            {cells.map((cell, index) => (
              <Cell column={columns[index]} first={index === 0}>
                {cell}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
