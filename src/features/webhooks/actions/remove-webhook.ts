// An office removes an address with its log, or has a message sent once more.
import { notFound } from '#kernel/stop.ts'
import { recordFact } from '#trunk/facts.ts'
import { deleteWebhook, getWebhook, repeatDelivery } from '../store.ts'
import { asOffice, type Keeping } from './keep-webhook.ts'

export const removeWebhook = (keeping: Keeping, id: number | undefined): Promise<void> =>
  asOffice(keeping, async (db) => {
    const webhook = await getWebhook(db, id)
    await deleteWebhook(db, webhook.id)
    await recordFact(db, { name: 'webhook.removed', actor: keeping.viewer.person, data: { webhook: webhook.id } })
  })

export const sendAgain = (keeping: Keeping, id: number | undefined, delivery: string): Promise<void> =>
  asOffice(keeping, async (db) => {
    const webhook = await getWebhook(db, id)
    if (!(await repeatDelivery(db, webhook.id, delivery, keeping.now))) throw notFound()
  })
