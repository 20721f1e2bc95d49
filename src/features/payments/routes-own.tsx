// Handlers for whoever coordinates a member: what it owes and paid.
import { dayOf } from '#kernel/locale.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import { readQuery } from '#platform/http/input.ts'
import { get, type PageVisit, type Route, signedIn } from '#platform/http/visit.ts'
import { downloadOf, yearsOf } from './answers.ts'
import { gatherAccount } from './gather-account.ts'
import { yearQuery } from './inputs.ts'
import { ownAccountPath, ownPath, ownPdfPath } from './paths.ts'
import { seesOwnAccount } from './permissions.ts'
import { statementPdf } from './statement-pdf.ts'
import { findSeller, getAccountMember, listIssuersOf } from './store-accounts.ts'
import { listOpenItems } from './store-open-items.ts'
import { listLettersTo } from './store-reminders.ts'
import { OwnAccountPage, OwnPage } from './views/own-page.tsx'

function coordinator(c: PageVisit) {
  const viewer = signedIn(c)
  if (!seesOwnAccount(viewer)) throw forbidden()
  return viewer.person
}

/** `0` is the network. */
function issuerIn(c: PageVisit): number | null {
  const number = /^\d{1,9}$/.exec(c.req.param('issuer') ?? '')?.[0]
  if (number === undefined) throw notFound()
  return Number(number) === 0 ? null : Number(number)
}

async function showOwn(c: PageVisit): Promise<Response> {
  const { t, db, draw } = c.var
  const issuers = await listIssuersOf(db, coordinator(c).organisationId)
  return draw({ title: t('payments.own-title') }, <OwnPage t={t} issuers={issuers} />)
}

const yearIn = (c: PageVisit): number => {
  const query = readQuery(c, yearQuery)
  return (query.valid ? query.value.year : undefined) ?? Number(dayOf(c.var.now).slice(0, 4))
}

async function showOwnAccount(c: PageVisit): Promise<Response> {
  const { t, db, draw, now } = c.var
  const person = coordinator(c)
  const of = { issuer: issuerIn(c), organisationId: person.organisationId }
  const member = await getAccountMember(db, of.issuer, person.organisationSlug, t.lang)
  const year = yearIn(c)
  const [account, content, items, letters, issuers] = await Promise.all([
    gatherAccount(db, of, year, now),
    findSeller(db, of),
    listOpenItems(db, of, t.lang),
    listLettersTo(db, of, t.lang),
    listIssuersOf(db, of.organisationId),
  ])
  if (content === undefined) throw notFound()
  const own = of.issuer ?? 0
  const props = {
    ...{ t, account, items, letters, seller: content.seller },
    ...{ balanceCents: issuers.find(({ issuer }) => issuer === own)?.balanceCents ?? 0 },
    ...{ years: yearsOf(member.firstYear, Number(dayOf(now).slice(0, 4))), pdfHref: ownPdfPath(own, year) },
    yearHref: (one: number) => ownAccountPath(own, one),
  }
  const breadcrumb = [{ label: t('payments.own-title'), href: ownPath }]
  return draw({ title: content.seller.name, breadcrumb }, <OwnAccountPage {...props} />)
}

async function sendOwnPdf(c: PageVisit): Promise<Response> {
  const { t, db, now } = c.var
  const person = coordinator(c)
  const of = { issuer: issuerIn(c), organisationId: person.organisationId }
  const member = await getAccountMember(db, of.issuer, person.organisationSlug, t.lang)
  const year = yearIn(c)
  const [content, account] = await Promise.all([findSeller(db, of), gatherAccount(db, of, year, now)])
  if (content === undefined) throw notFound()
  return downloadOf(await statementPdf(content, account, now), `${member.slug}-${year}.pdf`, 'application/pdf')
}

export const ownRoutes: readonly Route[] = [
  get(ownPath, showOwn),
  get('/payments/own/:issuer', showOwnAccount),
  get('/payments/own/:issuer/statement.pdf', sendOwnPdf),
]
