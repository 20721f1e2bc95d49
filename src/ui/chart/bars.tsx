// Horizontal bars, a line of words and a bar each, so that it reads at any width.
import { classList } from '../class-list.ts'
import type { ChartProps } from './chart-props.ts'
import { stepsOf } from './scale.ts'
import { written } from './written.ts'

const Bar = ({ value, top, series }: { value: number | null | undefined; top: number; series: number }) => (
  <svg class={`chart-bar chart-series-${series}`} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class="chart-track" width="100" height="10" />
    <rect class="chart-fill" width={Math.round(((value ?? 0) / top) * 1000) / 10} height="10" />
  </svg>
)

export const Bars = ({ t, categories, series, unit }: ChartProps) => {
  const top = stepsOf(series.flatMap(({ values }) => values)).at(-1) ?? 1
  return (
    <ul class="chart-bars">
      {categories.map((category, index) => (
        <li>
          <span class="chart-category">{category}</span>
          {series.map(({ name, values }, place) => (
            <span class={classList('chart-row', series.length > 1 && 'chart-row-named')}>
              {series.length > 1 && <span class="chart-name">{name}</span>}
              <Bar value={values[index]} top={top} series={place + 1} />
              <span class="chart-value">{written(t.lang, values[index], unit)}</span>
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
