// Handlers of looking through: the office's books, what a city was sent, and what is passed on to a forum.
import { dayOf } from '#kernel/locale.ts'
import { pageCount } from '#kernel/page.ts'
import { forbidden } from '#kernel/stop.ts'
import { readQuery } from '#platform/http/input.ts'
import { get, type PageVisit, type Route, signedIn } from '#platform/http/visit.ts'
import { listQuery } from './inputs.ts'
import { invoicesPath, sharesPath, styles, withQuery } from './paths.ts'
import { booksOf, hasShares, keepsBooks, seesOwnInvoices } from './permissions.ts'
import { findInvoices, listOfOrganisation, listYears } from './store-entries.ts'
import { findIssuer } from './store-issuer.ts'
import { listPassedOn, listShareYears } from './store-shares.ts'
import { BooksPage } from './views/books-page.tsx'
import { OwnPage } from './views/own-page.tsx'
import { SharesPage } from './views/shares-page.tsx'

const queryOf = (c: PageVisit) => {
  const input = readQuery(c, listQuery)
  return input.valid ? input.value : listQuery.parse({})
}

/** The year that runs and the next one, from autumn on. */
const runYearsOf = (now: Date): number[] => {
  const [year = '', month = ''] = dayOf(now).split('-')
  return Number(month) >= 9 ? [Number(year), Number(year) + 1] : [Number(year)]
}

async function showOwn(c: PageVisit): Promise<Response> {
  const { t, db, draw } = c.var
  const { organisationId, organisationName: name, organisationSlug: slug } = signedIn(c).person
  const lines = await listOfOrganisation(db, organisationId, t.lang)
  return draw({ title: t('invoices.own'), styles }, <OwnPage t={t} city={{ name, slug }} lines={lines} />)
}

async function showBooks(c: PageVisit): Promise<Response> {
  const { t, db, viewer, now, draw } = c.var
  if (seesOwnInvoices(viewer)) return showOwn(c)
  if (!keepsBooks(viewer)) throw forbidden()
  const query = queryOf(c)
  const issuer = booksOf(viewer)
  const [seller, years, page] = await Promise.all([
    findIssuer(db, issuer),
    listYears(db, issuer),
    findInvoices(db, issuer, query, t.lang),
  ])
  if (page.number > pageCount(page))
    return c.redirect(withQuery(invoicesPath, { ...query, page: pageCount(page) }), 303)
  const about = { runYears: runYearsOf(now), hasShares: hasShares(viewer), issuerName: seller?.name }
  return draw({ title: t('invoices.title'), styles }, <BooksPage {...{ t, years, query, page }} {...about} />)
}

async function showShares(c: PageVisit): Promise<Response> {
  const { t, db, viewer, draw } = c.var
  const forum = booksOf(viewer)
  if (!hasShares(viewer) || forum === null) throw forbidden()
  const years = await listShareYears(db, forum)
  const wanted = queryOf(c).year
  const year = wanted !== undefined && years.includes(wanted) ? wanted : (years[0] ?? 0)
  const passedOn = await listPassedOn(db, forum, year, t.lang)
  const breadcrumb = [{ label: t('invoices.title'), href: invoicesPath }]
  return draw({ title: t('invoices.shares'), breadcrumb, styles }, <SharesPage {...{ t, years, year, passedOn }} />)
}

export const routes: readonly Route[] = [get(invoicesPath, showBooks), get(sharesPath, showShares)]
