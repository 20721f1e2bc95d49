// Reporting what should not stand here: what it says is kept as it stands now.
import { forbidden, notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import type { Feature } from '#platform/feature.ts'
import { type Contribution, findAnyContribution } from '#trunk/contributions.ts'
import { findReply, type Reply } from '#trunk/replies.ts'
import type { Reason, SoughtPlace } from '../care.ts'
import { mayReport } from '../permissions.ts'
import { insertReport } from '../store.ts'

export interface Reported {
  readonly contribution: Contribution
  readonly reply: Reply | undefined
}

/** What is to be reported, or a stop: within reach, published, not the viewer's own. */
export async function getReported(db: Db, viewer: SignedIn, place: SoughtPlace): Promise<Reported> {
  const { lang } = viewer.person
  const contribution =
    place.contributionId === undefined ? undefined : await findAnyContribution(db, place.contributionId, lang)
  if (contribution === undefined) throw notFound()
  if (contribution.state !== 'published' || !contribution.audienceReached) throw forbidden()
  const reply = place.replyId ? await findReply(db, place.replyId, lang) : undefined
  if (place.replyId && (reply?.contributionId !== contribution.id || reply.withdrawn)) throw notFound()
  if (!mayReport(viewer, reply ?? contribution)) throw forbidden()
  return { contribution, reply }
}

/** The text as search keeps it, read as this person; where a kind is not searched its summary. */
async function textOf(db: Db, features: readonly Feature[], { id, kind, summary }: Contribution): Promise<string> {
  const source = features.flatMap(({ search = [] }) => search).find((one) => one.kind === kind)
  const document = await source?.document(db, id)
  return [summary, document?.body].filter(Boolean).join('\n\n').slice(0, 20_000)
}

/** Gives the report's id; a second click gives the first one's. */
export const reportThing = (
  asPerson: AsPerson,
  viewer: SignedIn,
  place: SoughtPlace,
  { reason, words }: { readonly reason: Reason; readonly words: string },
  features: readonly Feature[],
): Promise<{ readonly id: number } & Reported> =>
  asPerson(async (db) => {
    const reported = await getReported(db, viewer, place)
    const { contribution, reply } = reported
    const text = reply === undefined ? await textOf(db, features, contribution) : reply.text
    const its = { contributionId: contribution.id, replyId: reply?.id ?? null }
    return { id: await insertReport(db, its, { reason, words, text }), ...reported }
  })
