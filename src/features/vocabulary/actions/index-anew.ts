// After words were accepted: what holds them is indexed anew, so that it is found in all languages; some of it at a time.

import type { Fact } from '#platform/facts.ts'
import type { JobParts } from '#platform/feature.ts'
import { recordFact } from '#trunk/facts.ts'
import { indexHolding } from '../../search/public.ts'
import { listAdditions } from '../store.ts'

/** Well within the two minutes that a job may take. */
const most = 200

/** Where more is left, a fact of its own goes on from there: a job that fails is done again, and not from the beginning. */
export async function indexAnew(
  { system, features }: Pick<JobParts, 'system' | 'features'>,
  fact: Fact,
): Promise<void> {
  const { addition: id, kind, subject } = fact.data
  const addition = (await listAdditions(system)).find((one) => one.id === Number(id))
  if (addition === undefined) return
  const after = typeof kind === 'string' ? { kind, subject: Number(subject) } : undefined
  const last = await indexHolding(system, features, addition.labels, after, most)
  if (last !== undefined)
    await recordFact(system, { name: 'addition.indexed', data: { addition: addition.id, ...last } })
}
