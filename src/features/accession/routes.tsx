// The open page: what membership gives and costs, and the enquiry.
import type { Issue, Typed } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { unkept } from '#platform/http/answers.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { countTry, type Limit, remoteAddress } from '#platform/http/limits.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route } from '#platform/http/visit.ts'
import { findLatestScale } from '../fees/public.ts'
import { enquire } from './actions/enquire.ts'
import { costOf } from './cost.ts'
import { costQuery, enquiryInput } from './inputs.ts'
import { joinPath, joinSentPath } from './paths.ts'
import { listRegistered } from './store-enquiry.ts'
import { JoinPage, type JoinPageProps } from './views/join-page.tsx'
import { SentPage } from './views/sent-page.tsx'

const enquiriesPerAddress: Limit = { name: 'enquiries from a mail address', tries: 5, seconds: 24 * 60 * 60 }
const enquiriesPerVisitor: Limit = { name: 'enquiries from a computer', tries: 20, seconds: 60 * 60 }

type Again = Pick<JoinPageProps, 'typed' | 'issues'>

async function drawJoin(c: AnyVisit, db: Db, again: Again): Promise<Response> {
  const { t, draw, settings, now } = c.var
  const query = readQuery(c, costQuery)
  const { of: kind, inhabitants: population } = query.valid ? query.value : { of: 'municipality' as const }
  const [scale, registered] = await Promise.all([
    findLatestScale(db, null, now.getUTCFullYear() + 1),
    listRegistered(db, t.lang),
  ])
  const cost = population === undefined ? undefined : costOf(t, scale, { kind, population })
  const calculator = { typed: query.typed, issues: query.valid ? [] : query.issues, cost, asked: population }
  const choices = registered.filter(({ member }) => !member)
  const status = again.issues.length > 0 || !query.valid ? 422 : 200
  return draw(
    { title: t('accession.join'), description: t('accession.join-lead'), canonical: joinPath, status },
    <JoinPage t={t} network={settings.networkName} calculator={calculator} registered={choices} {...again} />,
  )
}

const showJoin = (c: PageVisit): Promise<Response> => drawJoin(c, c.var.db, { typed: {}, issues: [] })
const joinAgain = (c: ActVisit, typed: Typed, issues: readonly Issue[]): Promise<Response> =>
  unkept(c.var.asPerson((db) => drawJoin(c, db, { typed, issues })))

async function sendEnquiry(c: ActVisit): Promise<Response> {
  const { now } = c.var
  countTry(enquiriesPerVisitor, remoteAddress(c), now)
  const form = await readForm(c, enquiryInput)
  if (!form.valid) return joinAgain(c, form.typed, form.issues)
  countTry(enquiriesPerAddress, form.value.contactEmail.toLowerCase(), now)
  const outcome = await enquire(c.var.asPerson, c.var.viewer, form.value, now)
  if (!outcome.done) {
    const field = outcome.refusal === 'year-ahead' ? 'populationYear' : 'registered'
    return joinAgain(c, form.typed, [{ field, message: `accession.refusal-${outcome.refusal}` }])
  }
  return c.redirect(joinSentPath, 303)
}

const showSent = (c: PageVisit): Promise<Response> =>
  unkept(c.var.draw({ title: c.var.t('accession.sent') }, <SentPage t={c.var.t} demonstration={c.var.demonstration} />))

export const routes: readonly Route[] = [
  get(joinPath, showJoin),
  post(joinPath, sendEnquiry),
  get(joinSentPath, showSent),
]
