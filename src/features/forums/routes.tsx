// Handlers: the tree, one forum, and changing it.
import { dayOf, languages } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm } from '#platform/http/input.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { listAnnouncementsOf } from '../announcements/public.ts'
import { findApprovedScale } from '../fees/public.ts'
import { forumName } from '../members/public.ts'
import { drawWatch } from '../notices/public.ts'
import { saveForum } from './actions/change-forum.ts'
import { type ForumInTree, treeOf } from './forum.ts'
import { forumInput } from './inputs.ts'
import { forumPath, forumsPath } from './paths.ts'
import { mayChangeForum, mayChangeRule } from './permissions.ts'
import { findForumAudience, listForumTree } from './store.ts'
import { ForumForm } from './views/forum-form.tsx'
import { ForumPage } from './views/forum-page.tsx'
import { ForumTree } from './views/forum-tree.tsx'

const mostAnnounced = 10
const crumbs = (c: AnyVisit) => [{ label: c.var.t('forums.title'), href: forumsPath }]

async function showTree(c: PageVisit): Promise<Response> {
  const { t, db, draw } = c.var
  const tree = treeOf(await listForumTree(db), t.lang)
  const about = { title: t('forums.title'), description: t('forums.lead'), canonical: forumsPath }
  return draw(about, <ForumTree t={t} tree={tree} />)
}

const getForum = (forums: readonly ForumInTree[], slug: string | undefined): ForumInTree => {
  const found = forums.find((forum) => forum.slug === slug)
  if (found === undefined) throw notFound()
  return found
}

async function showForum(c: PageVisit): Promise<Response> {
  const { t, db, viewer, now, draw } = c.var
  const forums = await listForumTree(db)
  const forum = getForum(forums, c.req.param('slug'))
  const announced = await listAnnouncementsOf(db, forum.id, dayOf(now), mostAnnounced, t.lang)
  const scale = await findApprovedScale(db, null, Number(dayOf(now).slice(0, 4)))
  const share = scale?.shares.find(({ forumId }) => forumId === forum.id)?.rate
  const name = forumName(forum, t.lang)
  const parent = forums.find(({ id }) => id === forum.parentId)
  const about = {
    title: name,
    description: t(`forums.rule-${forum.rule}`),
    canonical: forumPath(forum.slug),
    breadcrumb: crumbs(c),
  }
  const audience = await findForumAudience(db, forum.id)
  const watch = audience && (await drawWatch(c, { kind: 'audience', ref: String(audience) }))
  const props = { forum, parent, share, announced, watch, mayChange: mayChangeForum(viewer, forum.id) }
  return draw(about, <ForumPage t={t} {...props} />)
}

const typedOf = (forum: ForumInTree): Typed => ({
  ...Object.fromEntries(languages.map((lang) => [`name-${lang}`, forum.names[lang] ?? ''])),
  languages: [...forum.languages],
  noticeMonths: String(forum.noticeMonths),
  rule: forum.rule,
  parent: forum.parentId === null ? '' : String(forum.parentId),
})

function drawForm(
  c: AnyVisit,
  forums: readonly ForumInTree[],
  forum: ForumInTree,
  typed: Typed,
  issues: readonly Issue[],
) {
  const { t, viewer, draw } = c.var
  const page = { title: t('forums.change'), breadcrumb: crumbs(c), status: issues.length > 0 ? 422 : 200 } as const
  const others = forums.filter(({ id }) => id !== forum.id)
  return draw(page, <ForumForm t={t} {...{ forum, others, typed, issues }} decides={mayChangeRule(viewer)} />)
}

async function read(c: AnyVisit, db: Db): Promise<{ forums: ForumInTree[]; forum: ForumInTree }> {
  const forums = await listForumTree(db)
  const forum = getForum(forums, c.req.param('slug'))
  if (!mayChangeForum(c.var.viewer, forum.id)) throw forbidden()
  return { forums, forum }
}

async function showForm(c: PageVisit): Promise<Response> {
  const { forums, forum } = await read(c, c.var.db)
  return drawForm(c, forums, forum, typedOf(forum), [])
}

const fieldOf = { circle: 'parent', 'no-name': 'name-en', changed: '' } as const

async function change(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const form = await readForm(c, forumInput)
  return c.var.asPerson(async (db) => {
    const { forums, forum } = await read(c, db)
    const again = (issues: readonly Issue[]) => drawForm(c, forums, forum, form.typed, issues)
    if (!form.valid) return again(form.issues)
    const { parent = null } = form.value
    if (parent !== null && !forums.some(({ id }) => id === parent))
      return again([{ field: 'parent', message: 'ui.issue-invalid' }])
    const outcome = await saveForum(db, viewer, forum, form.value)
    if (outcome.done) return c.var.seeOther(forumPath(forum.slug), 'forums.changed')
    return again([{ field: fieldOf[outcome.refusal], message: `forums.issue-${outcome.refusal}` }])
  })
}

export const routes: readonly Route[] = [
  get(forumsPath, showTree),
  get('/forums/:slug', showForum),
  get('/forums/:slug/edit', showForm),
  post('/forums/:slug/edit', change),
]
