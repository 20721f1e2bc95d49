// The sums of a simulation: in figures, as a picture, by bracket and by country.
import { countryName, formatNumber, type Translate } from '#kernel/locale.ts'
import type { Cents } from '#kernel/money.ts'
import { Chart } from '#ui/chart/chart.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { Section } from '#ui/page/page.tsx'
import { StatFigures } from '#ui/stat-figures/stat-figures.tsx'
import type { Bracket } from '../fee.ts'
import { differenceOf, type Group, type Simulation, type Total } from '../simulation.ts'
import { bracketName } from './bracket-name.ts'
import { change, money } from './signed-money.ts'

interface Part {
  readonly t: Translate
  readonly simulation: Simulation
}

const Figures = ({ t, simulation }: Part) => {
  const { total, passedAfter } = simulation
  return (
    <StatFigures
      t={t}
      figures={[
        { value: money(t, total.before), label: t('fees.sum-before') },
        { value: money(t, total.after), label: t('fees.sum-after') },
        { value: change(t, differenceOf(total)), label: t('fees.head-difference') },
        ...(passedAfter > 0
          ? [
              { value: money(t, passedAfter), label: t('fees.sum-passed-on') },
              { value: money(t, total.after - passedAfter), label: t('fees.sum-left') },
            ]
          : []),
      ]}
    />
  )
}

const className = (t: Translate, bracket: Bracket): string =>
  t('fees.class', { kind: bracket.memberKind, bracket: bracketName(t, bracket) })

/** Whole euros: a picture needs no cents. */
const euros = (cents: Cents): number => Math.round(cents / 100)

const ClassChart = ({ t, simulation }: Part) => {
  const groups = simulation.byBracket.filter(({ members }) => members > 0)
  if (groups.length === 0) return null
  const { before, after } = simulation.total
  return (
    <Chart
      t={t}
      kind="bars"
      title={t('fees.chart')}
      description={t('fees.chart-about', { before: money(t, before), after: money(t, after) })}
      categoryLabel={t('fees.column-class')}
      categories={groups.map(({ key }) => className(t, key))}
      series={[
        { name: t('fees.head-before'), values: groups.map((group) => euros(group.before)) },
        { name: t('fees.head-after'), values: groups.map((group) => euros(group.after)) },
      ]}
      unit="€"
    />
  )
}

const totalCells = (t: Translate, total: Total): string[] => [
  formatNumber(t.lang, total.members),
  money(t, total.before),
  money(t, total.after),
  change(t, differenceOf(total)),
]

const Groups = <Key,>(props: {
  t: Translate
  title: string
  label: string
  groups: readonly Group<Key>[]
  nameOf: (key: Key) => string
}) => {
  const { t, title, label, groups, nameOf } = props
  const columns = ['members', 'before', 'after', 'difference'].map((key) => ({
    label: t(`fees.head-${key}`),
    numeric: true,
  }))
  return (
    <Section title={title}>
      <DataTable
        t={t}
        caption={title}
        hideCaption
        columns={[{ label }, ...columns]}
        rows={groups.map((group) => [nameOf(group.key), ...totalCells(t, group)])}
      />
    </Section>
  )
}

export const SimulationSums = ({ t, simulation }: Part) => (
  <>
    <Figures t={t} simulation={simulation} />
    <ClassChart t={t} simulation={simulation} />
    <Groups
      t={t}
      title={t('fees.by-class')}
      label={t('fees.column-class')}
      groups={simulation.byBracket}
      nameOf={(bracket) => className(t, bracket)}
    />
    <Groups
      t={t}
      title={t('fees.by-country')}
      label={t('fees.country')}
      groups={simulation.byCountry}
      nameOf={(country) => countryName(t.lang, country)}
    />
  </>
)
