// Numbers as a picture: bars or lines, drawn here as SVG, with the table behind one click away.
import type { Translate } from '#kernel/locale.ts'
import { DataTable } from '../data-table/data-table.tsx'
import { Bars } from './bars.tsx'
import { Lines } from './lines.tsx'
import { written } from './written.ts'

export interface Series {
  readonly name: string
  /** One per category; null where nothing is known. */
  readonly values: readonly (number | null)[]
}
export interface ChartProps {
  readonly t: Translate
  readonly kind: 'bars' | 'lines'
  readonly title: string
  /** What one sees, in a sentence, for those who do not: "Rose from 3 to 12 cities between March and June." */
  readonly description?: string | undefined
  /** Head of the column of categories: "Month". */
  readonly categoryLabel: string
  readonly categories: readonly string[]
  /** At most six; told apart by colour and by pattern or label. */
  readonly series: readonly Series[]
  /** Written behind every number: "%". */
  readonly unit?: string | undefined
}

const Legend = ({ series }: { series: readonly Series[] }) =>
  series.length < 2 ? null : (
    <ul class="chart-legend">
      {series.map(({ name }, index) => (
        <li class={`chart-series-${index + 1}`}>
          <svg viewBox="0 0 24 12" aria-hidden="true">
            <line class="chart-line" x1="0" y1="6" x2="24" y2="6" />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )

const Table = ({ t, title, categoryLabel, categories, series, unit }: ChartProps) => (
  <DataTable
    t={t}
    caption={title}
    hideCaption
    columns={[{ label: categoryLabel }, ...series.map(({ name }) => ({ label: name, numeric: true }))]}
    rows={categories.map((category, index) => [
      category,
      ...series.map(({ values }) => written(t.lang, values[index], unit)),
    ])}
  />
)

export const Chart = (props: ChartProps) => (
  <figure class={`chart chart-${props.kind}`}>
    <figcaption>
      <span class="chart-title">{props.title}</span>
      {props.description && <span class="chart-description">{props.description}</span>}
    </figcaption>
    <Legend series={props.series} />
    {props.kind === 'bars' ? <Bars {...props} /> : <Lines {...props} />}
    <details class="behind">
      <summary>{props.t('ui.as-table')}</summary>
      <Table {...props} />
    </details>
  </figure>
)
