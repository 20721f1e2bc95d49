// Handlers: which entry means the same city, and joining the two.
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { unkept } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/input.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { memberPath } from '../members/public.ts'
import { joinDoubles } from './actions/join-doubles.ts'
import { joinInput } from './inputs.ts'
import { mayJoinDoubles } from './permissions.ts'
import { type Entry, findEntry, listLike, wasInTheWay } from './store.ts'
import { DoublePage } from './views/double-page.tsx'

async function getEntry(c: AnyVisit, db: Db): Promise<Entry> {
  if (!mayJoinDoubles(signedIn(c))) throw forbidden()
  const entry = await findEntry(db, c.req.param('slug') ?? '', c.var.t.lang)
  if (entry === undefined) throw notFound()
  return entry
}

async function drawDouble(c: AnyVisit, db: Db, entry: Entry, typed: Typed, issues: readonly Issue[]) {
  const { t, draw } = c.var
  const others = (await listLike(db, entry, t.lang)).filter(({ bound }) => !(entry.bound && bound))
  const breadcrumb = [{ label: entry.name, href: memberPath(entry.slug) }]
  const page = { title: t('doubles.title'), breadcrumb, status: issues.length > 0 ? 422 : 200 } as const
  return unkept(draw(page, <DoublePage t={t} {...{ entry, others, typed, issues }} />))
}

async function showDouble(c: PageVisit): Promise<Response> {
  return drawDouble(c, c.var.db, await getEntry(c, c.var.db), {}, [])
}

const joinOnce = async (c: ActVisit): Promise<Response> => {
  const form = await readForm(c, joinInput)
  return c.var.asPerson(async (db) => {
    const entry = await getEntry(c, db)
    const again = (message: string) => drawDouble(c, db, entry, form.typed, [{ field: 'other', message }])
    const other = form.valid ? await findEntry(db, form.value.other, c.var.t.lang) : undefined
    if (other === undefined) return again('doubles.issue-other')
    const [gone, kept] = entry.bound ? [other, entry] : [entry, other]
    const outcome = await joinDoubles(db, signedIn(c), gone, kept)
    if (!outcome.done) return again(`doubles.refusal-${outcome.refusal}`)
    return c.var.seeOther(memberPath(kept.slug), 'doubles.done')
  })
}

const tries = 3

/** What somebody else was writing at the same moment is waited for; if that goes on, the page says so. */
async function join(c: ActVisit, left = tries - 1): Promise<Response> {
  try {
    return await joinOnce(c)
  } catch (thrown) {
    if (!wasInTheWay(thrown)) throw thrown
    if (left > 0) return join(c, left - 1)
    const { typed } = await readForm(c, joinInput)
    const issues = [{ field: 'other', message: 'doubles.refusal-busy' }]
    return c.var.asPerson(async (db) => drawDouble(c, db, await getEntry(c, db), typed, issues))
  }
}

export const routes: readonly Route[] = [
  get('/members/:slug/double', showDouble),
  post('/members/:slug/double', (c) => join(c)),
]
