// Handlers of one invoice: its page, its documents, sending it, taking it back, making the new one.
import { idFrom } from '#kernel/address.ts'
import type { Issue, Outcome, Typed } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm } from '#platform/http/input.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { creditInvoice } from './actions/credit-invoice.ts'
import { releaseInvoice } from './actions/release-invoices.ts'
import { replaceInvoice } from './actions/replace-invoice.ts'
import { drawDocuments } from './documents.ts'
import { creditInput } from './inputs.ts'
import { fileNameOf } from './invoice.ts'
import { type DocumentName, documentNames, invoicePath, invoicesPath, styles } from './paths.ts'
import { booksOf, keepsBooks } from './permissions.ts'
import { readReplacement } from './read-replacement.ts'
import { getContent, getInvoice, type InvoiceInFull } from './store.ts'
import { listForumNames } from './store-forums.ts'
import { InvoicePage } from './views/invoice-page.tsx'

/** Whether, and for how much, a new invoice can stand in the place of the one that this credit note took back. */
async function replacementOf(c: AnyVisit, db: Db, invoice: InvoiceInFull) {
  if (invoice.kind === 'invoice' || invoice.replacement !== null) return undefined
  const found = await readReplacement(db, booksOf(c.var.viewer), invoice)
  return typeof found === 'string' ? { refusal: found } : { cents: found.line.cents ?? 0 }
}

async function drawInvoicePage(c: AnyVisit, db: Db, typed: Typed, issues: readonly Issue[]): Promise<Response> {
  const { t, draw, viewer } = c.var
  const invoice = await getInvoice(db, idFrom(c.req.param('id')), t.lang)
  const forums = await listForumNames(db, t.lang)
  const acts = keepsBooks(viewer) ? { replacement: await replacementOf(c, db, invoice) } : undefined
  const breadcrumb = [{ label: t(keepsBooks(viewer) ? 'invoices.title' : 'invoices.own'), href: invoicesPath }]
  const page = { title: invoice.number, breadcrumb, styles, status: issues.length > 0 ? 422 : 200 } as const
  return draw(page, <InvoicePage {...{ t, invoice, acts, forums, issues, typed }} />)
}

const showInvoice = (c: PageVisit): Promise<Response> => drawInvoicePage(c, c.var.db, {}, [])

const drawings = { 'document.pdf': 'pdf', 'ubl.xml': 'ubl', 'cii.xml': 'cii' } as const
const types = { 'document.pdf': 'application/pdf', 'ubl.xml': 'application/xml', 'cii.xml': 'application/xml' } as const
const endings = { 'document.pdf': '.pdf', 'ubl.xml': '.ubl.xml', 'cii.xml': '.cii.xml' } as const

const showDocument = (name: DocumentName) =>
  async function serveDocument(c: PageVisit): Promise<Response> {
    const { number, content } = await getContent(c.var.db, idFrom(c.req.param('id')))
    const document = (await drawDocuments(content))[drawings[name]]
    const bytes = typeof document === 'string' ? document : Uint8Array.from(document)
    return c.body(bytes, 200, {
      'content-type': types[name],
      'content-disposition': `attachment; filename="${fileNameOf(number)}${endings[name]}"`,
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
    })
  }

/** Back to the page of what was made, or to this one with the sentence why not. */
const answer = async (c: ActVisit, outcome: Outcome<number, string>, notice: string, to?: number): Promise<Response> =>
  outcome.done
    ? c.var.seeOther(invoicePath(to ?? outcome.value), notice)
    : c.var.asPerson((db) =>
        drawInvoicePage(c, db, {}, [{ field: '', message: `invoices.refusal-${outcome.refusal}` }]),
      )

async function send(c: ActVisit): Promise<Response> {
  const id = idFrom(c.req.param('id'))
  return answer(c, await releaseInvoice(c.var.asPerson, signedIn(c), id, c.var.now), 'invoices.done-sending', id)
}

async function credit(c: ActVisit): Promise<Response> {
  if (!keepsBooks(c.var.viewer)) throw forbidden()
  const form = await readForm(c, creditInput)
  if (!form.valid) return c.var.asPerson((db) => drawInvoicePage(c, db, form.typed, form.issues))
  const taken = { id: idFrom(c.req.param('id')), reason: form.value.reason }
  return answer(c, await creditInvoice(c.var.asPerson, signedIn(c), taken, c.var.now), 'invoices.done-taken-back')
}

async function replace(c: ActVisit): Promise<Response> {
  const outcome = await replaceInvoice(c.var.asPerson, signedIn(c), idFrom(c.req.param('id')), c.var.now)
  return answer(c, outcome, 'invoices.done-replaced')
}

export const invoiceRoutes: readonly Route[] = [
  get('/invoices/:id', showInvoice),
  ...documentNames.map((name) => get(`/invoices/:id/${name}`, showDocument(name))),
  post('/invoices/:id/sending', send),
  post('/invoices/:id/credit-note', credit),
  post('/invoices/:id/replacement', replace),
]
