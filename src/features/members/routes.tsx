// Handlers of the register: all are open, and all show only what the viewer may see.
import type { Child } from 'hono/jsx'
import { formatDate } from '#kernel/locale.ts'
import { notFound } from '#kernel/stop.ts'
import { isSignedIn } from '#kernel/viewer.ts'
import { readQuery } from '#platform/http/input.ts'
import { get, type PageVisit, type Route } from '#platform/http/visit.ts'
import { type TableFormat, tableFile, tableMediaTypes } from '#platform/tables/table-file.ts'
import { alike } from './alike.ts'
import { registerHeads, rowOf } from './export.ts'
import { activeFilters, facetGroups, wordsIn } from './facet-groups.ts'
import { type RegisterQuery, registerLists, registerQuery } from './inputs.ts'
import { jsonLdOf } from './json-ld.ts'
import { forumName, memberName } from './member.ts'
import { memberPath, membersCsvPath, membersPath, membersXlsxPath, registerPath } from './paths.ts'
import { readRegister, readSharing } from './read-register.ts'
import { narrow, pageOf } from './register.ts'
import {
  type ContributionLine,
  findFormer,
  findMember,
  listContributionsOf,
  listForums,
  listPersonsOf,
} from './store.ts'
import { MemberPage, type Shared } from './views/member-page.tsx'
import { RegisterPage } from './views/register-page.tsx'

const queryOf = (c: PageVisit): RegisterQuery => {
  const input = readQuery(c, registerQuery, registerLists)
  return input.valid ? input.value : registerQuery.parse({})
}

/** What other features put above the register. */
const drawListParts = (c: PageVisit): Child[] =>
  c.var.features
    .flatMap((feature) => feature.lists ?? [])
    .filter((part) => part.place === 'list' && part.kinds.includes('member'))
    .sort((one, other) => one.position - other.position)
    .flatMap((part) => part.draw(c) ?? [])

async function showRegister(c: PageVisit): Promise<Response> {
  const { t, db, draw } = c.var
  const query = queryOf(c)
  const [forums, members] = await Promise.all([listForums(db), readRegister(db, t.lang)])
  const { found, counts } = narrow(members, query)
  const forumNames = new Map(forums.map((forum) => [forum.slug, forumName(forum, t.lang)]))
  const words = wordsIn(t, forumNames)
  const { page: _, q: _words, ...chosen } = query
  const narrowed = registerPath({ ...query, page: 1 })
  const props = {
    page: pageOf(found, query.page),
    found,
    q: query.q,
    groups: facetGroups(t, words, counts, query),
    filters: activeFilters(words, query),
    chosen: Object.entries(chosen).flatMap(([name, values]) => values.map((value) => [name, value] as const)),
    forumNames,
    files: { csv: narrowed.replace(membersPath, membersCsvPath), xlsx: narrowed.replace(membersPath, membersXlsxPath) },
    parts: drawListParts(c),
    pageHref: (number: number) => registerPath({ ...query, page: number }),
  }
  const about = { title: t('members.title'), description: t('members.lead'), canonical: membersPath }
  return draw(about, <RegisterPage t={t} {...props} />)
}

/** The list as it is narrowed now; what it holds follows what the viewer may see. */
const fileOf = (format: TableFormat) =>
  async function showFile(c: PageVisit): Promise<Response> {
    const { t, db } = c.var
    const { found } = narrow(await readRegister(db, t.lang), queryOf(c))
    const rows = found.map((member) => rowOf(member, t.lang))
    return c.body(await tableFile(format, t('members.title'), registerHeads, rows), 200, {
      'content-type': tableMediaTypes[format],
      'cache-control': 'private, no-cache',
      'content-disposition': `attachment; filename="members.${format}"`,
    })
  }

const sharedFrom = (c: PageVisit, line: ContributionLine): Shared | undefined => {
  const kind = c.var.kinds.get(line.kind)
  if (kind === undefined) return undefined
  const when = line.publishedAt === null ? undefined : formatDate(c.var.t.lang, line.publishedAt)
  const { title, summary, lang } = line
  return { kindLabel: c.var.t(kind.label), title, summary, lang, when, href: kind.path(line.id, title) }
}

/** What other features hand to the page; one after the other, since all read in the same transaction. */
async function drawParts(c: PageVisit, organisationId: number): Promise<Child[]> {
  const drawn: Child[] = []
  const parts = c.var.features.flatMap((feature) => feature.members ?? [])
  for (const part of parts.sort((one, other) => one.position - other.position))
    drawn.push((await part.draw(c, organisationId)) ?? null)
  return drawn
}

/** An address that was leads on, also for search engines. */
async function leadOn(c: PageVisit, slug: string): Promise<Response> {
  const now = await findFormer(c.var.db, slug)
  if (now === undefined) throw notFound()
  return c.redirect(memberPath(now), 301)
}

async function showMember(c: PageVisit): Promise<Response> {
  const { t, db, viewer, draw, demonstration, settings } = c.var
  const slug = c.req.param('slug') ?? ''
  const member = await findMember(db, slug)
  if (member === undefined) return leadOn(c, slug)
  const forums = (await listForums(db)).filter((forum) => member.forumIds.includes(forum.id))
  const shared = (await listContributionsOf(db, member.id, 50)).map((line) => sharedFrom(c, line))
  const persons = isSignedIn(viewer) ? await listPersonsOf(db, member.id) : undefined
  const compared = member.kind === 'office' ? [] : alike(member, await readSharing(db, t.lang, member.concepts), 6)
  const name = memberName(member, t.lang)
  const path = memberPath(member.slug)
  const page = {
    title: name,
    description: t('members.description', { name }),
    canonical: path,
    breadcrumb: [{ label: t('members.title'), href: membersPath }],
    jsonLd: jsonLdOf(member, name, settings.baseUrl + path),
  }
  const props = {
    member,
    forums,
    persons,
    demonstration,
    alike: compared,
    parts: await drawParts(c, member.id),
    shared: shared.filter((one) => one !== undefined),
  }
  return draw(page, <MemberPage t={t} {...props} />)
}

export const routes: readonly Route[] = [
  get(membersPath, showRegister),
  get(membersCsvPath, fileOf('csv')),
  get(membersXlsxPath, fileOf('xlsx')),
  get('/members/:slug', showMember),
]
