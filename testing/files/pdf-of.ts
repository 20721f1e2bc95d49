// A PDF by hand, small enough to read: for tests of what is drawn of it, and of what must not be.

export interface PdfParts {
  /** What each page draws, as PDF operators (ISO 32000, 8 and 9). */
  readonly pages: readonly string[]
  readonly mediaBox?: string
  /** Further objects from number 10 on, and what stands in the trailer beside the root. */
  readonly objects?: readonly string[]
  readonly resources?: string
  readonly trailer?: string
}

/** Without a table of places: readers find the objects by themselves (ISO 32000, Annex H). */
export function pdfOf({
  pages,
  mediaBox = '0 0 420 595',
  objects = [],
  resources = '',
  trailer = '',
}: PdfParts): Buffer {
  const first = 10 + objects.length
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(' ')
  const lines = [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    `2 0 obj<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>endobj`,
    '3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
    ...objects.map((text, index) => `${10 + index} 0 obj${text}endobj`),
    ...pages.flatMap((text, index) => [
      `${first + index * 2} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[${mediaBox}]/Contents ${first + index * 2 + 1} 0 R/Resources<</Font<</F1 3 0 R>>${resources}>>>>endobj`,
      `${first + index * 2 + 1} 0 obj<</Length ${text.length}>>stream\n${text}\nendstream endobj`,
    ]),
    `trailer<</Root 1 0 R${trailer}>>`,
  ]
  return Buffer.from(`${lines.join('\n')}\n`, 'latin1')
}

export const writing = (text: string): string => `BT /F1 24 Tf 40 500 Td (${text}) Tj ET`
