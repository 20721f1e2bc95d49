// Handlers of reading: what scales there are, what one's own city pays, one scale.
import { idFrom } from '#kernel/address.ts'
import { dayOf, type Lang } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { isSignedIn, type Viewer } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { type AnyVisit, get, type PageVisit, type Route } from '#platform/http/visit.ts'
import { listChargeable } from '../memberships/public.ts'
import { faultsOf } from './faults.ts'
import { type OwnFee, ownFee } from './own-fees.ts'
import { feesPath } from './paths.ts'
import { keepsBooks } from './permissions.ts'
import { calculable, type Scale, validOf } from './scale.ts'
import { findOrganisation, getScale, listScales } from './store.ts'
import { type ForumName, listDecisions, listForumNames } from './store-writing.ts'
import { FeesPage } from './views/fees-page.tsx'
import { ScalePage } from './views/scale-page.tsx'

export const styles = ['fee-scales.css']
export const crumbs = (c: AnyVisit) => [{ label: c.var.t('fees.title'), href: feesPath }]

export const issuerNames = (c: AnyVisit, forums: readonly ForumName[]) => (forumId: number | null) =>
  forumId === null ? c.var.settings.networkName : (forums.find(({ id }) => id === forumId)?.name ?? '')

/** "Fee scale 2027 of the German forum". */
export const titleOf = (c: AnyVisit, scale: Scale, forums: readonly ForumName[]): string =>
  c.var.t('fees.scale-of', { year: String(scale.year), issuer: issuerNames(c, forums)(scale.forumId) })

/** Of members only: an office pays nothing, a partner neither. */
const memberOf = async (db: Db, viewer: Viewer, lang: Lang) =>
  isSignedIn(viewer) ? findOrganisation(db, viewer.person.organisationId, lang) : undefined

async function listOwnFees(db: Db, organisationId: number, scales: readonly Scale[]): Promise<OwnFee[]> {
  const found = await Promise.all(
    scales.map(async (scale) => {
      const [member] = await listChargeable(db, scale.forumId, scale.year, organisationId)
      return ownFee(calculable(scale), member)
    }),
  )
  return found.filter((own) => own !== undefined)
}

async function showFees(c: PageVisit): Promise<Response> {
  const { t, db, viewer, now, draw } = c.var
  const [scales, forums, member] = await Promise.all([
    listScales(db),
    listForumNames(db, t.lang),
    memberOf(db, viewer, t.lang),
  ])
  const approved = validOf(scales)
  const year = Number(dayOf(now).slice(0, 4))
  const props = {
    ...{ t, viewer, forums, year, approved, organisation: member?.name, issuerName: issuerNames(c, forums) },
    open: scales.filter(({ state }) => state === 'draft' || state === 'proposed'),
    current: approved.find((scale) => scale.forumId === null && scale.year <= year),
    fees: member === undefined ? [] : await listOwnFees(db, member.id, approved),
  }
  return draw(
    { title: t('fees.title'), description: t('fees.lead'), canonical: feesPath, styles },
    <FeesPage {...props} />,
  )
}

/** Also after a decision that was refused. */
export async function drawScale(c: AnyVisit, db: Db, typed: Typed, issues: readonly Issue[]): Promise<Response> {
  const { t, viewer, draw } = c.var
  const scale = await getScale(db, idFrom(c.req.param('id')))
  const own = keepsBooks(viewer, scale.forumId)
  const [forums, scales, decisions] = await Promise.all([
    listForumNames(db, t.lang),
    listScales(db),
    own ? listDecisions(db, scale.id) : [],
  ])
  const title = titleOf(c, scale, forums)
  const valid = validOf(scales).find((one) => one.forumId === scale.forumId && one.year === scale.year)
  const newer = scale.state === 'approved' && valid?.id !== scale.id ? valid?.id : undefined
  const faults = scale.state === 'draft' ? faultsOf(scale.brackets) : []
  const page = { title, breadcrumb: crumbs(c), styles, status: issues.length > 0 ? 422 : 200 } as const
  return draw(page, <ScalePage {...{ t, viewer, scale, title, forums, decisions, faults, newer, typed, issues }} />)
}

const showScale = (c: PageVisit): Promise<Response> => drawScale(c, c.var.db, {}, [])

export const routes: readonly Route[] = [get(feesPath, showFees), get('/fees/:id', showScale)]
