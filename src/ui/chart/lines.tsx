// Lines over time. The picture stretches, its words do not: the curves live in an inner drawing that is scaled, the words outside.
import type { ChartProps, Series } from './chart-props.ts'
import { stepsOf } from './scale.ts'
import { written } from './written.ts'

const percent = (part: number): string => `${Math.round(part * 1000) / 10}%`
const positionOf = (index: number, count: number): number => (count === 1 ? 0.5 : index / (count - 1))

/** A line breaks where a value is missing. */
const pathOf = (values: Series['values'], top: number): string => {
  let pen = 'M'
  return values
    .map((value, index) => {
      if (value === null) {
        pen = 'M'
        return ''
      }
      const at = `${pen}${Math.round(positionOf(index, values.length) * 1000)} ${Math.round(1000 - (value / top) * 1000)}`
      pen = 'L'
      return at
    })
    .join('')
}

const Dots = ({ t, unit, categories, values, top }: ChartProps & { values: Series['values']; top: number }) => (
  <>
    {values.map((value, index) =>
      value === null ? null : (
        <circle class="chart-dot" cx={percent(positionOf(index, values.length))} cy={percent(1 - value / top)} r="4">
          <title>{`${categories[index] ?? ''}: ${written(t.lang, value, unit)}`}</title>
        </circle>
      ),
    )}
  </>
)

const Grid = ({ t, unit, steps, top }: ChartProps & { steps: readonly number[]; top: number }) => (
  <>
    {steps.map((step) => (
      <>
        <line class="chart-grid" x1="0" x2="100%" y1={percent(1 - step / top)} y2={percent(1 - step / top)} />
        <text class="chart-step" x="0" y={percent(1 - step / top)} dx="-8" dy="4">
          {written(t.lang, step, unit)}
        </text>
      </>
    ))}
  </>
)

/** Which categories are named below: the ends, and as many evenly between them as have room. */
function ticksOf(count: number): number[] {
  const steps = [4, 3, 2].find((parts) => (count - 1) % parts === 0) ?? 1
  return count < 2 ? [0] : Array.from({ length: steps + 1 }, (_, part) => (part * (count - 1)) / steps)
}

const endOf = (index: number, count: number): string =>
  index === 0 ? 'chart-first' : index === count - 1 ? 'chart-last' : 'chart-between'

export const Lines = (props: ChartProps) => {
  const { series, categories, title } = props
  const steps = stepsOf(series.flatMap(({ values }) => values))
  const top = steps.at(-1) ?? 1
  return (
    <div class="chart-frame">
      <svg class="chart-area" role="img" aria-label={props.description ?? title}>
        <Grid {...props} steps={steps} top={top} />
        <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">
          {series.map(({ values }, index) => (
            <path class={`chart-line chart-series-${index + 1}`} d={pathOf(values, top)} />
          ))}
        </svg>
        {series.map(({ values }, index) => (
          <g class={`chart-series-${index + 1}`}>
            <Dots {...props} values={values} top={top} />
          </g>
        ))}
      </svg>
      <svg class="chart-ends" aria-hidden="true">
        {ticksOf(categories.length).map((index) => (
          <text class={endOf(index, categories.length)} x={percent(positionOf(index, categories.length))} y="16">
            {categories[index]}
          </text>
        ))}
      </svg>
    </div>
  )
}
