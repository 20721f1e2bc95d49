// PDF (ISO 32000): pdf.js reads the text of each page; nothing is drawn, no script of it runs, nothing is fetched.
import { getDocumentProxy } from 'unpdf'
import type { DocumentReading } from './document.ts'
import { cannotRead, judgeBlocks, mostCharacters, mostPages } from './document.ts'
import { blocksOfLines } from './pdf-blocks.ts'
import { linesOf, type PrintedPage, type Run, withoutFurniture } from './pdf-lines.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
/** A page with less than this on average carries a picture of its text. */
const fewestCharacters = 25

// The others mark where tagged content begins and ends.
const runsOf = (items: readonly object[]): Run[] => items.filter((item) => 'str' in item) as Run[]

async function pagesOf(pdf: Pdf): Promise<PrintedPage[]> {
  const pages: PrintedPage[] = []
  let characters = 0
  for (let number = 1; number <= pdf.numPages && characters <= mostCharacters; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const lines = linesOf(runsOf(items), number)
    characters += lines.reduce((sum, { text }) => sum + text.length, 0)
    pages.push({ lines, height: page.getViewport({ scale: 1 }).height })
    page.cleanup()
  }
  return pages
}

const titleOf = async (pdf: Pdf): Promise<string | undefined> => {
  const { info } = await pdf.getMetadata()
  const title: unknown = (info as Record<string, unknown>)['Title']
  return typeof title === 'string' ? title : undefined
}

const open = (bytes: Uint8Array): Promise<Pdf> =>
  getDocumentProxy(bytes, { verbosity: 0, isEvalSupported: false, useSystemFonts: false, disableFontFace: true })

/** Throws for what is broken. */
export async function readPdf(bytes: Uint8Array): Promise<DocumentReading> {
  // pdf.js takes the buffer for itself.
  const pdf = await open(Uint8Array.from(bytes)).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'PasswordException') return undefined
    throw error
  })
  if (pdf === undefined) return cannotRead('encrypted')
  if (pdf.numPages > mostPages) return cannotRead('too-long', pdf.numPages)
  const pages = await pagesOf(pdf)
  const characters = pages.reduce((sum, { lines }) => sum + lines.reduce((all, { text }) => all + text.length, 0), 0)
  if (characters < fewestCharacters * pages.length) return cannotRead('scanned', pdf.numPages)
  return judgeBlocks(blocksOfLines(withoutFurniture(pages)), await titleOf(pdf))
}
