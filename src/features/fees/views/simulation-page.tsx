// What a scale would change, before it is decided: sums, classes, countries, who pays more and who less.
import type { Translate } from '#kernel/locale.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { simulationCsvPath } from '../paths.ts'
import type { Scale } from '../scale.ts'
import type { Simulation } from '../simulation.ts'
import { IllustrativeNotice } from './scale-tables.tsx'
import { Lines, Unplaced } from './simulation-lines.tsx'
import { SimulationSums } from './simulation-sums.tsx'

export interface SimulationPageProps {
  readonly t: Translate
  readonly scale: Scale
  readonly title: string
  /** The year of the scale it is compared with; undefined where there is none. */
  readonly beforeYear: number | undefined
  readonly simulation: Simulation
  readonly memberHref: (slug: string) => string
}

const Changes = ({ t, simulation, memberHref }: SimulationPageProps) => {
  const { losers, winners, unchanged } = simulation
  const part = { t, memberHref }
  return (
    <>
      <Lines {...part} lines={losers} title={t('fees.pay-more', { count: losers.length })} />
      <Lines {...part} lines={winners} title={t('fees.pay-less', { count: winners.length })} />
      <p>{t('fees.unchanged', { count: unchanged })}</p>
    </>
  )
}

const Title = ({ t, scale, title, beforeYear, simulation }: SimulationPageProps) => {
  const values = { members: simulation.total.members, year: String(scale.year) }
  const lead =
    beforeYear === undefined
      ? t('fees.simulation-alone', values)
      : t('fees.simulation-lead', { ...values, before: String(beforeYear) })
  const download = (
    <ButtonLink href={simulationCsvPath(scale.id)} icon="download">
      {t('fees.csv')}
    </ButtonLink>
  )
  return <PageTitle t={t} title={title} lead={lead} action={download} />
}

export const SimulationPage = (props: SimulationPageProps) => (
  <>
    <Title {...props} />
    <PageBody>
      {props.scale.illustrative && <IllustrativeNotice t={props.t} />}
      <Unplaced {...props} unplaced={props.simulation.unplaced} />
      <SimulationSums {...props} />
      {props.beforeYear !== undefined && <Changes {...props} />}
    </PageBody>
  </>
)
