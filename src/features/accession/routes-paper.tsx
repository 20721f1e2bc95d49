// The council paper: to read, to write, and as a file.
import type { Lang } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { fileResponse } from '#platform/files/uploads.ts'
import { unkept } from '#platform/http/answers.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route } from '#platform/http/visit.ts'
import { translator } from '#platform/i18n.ts'
import { findLatestScale } from '../fees/public.ts'
import type { Accession } from './accession.ts'
import { keepPaper } from './actions/keep-paper.ts'
import { composePaper, type PaperParts, usualParagraph } from './compose-paper.ts'
import { costOf, yearOf } from './cost.ts'
import { drawPaperDocx } from './draw-paper-docx.ts'
import { drawPaperPdf } from './draw-paper-pdf.ts'
import { enterPage, keyOf, onFileOf } from './entering.ts'
import { paperInput, paperQuery } from './inputs.ts'
import { type ParagraphKey, paragraphKeys } from './paper.ts'
import { filePath, paperPath } from './paths.ts'
import { mayWritePaper } from './permissions.ts'
import { getAccession } from './store.ts'
import { type Draft, findDraft, listDraftLanguages } from './store-paper.ts'
import { PaperForm } from './views/paper-form.tsx'
import { PaperPage } from './views/paper-page.tsx'

interface Loaded {
  readonly file: Accession
  readonly lang: Lang
  readonly draft: Draft
  readonly parts: PaperParts
}

/** In the language asked for; else the one in which the city wrote last, else its own. */
async function load(c: AnyVisit, db: Db, id: number): Promise<Loaded> {
  const { now, settings } = c.var
  const query = readQuery(c, paperQuery)
  const file = await getAccession(db, id)
  const asked = query.valid ? query.value.lang : undefined
  const lang = asked ?? (await listDraftLanguages(db, id))[0] ?? file.lang
  const [draft, scale] = await Promise.all([findDraft(db, id, lang), findLatestScale(db, null, yearOf(file, now))])
  const cost = costOf(translator(lang), scale, file)
  return { file, lang, draft, parts: { file, cost, networkName: settings.networkName, now } }
}

const crumbs = (c: AnyVisit, { file }: Loaded) => [{ label: file.name, href: filePath(file.id, keyOf(c)) }]

async function showPaper(c: PageVisit): Promise<Response> {
  const { t, viewer, draw } = c.var
  const loaded = await load(c, c.var.db, await enterPage(c))
  const { file, lang, draft, parts } = loaded
  const paper = composePaper(translator(lang), parts, draft.paragraphs)
  const props = { t, file, paper, fileKey: keyOf(c), writable: mayWritePaper(viewer, file) }
  return unkept(draw({ title: t('accession.paper'), breadcrumb: crumbs(c, loaded) }, <PaperPage {...props} />))
}

/** What the fields hold: as typed, else what the city wrote, else our words. */
async function drawForm(
  c: AnyVisit,
  db: Db,
  id: number,
  typed: Partial<Record<string, string>>,
  issues: readonly Issue[],
) {
  const { t, viewer, draw } = c.var
  const loaded = await load(c, db, id)
  const { file, lang, draft, parts } = loaded
  if (!mayWritePaper(viewer, file)) throw forbidden()
  const words = translator(lang)
  const values = Object.fromEntries(
    paragraphKeys.map((key) => [key, typed[key] ?? draft.paragraphs[key] ?? usualParagraph(words, parts, key)]),
  ) as Record<ParagraphKey, string>
  const props = {
    t,
    file,
    lang,
    values,
    revision: typed['revision'] ?? String(draft.revision),
    issues,
    fileKey: keyOf(c),
  }
  const status = issues.length > 0 ? 422 : 200
  return unkept(
    draw({ title: t('accession.paper-write'), status, breadcrumb: crumbs(c, loaded) }, <PaperForm {...props} />),
  )
}

const showForm = async (c: PageVisit): Promise<Response> => drawForm(c, c.var.db, await enterPage(c), {}, [])

async function sendForm(c: ActVisit): Promise<Response> {
  const onFile = onFileOf(c)
  const loaded = await onFile((db, id) => load(c, db, id))
  const { lang, parts } = loaded
  const form = await readForm(c, paperInput)
  const again = (typed: Typed, issues: readonly Issue[]) =>
    onFile((db, id) => drawForm(c, db, id, typed as Record<string, string>, issues))
  if (!form.valid) return again(form.typed, form.issues)
  const { revision, ...written } = form.value
  const usual = (_: Accession, key: ParagraphKey): string => usualParagraph(translator(lang), parts, key)
  const draft = { lang, written, revision, now: c.var.now }
  const outcome = await keepPaper(onFile, c.var.viewer, draft, usual)
  // Sent once more, what was typed is meant to replace what is there now.
  const { revision: _, ...fresh } = form.typed
  if (!outcome.done) return again(fresh, [{ field: 'subject', message: `accession.refusal-${outcome.refusal}` }])
  return c.var.seeOther(paperPath(loaded.file.id, lang, keyOf(c)), 'accession.done-paper')
}

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

const servePaper =
  (format: keyof typeof types) =>
  async (c: PageVisit): Promise<Response> => {
    const { lang, draft, parts } = await load(c, c.var.db, await enterPage(c))
    const paper = composePaper(translator(lang), parts, draft.paragraphs)
    const { networkName: author, now: made } = parts
    const bytes = format === 'pdf' ? await drawPaperPdf(paper, { author, made }) : await drawPaperDocx(paper, author)
    return fileResponse(bytes, { name: `${paper.title}.${format}`, mediaType: types[format] })
  }

export const paperRoutes: readonly Route[] = [
  get('/accessions/:id/paper', showPaper),
  get('/accessions/:id/paper.pdf', servePaper('pdf')),
  get('/accessions/:id/paper.docx', servePaper('docx')),
  get('/accessions/:id/paper/edit', showForm),
  post('/accessions/:id/paper', sendForm),
]
