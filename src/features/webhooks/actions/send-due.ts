// Sends what is due: judged, signed, posted, written down; tried again later, given up, or stopped after days of failure.
import type { JobParts } from '#platform/feature.ts'
import { unseal } from '#platform/identity/sealed-secret.ts'
import { type PostOutcome, type PostOutside, postOutside } from '#platform/outside/post-outside.ts'
import { signedHeaders } from '#platform/outside/standard-webhooks.ts'
import { recordFact } from '#trunk/facts.ts'
import { messageOf } from '../message.ts'
import { sealedFor } from '../sealed-for.ts'
import {
  type Due,
  endDelivery,
  findTold,
  noteFailing,
  noteSuccess,
  noteTry,
  stopWebhook,
  takeDue,
  waitWith,
} from '../store-sending.ts'
import { daysOfFailure, pauses } from '../webhook.ts'

export type Post = (sent: PostOutside) => Promise<PostOutcome>

async function stop({ system, now }: JobParts, webhookId: number, because: 'failing' | 'gone'): Promise<void> {
  await system.transaction().execute(async (transaction) => {
    if (await stopWebhook(transaction, webhookId, because, now()))
      await recordFact(transaction, { name: 'webhook.stopped', data: { webhook: webhookId } })
  })
}

async function failed(parts: JobParts, due: Due, status: number | null): Promise<void> {
  const { system, now } = parts
  const pause = pauses[due.tries - 1]
  if (pause === undefined) await endDelivery(system, due.id, 'given-up')
  else await waitWith(system, due.id, new Date(now().getTime() + pause * 60_000))
  const since = await noteFailing(system, due.webhookId, now())
  // 410: the receiver wants nothing more (Standard Webhooks, "Delivery").
  if (status === 410) return stop(parts, due.webhookId, 'gone')
  if (now().getTime() - since.getTime() > daysOfFailure * 86_400_000) await stop(parts, due.webhookId, 'failing')
}

/** The secret of the installation is another than the one that sealed these: what is not signed is not sent. */
async function unsigned({ system, now }: JobParts, { id }: Due): Promise<void> {
  if (await noteTry(system, id, { status: null, why: 'unsigned', milliseconds: 0, answer: '' }, now()))
    await endDelivery(system, id, 'given-up')
}

async function sendOne(parts: JobParts, due: Due, post: Post): Promise<void> {
  const { system, settings, features, now } = parts
  const told = await findTold(system, due.factId, due.forumId)
  if (told === undefined) return void (await endDelivery(system, due.id, 'out-of-reach'))
  const kind = features.flatMap(({ kinds = [] }) => kinds).find((one) => one.kind === told.kind)
  const body = messageOf(told, settings.baseUrl, kind?.path)
  const secrets = [due.secret, due.oldSecret].flatMap((sealed) =>
    sealed === null ? [] : (unseal(sealed, settings.secret, ...sealedFor(due.forumId)) ?? []),
  )
  if (secrets.length === 0) return unsigned(parts, due)
  const headers = signedHeaders({ id: `msg_${due.id}`, body, at: now() }, secrets)
  const outcome = await post({ url: due.address, headers, body })
  // Removed while it was posted: nobody waits for what came of it.
  if (!(await noteTry(system, due.id, outcome, now()))) return
  if (outcome.status === null || outcome.status < 200 || outcome.status > 299) return failed(parts, due, outcome.status)
  await endDelivery(system, due.id, 'delivered')
  await noteSuccess(system, due.webhookId)
}

/** All that is due now; a slow receiver holds up nobody but the nineteen beside it. */
export async function sendDue(parts: JobParts, post: Post = postOutside): Promise<void> {
  for (;;) {
    const due = await takeDue(parts.system, parts.now())
    if (due.length === 0) return
    await Promise.all(due.map((one) => sendOne(parts, one, post)))
  }
}
