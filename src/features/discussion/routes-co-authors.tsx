// Writing together: ask somebody, say yes, end it.
import { idFrom } from '#kernel/address.ts'
import type { Issue } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import { readForm } from '#platform/http/input.ts'
import { countTry, type Limit } from '#platform/http/limits.ts'
import { type ActVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { type Contribution, findAnyContribution } from '#trunk/contributions.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { PageTitle } from '#ui/page/page.tsx'
import { endWriting, joinWriting } from './actions/answer-co-authorship.ts'
import { askCoAuthor } from './actions/name-co-author.ts'
import { pathOf } from './guards.ts'
import { coAuthorInput, endCoAuthorInput } from './inputs.ts'
import { mayNameCoAuthors } from './permissions.ts'
import { CoAuthorForm } from './views/co-author-form.tsx'

/** Each is a mail to somebody. */
const askings: Limit = { name: 'invitations to write together', tries: 40, seconds: 3600 }
/** Asked, taken back and asked again is a mail each time to somebody who said nothing. */
const sameAskings: Limit = { name: 'invitations of one person to one thing', tries: 5, seconds: 86_400 }

const again = (
  c: ActVisit,
  thing: Contribution,
  name: string,
  issues: readonly Issue[],
): Response | Promise<Response> => {
  const { t, draw } = c.var
  const path = pathOf(c, thing)
  return draw(
    { title: t('discussion.co-author-invite'), status: 422, breadcrumb: [{ label: thing.title, href: path }] },
    <>
      <PageTitle t={t} title={t('discussion.co-author-invite')} kind={thing.title} />
      <CoAuthorForm t={t} contributionId={thing.id} name={name} issues={issues} />
      <ButtonLink href={path}>{t('discussion.back')}</ButtonLink>
    </>,
  )
}

async function ask(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const id = idFrom(c.req.param('id'))
  const thing = await c.var.asPerson(async (db) =>
    id === undefined ? undefined : findAnyContribution(db, id, c.var.t.lang),
  )
  if (thing === undefined) throw notFound()
  if (!mayNameCoAuthors(viewer, thing) || c.var.kinds.get(thing.kind)?.together !== true) throw forbidden()
  const input = await readForm(c, coAuthorInput)
  if (!input.valid) return again(c, thing, String(input.typed['name'] ?? ''), input.issues)
  countTry(askings, String(viewer.person.id), c.var.now)
  countTry(sameAskings, `${thing.id} ${input.value.name.toLowerCase()}`, c.var.now)
  const outcome = await askCoAuthor(c.var.asPerson, viewer, id, input.value.name)
  if (!outcome.done)
    return again(c, thing, input.value.name, [{ field: 'name', message: `discussion.refusal-${outcome.refusal}` }])
  return c.var.seeOther(pathOf(c, thing), 'discussion.done-co-author-named')
}

async function join(c: ActVisit): Promise<Response> {
  const thing = await joinWriting(c.var.asPerson, signedIn(c), idFrom(c.req.param('id')), c.var.now)
  return c.var.seeOther(pathOf(c, thing), 'discussion.done-co-author-joined')
}

async function end(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const input = await readForm(c, endCoAuthorInput)
  const whose = input.valid ? input.value.person : undefined
  const thing = await endWriting(c.var.asPerson, viewer, idFrom(c.req.param('id')), whose)
  const stillSeen = (thing.state === 'published' && thing.audienceReached) || mayNameCoAuthors(viewer, thing)
  return c.var.seeOther(stillSeen ? pathOf(c, thing) : '/', 'discussion.done-co-author-ended')
}

export const coAuthorRoutes: readonly Route[] = [
  post('/contributions/:id/co-authors', ask),
  post('/contributions/:id/co-authorship', join),
  post('/contributions/:id/co-authorship/end', end),
]
