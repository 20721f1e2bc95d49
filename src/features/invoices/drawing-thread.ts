// The thread in which documents are drawn: some fifty milliseconds each, which pages would have to wait for.
import { parentPort } from 'node:worker_threads'
import { drawInvoice, type InvoiceContent } from '#platform/invoicing/invoice.ts'

parentPort?.on('message', async ({ id, content }: { readonly id: number; readonly content: InvoiceContent }) => {
  try {
    parentPort?.postMessage({ id, documents: await drawInvoice(content) })
  } catch (error) {
    parentPort?.postMessage({ id, failure: String(error) })
  }
})
