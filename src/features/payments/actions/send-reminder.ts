// The job that sends one letter to one recipient. What is open is asked at this moment: a payment since the preview stops it, or makes it smaller.
import { dayOf } from '#kernel/locale.ts'
import type { JobParts, MailAttachment } from '#platform/feature.ts'
import { drawFiles } from '../../invoices/public.ts'
import { gatherAccount } from '../gather-account.ts'
import { mailOf } from '../letter.ts'
import { statementPdf } from '../statement-pdf.ts'
import { findSeller } from '../store-accounts.ts'
import { closeDelivery, findDelivery, noteFailure } from '../store-deliveries.ts'
import { findLetter, listStillOpen } from '../store-sending.ts'

const send = (parts: JobParts, id: number): Promise<void> =>
  parts.system.transaction().execute(async (db) => {
    const delivery = await findDelivery(db, id)
    if (delivery === undefined) return
    const letter = await findLetter(db, delivery.reminderId)
    if (letter === undefined) return
    const now = parts.now()
    const [owed, content] = await Promise.all([listStillOpen(db, letter.id), findSeller(db, letter)])
    if (owed.length === 0 || letter.held || content === undefined) return closeDelivery(db, delivery, 'stopped', now)
    if (delivery.to === null) return closeDelivery(db, delivery, 'gone', now)
    const account = await gatherAccount(db, { ...letter, toMember: true }, Number(dayOf(now).slice(0, 4)), now)
    const statement = await statementPdf(content, account, now)
    const invoices: MailAttachment[] = []
    for (const one of owed) invoices.push(...(await drawFiles(one.content, letter.wantsXml)))
    const recipient = { to: delivery.to, delivery: id }
    await parts.mail(mailOf({ letter, owed, content }, recipient, { statement, invoices }, parts.settings), db)
    await closeDelivery(db, delivery, 'sent', now)
  })

export async function sendReminder(parts: JobParts, id: number): Promise<void> {
  try {
    await send(parts, id)
  } catch (error) {
    // Tried again by the job, then hourly; given up after days, and the office sees both.
    await noteFailure(parts.system, id, parts.now())
    throw error
  }
}
