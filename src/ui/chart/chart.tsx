// Numbers as a picture: bars or lines, drawn here as SVG, with the table behind one click away.
import { DataTable } from '../data-table/data-table.tsx'
import { Bars } from './bars.tsx'
import type { ChartProps, Series } from './chart-props.ts'
import { Lines } from './lines.tsx'
import { written } from './written.ts'

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
    {props.kind === 'bars' ? (
      <Bars {...props} />
    ) : (
      <>
        <Legend series={props.series} />
        <Lines {...props} />
      </>
    )}
    <details class="behind">
      <summary>{props.t('ui.as-table')}</summary>
      <Table {...props} />
    </details>
  </figure>
)
