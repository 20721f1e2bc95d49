// Telling somebody on all devices on which they allowed it; sent after the commit, once for each device and key.
import type { JobParts } from '#platform/feature.ts'
import { raise } from '../store-deliveries.ts'

export interface PushNotice {
  /** Names the notice once and for all, `notice-12`: however often it is pushed, each device gets it once. */
  readonly key: string
  /** Where a click leads; an address without words, which would tell what it is about. */
  readonly path: string
  /** What it is about. Its title is told only where its audience lets it, judged when it is sent; without reach nothing is sent. */
  readonly contributionId?: number
  /** Of which room; nothing is sent to whoever is not in it any more. */
  readonly roomId?: number
  /** Whose words it tells of: blocked meanwhile, nothing is sent. */
  readonly byId?: number | null
}

/** `system` may be a transaction: the notice is then on its way if that holds. */
export const pushTo = (
  { system }: Pick<JobParts, 'system'>,
  personId: number,
  { key, path, contributionId, roomId, byId }: PushNotice,
): Promise<void> => {
  const about = { contributionId: contributionId ?? null, roomId: roomId ?? null, byId: byId ?? null }
  const fresh = { key, path, ...about }
  if (system.isTransaction) return raise(system, personId, fresh)
  return system.transaction().execute((transaction) => raise(transaction, personId, fresh))
}
