// What the answers come to, drawn: a chart for each thing that can be counted, and where the cities are.
import { formatNumber, type Translate } from '#kernel/locale.ts'
import { Chart } from '#ui/chart/chart.tsx'
import type { Place } from '../../members/public.ts'
import type { CityAnswer, Item, Poll } from '../poll.ts'
import { type Counted, type Tally, tallyOf } from '../tally.ts'
import { AnswerMap } from './answer-map.tsx'

export interface AnswerChartsProps {
  readonly t: Translate
  readonly poll: Poll
  readonly answers: readonly CityAnswer[]
  readonly places: readonly Place[]
  /** Cities by letter: no map of them. */
  readonly hidden: boolean
}

const labelOf = (t: Translate, item: Item, { value }: Counted): string =>
  typeof value === 'number' ? (item.choices[value] ?? '') : t(`polls.value-${value}`)

const CountsChart = ({ t, item, tally }: { t: Translate; item: Item; tally: Extract<Tally, { kind: 'counts' }> }) => (
  <Chart
    t={t}
    kind="bars"
    title={item.words}
    description={t('polls.answered-this', { count: tally.answered })}
    categoryLabel={t('polls.column-choice')}
    categories={tally.counts.map((counted) => labelOf(t, item, counted))}
    series={[{ name: t('polls.column-cities'), values: tally.counts.map(({ count }) => count) }]}
  />
)

const mostBars = 30

/** Bars of a few cities, the greatest first; of many, or where a number is below zero, the figures say more. */
const NumbersChart = ({ t, index, item, answers, tally }: NumbersProps) => {
  const { least, middle, most, answered } = tally
  const number = (value: number) => formatNumber(t.lang, value)
  const half = [number(middle), item.unit].filter(Boolean).join('\u00a0')
  const range = { count: answered, least: number(least), middle: half, most: number(most) }
  const given = answers
    .flatMap(({ name, given: values }) => {
      const value = values[index]
      return typeof value === 'number' ? [{ name, value }] : []
    })
    .toSorted((one, other) => other.value - one.value)
  if (given.length > mostBars || least < 0)
    return (
      <figure class="chart">
        <figcaption>
          <span class="chart-title">{item.words}</span>
          <span class="chart-description">{t('polls.numbers', range)}</span>
        </figcaption>
      </figure>
    )
  return (
    <Chart
      t={t}
      kind="bars"
      title={item.words}
      description={t('polls.numbers', range)}
      categoryLabel={t('polls.column-city')}
      categories={given.map(({ name }) => name)}
      series={[{ name: item.words, values: given.map(({ value }) => value) }]}
      unit={item.unit.length > 4 ? undefined : item.unit}
    />
  )
}
interface NumbersProps {
  readonly t: Translate
  readonly item: Item
  readonly index: number
  readonly answers: readonly CityAnswer[]
  readonly tally: Extract<Tally, { kind: 'numbers' }>
}

const OneChart = ({ t, item, index, answers }: Omit<NumbersProps, 'tally'>) => {
  const tally = tallyOf(
    item,
    answers.map(({ given }) => given[index] ?? null),
  )
  if (tally.answered === 0 || tally.kind === 'words') return null
  if (tally.kind === 'counts') return <CountsChart t={t} item={item} tally={tally} />
  return <NumbersChart t={t} item={item} index={index} answers={answers} tally={tally} />
}

export const AnswerCharts = (props: AnswerChartsProps) => {
  const { t, poll, answers } = props
  return (
    <>
      {poll.items.map((item, index) => (
        <OneChart t={t} item={item} index={index} answers={answers} />
      ))}
      {!props.hidden && <AnswerMap {...props} />}
    </>
  )
}
