// Small pictures of attached files, and the first pages of a PDF to look at one by one. All of it reaches as far as the file.
import { idFrom } from '#kernel/address.ts'
import { notFound } from '#kernel/stop.ts'
import { pagePart, previewPart, readPreview } from '#platform/files/previews.ts'
import { fileResponse } from '#platform/files/uploads.ts'
import { get, type PageVisit, type Route } from '#platform/http/visit.ts'
import { type Attachment, findAttachment } from '#trunk/attachments.ts'
import { findAnyContribution } from '#trunk/contributions.ts'
import { pathOf } from './guards.ts'
import { findPreview } from './store-previews.ts'
import { FilePages } from './views/file-pages.tsx'

async function getAttachment(c: PageVisit): Promise<Attachment> {
  const id = idFrom(c.req.param('id'))
  const attachment = id === undefined ? undefined : await findAttachment(c.var.db, id)
  if (attachment === undefined) throw notFound()
  return attachment
}

async function servePart(c: PageVisit, part: string): Promise<Response> {
  const { storedAs, name } = await getAttachment(c)
  const bytes = await readPreview(c.var.settings.dataDir, storedAs, part)
  if (bytes === undefined) throw notFound()
  return fileResponse(bytes, { name: `${name}.webp`, mediaType: 'image/webp' })
}

function servePage(c: PageVisit): Promise<Response> {
  const number = idFrom(c.req.param('number'))
  if (number === undefined) throw notFound()
  return servePart(c, pagePart(number))
}

async function showPages(c: PageVisit): Promise<Response> {
  const { t, db, draw } = c.var
  const attachment = await getAttachment(c)
  const [preview, thing] = await Promise.all([
    findPreview(db, attachment.id),
    findAnyContribution(db, attachment.contributionId, t.lang),
  ])
  if (thing === undefined || preview === undefined || preview.drawn === 0) throw notFound()
  return draw(
    {
      title: attachment.name,
      breadcrumb: [{ label: thing.title, href: pathOf(c, thing) }],
      styles: ['file-pages.css'],
    },
    <FilePages t={t} attachment={attachment} preview={preview} audienceKind={thing.audienceKind} />,
  )
}

export const previewRoutes: readonly Route[] = [
  get('/attachments/:id/preview', (c) => servePart(c, previewPart)),
  get('/attachments/:id/pages', showPages),
  get('/attachments/:id/pages/:number', servePage),
]
