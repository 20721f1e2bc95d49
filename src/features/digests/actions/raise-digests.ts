// Each hour: whose digest is due. One a person and day; who gets it is written down before anything is sent.
import type { JobParts } from '#platform/feature.ts'
import { recordFact } from '#trunk/facts.ts'
import { listHabits } from '../../notices/public.ts'
import { digestDue } from '../due.ts'
import { listOwnRhythms } from '../own-rhythms.ts'
import { hasOpen, insertDigests, listLast, listPaused } from '../store.ts'

const batch = 1000
const none = { lastDay: null, lastWeekly: null }

export async function raiseDigests({
  system,
  now,
  features,
}: Pick<JobParts, 'system' | 'now' | 'features'>): Promise<void> {
  const at = now()
  for (let after = 0; ; ) {
    const habits = await listHabits(system, after, batch)
    const ids = habits.map(({ personId }) => personId)
    const searchesOf = await listOwnRhythms(features, system, ids)
    const [last, paused] = [await listLast(system, ids), await listPaused(system, ids)]
    const raised = habits.flatMap((one) => {
      // A week of newspapers at once is read by nobody: the first one after the pause tells what is new then.
      if (paused.has(one.personId)) return []
      const due = digestDue({ ...one, searches: searchesOf(one.personId) }, last.get(one.personId) ?? none, at)
      return due === undefined ? [] : [{ personId: one.personId, ...due }]
    })
    await insertDigests(system, raised, at)
    if (habits.length < batch) break
    after = ids.at(-1) ?? after
  }
  // Also those that an earlier hour left behind.
  if (await hasOpen(system, at)) await recordFact(system, { name: 'digest.raised' })
}
