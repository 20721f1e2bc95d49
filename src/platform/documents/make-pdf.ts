// PDFs of our own: letters, invoices, reports. Fonts are embedded, nothing is fetched, and the same content gives the same bytes.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import pdfmake from 'pdfmake'
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'

const folder = join(dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts', 'Roboto')
const face = (name: string): string => join(folder, `Roboto-${name}.ttf`)

/** The files of our fonts: Latin, Greek and Cyrillic letters. */
export const faces = {
  normal: face('Regular'),
  bold: face('Medium'),
  italics: face('Italic'),
  bolditalics: face('MediumItalic'),
}

pdfmake.setFonts({ Roboto: faces })
// Texts come from people: nothing in them may make the server read an address or another file.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => path.startsWith(folder))

/** What a PDF says of itself. `made` counts as its date, so that a document of a past day is the same whenever it is drawn. */
export interface AboutPdf {
  readonly title: string
  readonly author: string
  /** BCP 47, for whoever has it read aloud. */
  readonly lang: string
  readonly made: Date
}

/** Roboto has no narrow space, which French and Polish numbers are written with; what stands for it looks almost the same. */
const drawable = (content: unknown): unknown => {
  if (typeof content === 'string') return content.replaceAll('\u202f', '\u00a0')
  if (Array.isArray(content)) return content.map(drawable)
  if (content === null || typeof content !== 'object' || Object.getPrototypeOf(content) !== Object.prototype)
    return content
  return Object.fromEntries(Object.entries(content).map(([name, part]) => [name, drawable(part)]))
}

/**
 * The bytes of a PDF with embedded fonts (Latin, Greek and Cyrillic letters). Its text can be searched.
 * Throws when the content is no document definition of pdfmake: a bug, never an input.
 */
export function makePdf(about: AboutPdf, content: TDocumentDefinitions): Promise<Buffer> {
  const definition = {
    pageSize: 'A4',
    pageMargins: [62, 56, 56, 62],
    defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.25 },
    language: about.lang,
    ...(drawable(content) as TDocumentDefinitions),
    info: {
      title: about.title,
      author: about.author,
      creationDate: about.made,
      modDate: about.made,
    },
  } satisfies TDocumentDefinitions
  return pdfmake.createPdf(definition).getBuffer()
}
