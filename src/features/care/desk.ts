// Where offices and coordinators look after what is written.
import type { DeskPlace } from '#platform/duty-parts.ts'
import { isWaiting } from './care.ts'
import { carePath } from './paths.ts'
import { listHidings, listWaitingReports } from './store.ts'

const waiting: NonNullable<DeskPlace['waiting']> = async ({ var: { db } }) => {
  const [reports, hidings] = await Promise.all([listWaitingReports(db), listHidings(db)])
  return reports.length + hidings.filter((one) => one.judges && isWaiting(one)).length
}

export const careDesk: readonly DeskPlace[] = (['office', 'coordinator'] as const).map((role) => ({
  label: 'care.title',
  about: 'care.desk',
  href: carePath,
  position: 15,
  for: role,
  waiting,
}))
