// Send one invoice by mail: its documents drawn from the frozen content. What fails is noted for the office and tried again.
import type { JobParts } from '#platform/feature.ts'
import { recordFact } from '#trunk/facts.ts'
import { drawDocuments } from '../documents.ts'
import { letterAbout } from '../letter.ts'
import { markFailed, markSent, takeLetter } from '../store-sending.ts'

async function send(parts: JobParts, id: number): Promise<void> {
  const { system, now } = parts
  await system.transaction().execute(async (transaction) => {
    const letter = await takeLetter(transaction, id)
    if (letter === undefined) return
    if (letter.email === '') return void (await markFailed(transaction, id, 'no-address', now()))
    await parts.mail(letterAbout(letter, await drawDocuments(letter.content), parts.settings), transaction)
    await markSent(transaction, letter, now())
    await recordFact(transaction, { name: 'invoice.sent', data: { invoice: id } })
  })
}

export async function sendInvoice(parts: JobParts, id: number): Promise<void> {
  try {
    await send(parts, id)
  } catch (error) {
    await markFailed(parts.system, id, 'mail', parts.now())
    // The job is tried again by itself; what arrives then clears the mark.
    throw error
  }
}
