// Handlers of what two cities agreed: to read, and for their calendars.
import { idFrom } from '#kernel/address.ts'
import { giveDate } from '#platform/calendar/give-date.ts'
import { type AnyVisit, get, type PageVisit, type Route, signedIn } from '#platform/http/visit.ts'
import { dateOfAgreement } from './dates.ts'
import { visitsCrumb } from './draw-visit.tsx'
import { getAgreement } from './store-agreements.ts'
import type { Agreement } from './study-visit.ts'
import { AgreementPage } from './views/agreement-page.tsx'

const agreementOf = (c: AnyVisit & PageVisit): Promise<Agreement> => {
  signedIn(c)
  return getAgreement(c.var.db, idFrom(c.req.param('wish')), c.var.t.lang)
}

async function showAgreement(c: PageVisit): Promise<Response> {
  const { t, draw } = c.var
  const agreement = await agreementOf(c)
  return draw({ title: t('visits.agreed-one'), breadcrumb: [visitsCrumb(c)] }, <AgreementPage {...{ t, agreement }} />)
}

async function giveCalendar(c: PageVisit): Promise<Response> {
  const agreement = await agreementOf(c)
  return giveDate(c, dateOfAgreement(c.var.t, agreement), `visit-${agreement.id}`)
}

export const agreementRoutes: readonly Route[] = [
  get('/visits/agreed/:wish', showAgreement),
  get('/visits/agreed/:wish/calendar.ics', giveCalendar),
]
