// An office registers an address, gives it a new secret, pauses it, or takes it up again.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { seal } from '#platform/identity/sealed-secret.ts'
import { newWebhookSecret } from '#platform/outside/standard-webhooks.ts'
import { recordFact } from '#trunk/facts.ts'
import type { WebhookInput } from '../inputs.ts'
import { mayKeepWebhooks } from '../permissions.ts'
import { sealedFor } from '../sealed-for.ts'
import { getWebhook, insertWebhook, listWebhooks, putSecret, setStopped } from '../store.ts'
import { mostWebhooks, overlapHours } from '../webhook.ts'

export interface Keeping {
  readonly asPerson: AsPerson
  readonly viewer: SignedIn
  /** Of the installation. */
  readonly secret: string
  readonly now: Date
}

export interface Kept {
  readonly id: number
  /** Shown once. */
  readonly secret: string
}

/** In a transaction of somebody of an office. */
export const asOffice = <Value>({ asPerson, viewer }: Keeping, work: (db: Db) => Promise<Value>): Promise<Value> =>
  asPerson((db) => {
    if (!mayKeepWebhooks(viewer)) throw forbidden()
    return work(db)
  })

export const registerWebhook = (keeping: Keeping, input: WebhookInput): Promise<Outcome<Kept, 'too-many'>> =>
  asOffice(keeping, async (db) => {
    const { viewer, secret: own, now } = keeping
    if ((await listWebhooks(db)).length >= mostWebhooks) return refused('too-many')
    const { id: by, forumId } = viewer.person
    const secret = newWebhookSecret()
    const id = await insertWebhook(db, { forumId, ...input, secret: seal(secret, own, ...sealedFor(forumId)) }, by, now)
    await recordFact(db, { name: 'webhook.registered', actor: viewer.person, data: { webhook: id } })
    return done({ id, secret })
  })

/** The one before it signs, too, for a day: whoever receives has time to take the new one. */
export const renewSecret = (keeping: Keeping, id: number | undefined): Promise<Kept> =>
  asOffice(keeping, async (db) => {
    const webhook = await getWebhook(db, id)
    const secret = newWebhookSecret()
    const until = new Date(keeping.now.getTime() + overlapHours * 3_600_000)
    await putSecret(db, webhook.id, seal(secret, keeping.secret, ...sealedFor(webhook.forumId)), until)
    return { id: webhook.id, secret }
  })

export const stopWebhook = (keeping: Keeping, id: number | undefined, stopped: boolean): Promise<void> =>
  asOffice(keeping, async (db) => {
    await setStopped(db, (await getWebhook(db, id)).id, stopped ? 'office' : null, keeping.now)
  })
