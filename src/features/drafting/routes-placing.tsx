// Handlers of placing: each section found with the part it is proposed for; taking over, discarding.
import { idFrom } from '#kernel/address.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm } from '#platform/http/input.ts'
import { type ActVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import {
  getPractice,
  mayEditPractice,
  type Practice,
  practicePath,
  practicesPath,
  proposeConcepts,
} from '../practices/public.ts'
import { discardSections } from './actions/discard-sections.ts'
import { type TakeOverRefusal, takeOver } from './actions/take-over.ts'
import { firstYear } from './first-year.ts'
import { emptyInput, takeOverInput } from './inputs.ts'
import { longestPart, longestSummary, type WaitingSection } from './section.ts'
import { listSections } from './store.ts'
import { PlacingPage } from './views/placing-page.tsx'

const allText = (sections: readonly WaitingSection[]): string =>
  sections.map(({ heading, text }) => `${heading}\n${text}`).join('\n\n')

/** As the form first stands: the practice's own words, and what we propose. */
const proposals = (c: PageVisit, practice: Practice, sections: readonly WaitingSection[]): Typed => ({
  title: practice.title,
  lang: practice.lang,
  yearStart: String(practice.yearStart ?? firstYear(allText(sections), c.var.now) ?? ''),
  concepts: practice.concepts,
  ...Object.fromEntries(sections.map(({ id, proposed }) => [`section-${id}`, proposed ?? 'nowhere'])),
})

function drawPlacing(
  c: PageVisit | ActVisit,
  practice: Practice,
  sections: readonly WaitingSection[],
  typed: Typed,
  issues: readonly Issue[],
): Response | Promise<Response> {
  const { t, draw } = c.var
  const lang = String(typed['lang'] ?? practice.lang)
  const concepts = proposeConcepts({ title: practice.title, lang, problem: allText(sections) })
  const breadcrumb = [
    { label: t('practices.title'), href: practicesPath },
    { label: practice.title, href: practicePath(practice.id, practice.title) },
  ]
  const about = {
    title: t('drafting.placing'),
    breadcrumb,
    status: issues.length > 0 ? (422 as const) : (200 as const),
  }
  return draw(
    about,
    <PlacingPage t={t} practice={practice} sections={sections} concepts={concepts} typed={typed} issues={issues} />,
  )
}

async function readPlacing(
  c: PageVisit | ActVisit,
  db: Db,
): Promise<{ practice: Practice; sections: WaitingSection[] }> {
  const practice = await getPractice(db, idFrom(c.req.param('address')), c.var.t.lang)
  if (!mayEditPractice(c.var.viewer, practice)) throw forbidden()
  return { practice, sections: await listSections(db, practice.id) }
}

async function showPlacing(c: PageVisit): Promise<Response> {
  const { practice, sections } = await readPlacing(c, c.var.db)
  return drawPlacing(c, practice, sections, proposals(c, practice, sections), [])
}

const ofTheSections: readonly TakeOverRefusal[] = [
  'too-long-part',
  'summary-too-long',
  'nothing-waits',
  'nothing-chosen',
]
const issueOf = (refusal: TakeOverRefusal): Issue => {
  if (refusal === 'title-meanwhile') return { field: 'title', message: 'drafting.refusal-title-meanwhile' }
  if (!ofTheSections.includes(refusal)) return { field: '', message: `practices.refusal-${refusal}` }
  const most = refusal === 'too-long-part' ? longestPart : longestSummary
  return { field: 'sections', message: `drafting.refusal-${refusal}`, values: { most } }
}

async function place(c: ActVisit): Promise<Response> {
  const { practice, sections } = await c.var.asPerson((db) => readPlacing(c, db))
  const input = await readForm(c, takeOverInput)
  if (!input.valid) return drawPlacing(c, practice, sections, input.typed, input.issues)
  const outcome = await takeOver(c.var.asPerson, signedIn(c), practice.id, input.value, c.var.now)
  if (!outcome.done) return drawPlacing(c, practice, sections, input.typed, [issueOf(outcome.refusal)])
  return c.var.seeOther(practicePath(outcome.value.id, outcome.value.title), 'drafting.done-taken-over')
}

async function discard(c: ActVisit): Promise<Response> {
  await readForm(c, emptyInput)
  const practice = await discardSections(c.var.asPerson, signedIn(c), idFrom(c.req.param('address')))
  return c.var.seeOther(practicePath(practice.id, practice.title), 'drafting.done-discarded')
}

export const placingRoutes: readonly Route[] = [
  get('/practices/:address/from-file', showPlacing),
  post('/practices/:address/from-file', place),
  post('/practices/:address/from-file/removal', discard),
]
