// Handlers: the form that takes a file or a text, and the page on which its sections are placed.
import type { Issue, Typed } from '#kernel/outcome.ts'
import type { DocumentReading } from '#platform/documents/document.ts'
import { mostPages } from '#platform/documents/document.ts'
import { readDocument, readPasted } from '#platform/documents/read-document.ts'
import { largestFile } from '#platform/files/uploads.ts'
import { readForm } from '#platform/http/input.ts'
import { countTry, type Limit } from '#platform/http/limits.ts'
import { doOnce, onceMark } from '#platform/http/once.ts'
import { type ActVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { languageOf } from '#thesaurus/detect-language.ts'
import { practicePath, practicesPath } from '../practices/public.ts'
import { type Beginning, startFromFile } from './actions/start-from-file.ts'
import { fromFileInput } from './inputs.ts'
import { fromFilePath, placingPath } from './paths.ts'
import { placeSections } from './place-sections.ts'
import { titleOf } from './title-of.ts'
import { FromFilePage } from './views/from-file-page.tsx'

/** Reading costs a thread and up to 20 seconds each time. */
const readings: Limit = { name: 'readings', tries: 20, seconds: 600 }

type Refused = Extract<DocumentReading, { read: false }>
type Refusal = Refused['refusal'] | 'too-large'
const megabytes = Math.floor(largestFile / 1_048_576)

function drawForm(c: PageVisit | ActVisit, typed: Typed, issues: readonly Issue[]): Response | Promise<Response> {
  const { t, draw } = c.var
  const breadcrumb = [{ label: t('practices.title'), href: practicesPath }]
  return draw(
    { title: t('drafting.title'), breadcrumb, status: issues.length > 0 ? 422 : 200 },
    <FromFilePage
      t={t}
      typed={{ ...typed, once: onceMark() }}
      issues={issues}
      largest={largestFile}
      mostPages={mostPages}
    />,
  )
}

function showForm(c: PageVisit): Response | Promise<Response> {
  signedIn(c)
  return drawForm(c, { keep: 'yes' }, [])
}

interface Brought {
  readonly file: File | undefined
  readonly text: string
  /** Attach what cannot be read to an empty draft. */
  readonly keep: boolean
}

const issueAt = ({ file }: Brought, refusal: Refusal, pages = 0): Issue => ({
  field: file === undefined ? 'text' : 'file',
  message: `drafting.refusal-${refusal}`,
  values: { pages, most: mostPages, megabytes },
})

async function readBrought({ file, text }: Brought): Promise<DocumentReading> {
  return file === undefined ? readPasted(text) : readDocument(new Uint8Array(await file.arrayBuffer()))
}

/** What the draft begins with: its title and language, and the sections of what could be read. */
async function beginningOf(c: ActVisit, { file }: Brought, reading: DocumentReading): Promise<Beginning> {
  const fallback = c.var.t('drafting.untitled')
  const named = (heading?: string, property?: string) =>
    titleOf({ heading, property, fileName: file?.name }) ?? fallback
  if (!reading.read) return { title: named(), lang: c.var.t.lang, sections: [], file }
  const lang = await languageOf(reading.blocks.map(({ text }) => text).join('\n'), c.var.t.lang)
  const { title, sections } = placeSections(reading.blocks, lang)
  return { title: named(title, reading.title), lang, sections, file }
}

/** Real documents that somebody with the right program can still open. */
const worthKeeping: readonly Refusal[] = ['scanned', 'encrypted', 'too-long', 'broken']

async function begin(c: ActVisit, typed: Typed, brought: Brought): Promise<Response> {
  const reading = await readBrought(brought)
  const again = (refusal: Refusal) =>
    drawForm(c, typed, [issueAt(brought, refusal, reading.read ? undefined : reading.pages)])
  const keeps = !reading.read && brought.keep && brought.file !== undefined && worthKeeping.includes(reading.refusal)
  if (!reading.read && !keeps) return again(reading.refusal)
  const beginning = await beginningOf(c, brought, reading)
  const viewer = signedIn(c)
  const sent = { typed, sections: beginning.sections, file: brought.file && [brought.file.name, brought.file.size] }
  const outcome = await doOnce(viewer.person.id, { mark: typed['once'], sent }, () =>
    startFromFile(c.var.asPerson, viewer, beginning, c.var.settings.dataDir),
  )
  // Not even attached: then why it could not be read says more.
  if (!outcome.done) return again(reading.read ? outcome.refusal : reading.refusal)
  if (reading.read) return c.var.seeOther(placingPath(outcome.value))
  return c.var.seeOther(practicePath(outcome.value, beginning.title), `drafting.kept-${reading.refusal}`)
}

async function bring(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  countTry(readings, String(viewer.person.id), c.var.now)
  const input = await readForm(c, fromFileInput)
  if (!input.valid) return drawForm(c, input.typed, input.issues)
  const { text, keep } = input.value
  const brought = { file: input.files.get('file')?.[0], text, keep: keep !== undefined }
  const nothing = brought.file === undefined && text === ''
  const both = brought.file !== undefined && text !== ''
  if (nothing || both)
    return drawForm(c, input.typed, [{ field: 'file', message: `drafting.issue-${both ? 'both' : 'nothing'}` }])
  if ((brought.file?.size ?? 0) > largestFile) return drawForm(c, input.typed, [issueAt(brought, 'too-large')])
  return begin(c, input.typed, brought)
}

export const routes: readonly Route[] = [
  get(fromFilePath, showForm),
  post(fromFilePath, bring, largestFile + 2 * 1_048_576),
]
