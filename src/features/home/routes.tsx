// Handlers of the hall: the home page for visitors and for those who are signed in, and the pages about the platform itself.
import type { Child } from 'hono/jsx'
import { isSignedIn, type SignedIn } from '#kernel/viewer.ts'
import type { HomePart } from '#platform/feature.ts'
import { get, type PageVisit, type Route } from '#platform/http/visit.ts'
import { textOf } from '#platform/mail/mail.ts'
import { renderMarkdown } from '#platform/text/markdown.ts'
import { listArrivedSince } from '#trunk/arrivals.ts'
import { findLastVisit } from '#trunk/visits.ts'
import { Catalogue } from '#ui/catalogue/catalogue.tsx'
import { newSince } from './arrival.ts'
import { aboutPath, accessibilityPath, cataloguePath, homePath, privacyPath } from './paths.ts'
import { hasContributed, listNewThings } from './store.ts'
import { type Parts, PersonHome } from './views/person-home.tsx'
import { PrivacyTables } from './views/privacy-tables.tsx'
import { SentForSearch, SentForTranslation } from './views/sent-for-search.tsx'
import { TextPage } from './views/text-page.tsx'
import { VisitorHome } from './views/visitor-home.tsx'

const isForViewer = (c: PageVisit, part: HomePart): boolean =>
  part.for === 'everybody' || part.for === (isSignedIn(c.var.viewer) ? 'signed-in' : 'visitor')

const partsFor = (c: PageVisit): HomePart[] =>
  c.var.features
    .flatMap((feature) => feature.home ?? [])
    .filter((part) => isForViewer(c, part))
    .sort((one, other) => one.position - other.position)

/** One after the other: all of them read in the same transaction. */
async function drawParts(c: PageVisit): Promise<Parts> {
  const drawn: Record<HomePart['place'], Child[]> = { top: [], main: [], aside: [], map: [] }
  for (const part of partsFor(c)) {
    const child = await part.draw(c)
    if (child !== undefined) drawn[part.place].push(child)
  }
  return drawn
}

async function listShown(c: PageVisit): Promise<number[]> {
  const shown = []
  for (const part of partsFor(c)) shown.push(...((await part.shows?.(c)) ?? []))
  return shown
}

async function countFigures(c: PageVisit) {
  const sources = c.var.features.flatMap((feature) => feature.figures ?? [])
  const figures = []
  for (const source of sources.sort((one, other) => one.position - other.position))
    figures.push(...(await source.count(c)))
  return figures
}

async function showVisitorHome(c: PageVisit): Promise<Response> {
  const { t, draw, settings } = c.var
  const page = { title: settings.networkName, description: t('home.lead'), canonical: homePath }
  return draw(page, <VisitorHome t={t} figures={await countFigures(c)} parts={await drawParts(c)} />)
}

async function showPersonHome(c: PageVisit, viewer: SignedIn): Promise<Response> {
  const { person } = viewer
  const { t, db, draw, kinds, now } = c.var
  const lastVisit = await findLastVisit(db, viewer, now)
  const days = { since: newSince(now), lastVisit }
  const things = await listNewThings(db, person.organisationId, days, 8, t.lang, await listShown(c))
  const ids = things.map(({ id }) => id)
  const fresh = lastVisit === undefined ? new Set<number>() : await listArrivedSince(db, ids, lastVisit)
  const props = {
    cityName: person.organisationName,
    things: things.map((thing) => ({ ...thing, href: kinds.get(thing.kind)?.path(thing.id, thing.title) ?? homePath })),
    kindLabel: (kind: string) => t(kinds.get(kind)?.label ?? 'home.thing'),
    fresh,
    lastVisit: fresh.size > 0 ? lastVisit : undefined,
    beginner: !(await hasContributed(db, person.id)),
    parts: await drawParts(c),
  }
  return draw({ title: t('home.title') }, <PersonHome t={t} {...props} />)
}

const showHome = (c: PageVisit): Promise<Response> =>
  isSignedIn(c.var.viewer) ? showPersonHome(c, c.var.viewer) : showVisitorHome(c)

/** Texts are messages in Markdown, so that translators find them where all others are. */
const sectionsOf = ({ var: { t } }: PageVisit, page: string, names: readonly string[]) =>
  names.map((name) => ({
    id: name,
    title: t(`home.${page}-${name}`),
    html: renderMarkdown(t(`home.${page}-${name}-text`)),
  }))

const showText = (
  c: PageVisit,
  name: 'about' | 'accessibility' | 'privacy',
  sections: readonly string[],
  more?: Child,
  lead = c.var.t(`home.${name}-lead`),
) => {
  const { t, draw } = c.var
  const title = t(`home.${name}`)
  const props = { title, lead, sections: sectionsOf(c, name, sections), more }
  return draw({ title, description: lead, canonical: `/${name}` }, <TextPage t={t} {...props} />)
}

const showAbout = (c: PageVisit) =>
  showText(c, 'about', ['what', ...(c.var.demonstration ? ['demonstration'] : []), 'join', 'software'])
const showAccessibility = (c: PageVisit) => showText(c, 'accessibility', ['state', 'how', 'limits', 'contact'])
const showPrivacy = (c: PageVisit) => {
  const { t, meaning, translator } = c.var
  const sections = ['stored', 'visible', 'never', 'law', 'rights']
  const more = (
    <>
      {meaning?.sentTo && <SentForSearch t={t} host={meaning.sentTo} reach={meaning.reach} />}
      {translator?.sentTo && <SentForTranslation t={t} host={translator.sentTo} />}
      <PrivacyTables t={t} />
    </>
  )
  if (!meaning?.sentTo && !translator?.sentTo) return showText(c, 'privacy', sections, more)
  return showText(c, 'privacy', sections, more, t('home.privacy-lead-meaning'))
}

async function showCatalogue(c: PageVisit): Promise<Response> {
  const { t, draw, features } = c.var
  const examples = features.flatMap(({ mails = [] }) => mails)
  const mails = examples.map(({ name, example }) => {
    const words = example(t.lang)
    return { name, subject: words.subject, text: textOf(words) }
  })
  return draw({ title: t('ui.catalogue'), styles: ['catalogue.css'] }, <Catalogue t={t} mails={mails} />)
}

export const pageRoutes: readonly Route[] = [
  get(homePath, showHome),
  get(aboutPath, showAbout),
  get(accessibilityPath, showAccessibility),
  get(privacyPath, showPrivacy),
  get(cataloguePath, showCatalogue),
]
