// Handlers of the directory: for signed-in persons only, every one of them.
import type { Child } from 'hono/jsx'
import { compareIn, dayOf, formatDate, languageName, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { type ActVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { listAbsent } from '../absences/public.ts'
import { saveOwnProfile } from './actions/save-profile.ts'
import { activeFilters, facetGroups } from './facet-groups.ts'
import { directoryQuery, profileInput } from './inputs.ts'
import { ownProfilePath, peoplePath, personPath } from './paths.ts'
import type { PersonCard } from './profile.ts'
import { type Contributed, countFacets, findEmail, findPerson, listContributionsBy, listPersons } from './store.ts'
import { findConsents, listOwnForums } from './store-consent.ts'
import { topicsOf } from './topics.ts'
import { conflictIssues, consentChoices, typedFrom } from './typed.ts'
import { DirectoryPage } from './views/directory-page.tsx'
import { OwnLink } from './views/own-link.tsx'
import { PersonPage, type SharedByPerson } from './views/person-page.tsx'
import { ProfileForm } from './views/profile-form.tsx'

async function showDirectory(c: PageVisit): Promise<Response> {
  const { t, db, draw } = c.var
  signedIn(c)
  const input = readQuery(c, directoryQuery)
  const query = input.valid ? input.value : directoryQuery.parse({})
  const wishes = { ...query, aboutConcepts: topicsOf(query.about, t.lang) }
  const page = await listPersons(db, wishes, t.lang)
  const ids = page.items.map(({ id }) => id)
  const away = await listAbsent(db, ids, dayOf(c.var.now))
  const groups = facetGroups(t, await countFacets(db, wishes), query)
  const { q, task, about, page: _, ...chosen } = query
  const props = { page, away, groups, words: { q, task, about }, chosen, filters: activeFilters(t, query) }
  return draw({ title: t('people.title') }, <DirectoryPage t={t} {...props} />)
}

const sharedFrom = (c: PageVisit, line: Contributed): SharedByPerson | undefined => {
  const kind = c.var.kinds.get(line.kind)
  if (kind === undefined) return undefined
  const when = line.publishedAt === null ? undefined : formatDate(c.var.t.lang, line.publishedAt)
  const { title, summary, lang } = line
  return { kind: c.var.t(kind.label), title, summary, lang, when, href: kind.path(line.id, title) }
}

async function drawParts(c: PageVisit, person: PersonCard): Promise<Child[]> {
  const drawn: Child[] = []
  const parts = c.var.features.flatMap((feature) => feature.persons ?? [])
  for (const part of parts.toSorted((one, other) => one.position - other.position))
    drawn.push((await part.draw(c, person)) ?? null)
  return drawn
}

async function showPerson(c: PageVisit): Promise<Response> {
  const { t, db, draw } = c.var
  const viewer = signedIn(c)
  const person = await findPerson(db, c.req.param('slug') ?? '', t.lang)
  if (person === undefined) throw notFound()
  const shared = (await listContributionsBy(db, person.id, 50)).map((line) => sharedFrom(c, line))
  const email = await findEmail(db, person.id)
  const [absence] = await listAbsent(db, [person.id], dayOf(c.var.now))
  const own = viewer.person.id === person.id
  const props = {
    person,
    absence,
    email,
    parts: own ? [<OwnLink t={t} />] : await drawParts(c, person),
    shared: shared.filter((one) => one !== undefined),
  }
  const breadcrumb = [{ label: t('people.title'), href: peoplePath }]
  return draw({ title: person.name, breadcrumb }, <PersonPage t={t} {...props} />)
}

/** Languages that texts and people of the network have; more than the interface speaks. */
const languageCodes =
  'bg ca cs da de el en es et eu fi fr ga gl hr hu is it lb lt lv mt nl no pl pt ro sk sl sq sr sv tr uk'.split(' ')

/** The languages of the form, and those that the profile has besides: what is not shown would be taken away. */
const languagesFor = (t: Translate, typed: Typed): string[] => {
  const compare = compareIn(t.lang)
  const codes = new Set([...languageCodes, ...[typed['languages'] ?? [], typed['textLang'] ?? []].flat()])
  return [...codes].sort((one, other) => compare(languageName(t.lang, one), languageName(t.lang, other)))
}

interface Drawing {
  readonly typed: Typed
  /** What the profile was when it was shown, as text. */
  readonly shown: string
  readonly issues: readonly Issue[]
}

async function drawForm(c: PageVisit | ActVisit, db: Db, { typed, shown, issues }: Drawing): Promise<Response> {
  const { t, draw } = c.var
  const { person } = signedIn(c)
  const choices = consentChoices(t, await listOwnForums(db, t.lang))
  const { days } = await findConsents(db, person.id)
  const languages = languagesFor(t, typed)
  const email = (await findEmail(db, person.id)) ?? ''
  const page = {
    title: t('people.own'),
    breadcrumb: [{ label: t('people.title'), href: peoplePath }],
    status: issues.length === 0 ? (200 as const) : (422 as const),
  }
  const parts = c.var.features.flatMap(({ ownProfile = [] }) => ownProfile)
  const drawn = await Promise.all(
    parts.toSorted((one, other) => one.position - other.position).map((part) => part.draw(c, db)),
  )
  return draw(
    page,
    <ProfileForm {...{ t, typed, shown, issues, choices, days, languages, email, parts: drawn }} slug={person.slug} />,
  )
}

async function showOwn(c: PageVisit): Promise<Response> {
  const { db, t } = c.var
  const { person } = signedIn(c)
  const card = await findPerson(db, person.slug, t.lang)
  if (card === undefined) throw notFound()
  const typed = { ...typedFrom(card, (await findConsents(db, person.id)).chosen) }
  return drawForm(c, db, { typed, shown: JSON.stringify(typed), issues: [] })
}

async function saveOwn(c: ActVisit): Promise<Response> {
  const { t, asPerson, seeOther } = c.var
  const viewer = signedIn(c)
  const choices = consentChoices(t, await asPerson((db) => listOwnForums(db, t.lang)))
  const input = await readForm(c, profileInput(choices.map(({ value }) => value)))
  const again = (drawing: Drawing) => asPerson((db) => drawForm(c, db, drawing))
  const { typed } = input
  if (!input.valid) return again({ typed, shown: [typed['shown'] ?? ''].flat().join(''), issues: input.issues })
  const outcome = await saveOwnProfile(asPerson, viewer, input.value)
  if (outcome.done) return seeOther(personPath(viewer.person.slug), 'people.saved')
  const { joined, now, unknown } = outcome
  const left = unknown.map((field) => ({ field, message: 'people.issue-consent' }))
  const issues = [...conflictIssues(t, joined.conflicts, now, choices), ...left]
  return again({ typed: { ...joined.values }, shown: JSON.stringify(now), issues })
}

export const routes: readonly Route[] = [
  get(peoplePath, showDirectory),
  get(ownProfilePath, showOwn),
  post(ownProfilePath, saveOwn),
  get('/people/:slug', showPerson),
]
