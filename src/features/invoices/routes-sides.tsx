// Handlers of the two sides of an invoice: the issuer as its office enters it, and where an organisation wants its invoices.
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm } from '#platform/http/input.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { changeBilling } from './actions/change-billing.ts'
import { changeIssuer } from './actions/change-issuer.ts'
import { billingInput, issuerInput } from './inputs.ts'
import { billingPath, invoicesPath, issuerPath, styles } from './paths.ts'
import { booksOf, keepsBooks, seesOwnInvoices } from './permissions.ts'
import { type BilledOrganisation, findBilled, findBilling, findIssuer } from './store-issuer.ts'
import { typedBilling, typedIssuer } from './typed.ts'
import { BillingPage } from './views/billing-page.tsx'
import { IssuerPage } from './views/issuer-page.tsx'

function drawIssuer(c: AnyVisit, typed: Typed, issues: readonly Issue[]): Response | Promise<Response> {
  const { t, draw } = c.var
  const breadcrumb = [{ label: t('invoices.title'), href: invoicesPath }]
  const page = { title: t('invoices.issuer'), breadcrumb, styles, status: issues.length > 0 ? 422 : 200 } as const
  return draw(page, <IssuerPage {...{ t, typed, issues }} />)
}

async function showIssuer(c: PageVisit): Promise<Response> {
  if (!keepsBooks(c.var.viewer)) throw forbidden()
  return drawIssuer(c, typedIssuer(await findIssuer(c.var.db, booksOf(c.var.viewer))), [])
}

/** Where each refusal of the whole is said. */
const fields = {
  unnamed: 'legalId',
  'tax-number': 'taxNumber',
  exemption: 'exemptionReason',
  faulty: 'legalName',
} as const

async function saveIssuer(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  if (!keepsBooks(viewer)) throw forbidden()
  const form = await readForm(c, issuerInput)
  if (!form.valid) return drawIssuer(c, form.typed, form.issues)
  const outcome = await changeIssuer(c.var.asPerson, viewer, form.value, c.var.now)
  if (outcome.done) return c.var.seeOther(issuerPath, 'invoices.done-saved')
  return drawIssuer(c, form.typed, [{ field: fields[outcome.refusal], message: `invoices.refusal-${outcome.refusal}` }])
}

/** Of an organisation with which the viewer has nothing to do nobody learns whether it has an address here. */
async function getBilled(c: AnyVisit, db: Db): Promise<BilledOrganisation> {
  const { viewer, t } = c.var
  if (!keepsBooks(viewer) && !seesOwnInvoices(viewer)) throw forbidden()
  const billed = await findBilled(db, c.req.param('slug') ?? '', t.lang)
  if (billed === undefined) throw notFound()
  return billed
}

function drawBilling(
  c: AnyVisit,
  city: BilledOrganisation,
  typed: Typed,
  issues: readonly Issue[],
): Response | Promise<Response> {
  const { t, draw } = c.var
  const label = t(keepsBooks(c.var.viewer) ? 'invoices.title' : 'invoices.own')
  const page = {
    title: t('invoices.billing'),
    breadcrumb: [{ label, href: invoicesPath }],
    styles,
    status: issues.length > 0 ? 422 : 200,
  } as const
  return draw(page, <BillingPage {...{ t, city, typed, issues }} />)
}

async function showBilling(c: PageVisit): Promise<Response> {
  const billed = await getBilled(c, c.var.db)
  return drawBilling(c, billed, typedBilling(await findBilling(c.var.db, billed.id), billed, c.var.t.lang), [])
}

async function saveBilling(c: ActVisit): Promise<Response> {
  const billed = await c.var.asPerson((db) => getBilled(c, db))
  const form = await readForm(c, billingInput)
  if (!form.valid) return drawBilling(c, billed, form.typed, form.issues)
  await changeBilling(c.var.asPerson, signedIn(c), billed.slug, form.value, c.var.now)
  return c.var.seeOther(billingPath(billed.slug), 'invoices.done-saved')
}

export const sideRoutes: readonly Route[] = [
  get(issuerPath, showIssuer),
  post(issuerPath, saveIssuer),
  get('/invoices/billing/:slug', showBilling),
  post('/invoices/billing/:slug', saveBilling),
]
