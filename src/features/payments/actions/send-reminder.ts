// The job that sends one letter. What is open is asked at this moment: a payment since the preview stops it, or makes it smaller.
import { dayOf } from '#kernel/locale.ts'
import type { JobParts, MailAttachment } from '#platform/feature.ts'
import { drawFiles } from '../../invoices/public.ts'
import { gatherAccount } from '../gather-account.ts'
import { mailOf } from '../letter.ts'
import { statementPdf } from '../statement-pdf.ts'
import { findSeller } from '../store-accounts.ts'
import { closeLetter, findWaiting, listRecipients, listStillOpen } from '../store-sending.ts'

export const sendReminder = (parts: JobParts, id: number): Promise<void> =>
  parts.system.transaction().execute(async (db) => {
    const letter = await findWaiting(db, id)
    if (letter === undefined) return
    const now = parts.now()
    const [owed, content] = await Promise.all([listStillOpen(db, id), findSeller(db, letter)])
    if (owed.length === 0 || letter.held || content === undefined) return closeLetter(db, id, 'stopped', now)
    const recipients = await listRecipients(db, letter.organisationId)
    if (recipients.length === 0) return closeLetter(db, id, 'no-address', now)
    const account = await gatherAccount(db, { ...letter, toMember: true }, Number(dayOf(now).slice(0, 4)), now)
    const statement = await statementPdf(content, account, now)
    const invoices: MailAttachment[] = []
    for (const one of owed) invoices.push(...(await drawFiles(one.content, letter.wantsXml)))
    for (const [at, to] of recipients.entries())
      await parts.mail(mailOf({ letter, owed, content }, { to, at }, { statement, invoices }, parts.settings))
    await closeLetter(db, id, 'sent', now)
  })
