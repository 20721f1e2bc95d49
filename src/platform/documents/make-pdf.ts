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
    ...content,
    info: {
      title: about.title,
      author: about.author,
      creationDate: about.made,
      modDate: about.made,
    },
  } satisfies TDocumentDefinitions
  return pdfmake.createPdf(definition).getBuffer()
}
