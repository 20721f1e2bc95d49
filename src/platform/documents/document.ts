// What is read out of a document people bring: its blocks in order, or why it could not be read.

export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'list-item'
  /** Depth of a heading, from 1. */
  readonly level?: number
  /** Markdown; a heading is plain text. */
  readonly text: string
}

export type DocumentRefusal = 'scanned' | 'encrypted' | 'too-long' | 'broken' | 'empty' | 'wrong-type'

export type DocumentReading =
  | { readonly read: true; readonly blocks: readonly Block[]; readonly title?: string | undefined }
  /** `pages` where they could be counted. */
  | { readonly read: false; readonly refusal: DocumentRefusal; readonly pages?: number | undefined }

/** More is a book: nobody places its chapters one by one. */
export const mostPages = 60
/** As much as fits on so many densely written pages. */
export const mostCharacters = mostPages * 4000
const mostBlocks = 4000
const charactersOnAPage = 3000

export const cannotRead = (refusal: DocumentRefusal, pages?: number): DocumentReading => ({
  read: false,
  refusal,
  ...(pages === undefined ? {} : { pages }),
})

/** Nobody sets so many spaces; whatever looks for the end of a line would walk through them again from each of them. */
export const voids = /[^\S\n]{40,}/g

/** Postgres has no place for NUL, half a surrogate pair is no text, and soft hyphens are only for the printer. */
const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b\u2060\ufeff]/g, '')
    .replaceAll(/[\u00a0\u2000-\u200a\u202f]/g, ' ')
    .replaceAll(voids, ' ')

/** What was found, or the refusal that its length or emptiness asks for. */
export function judgeBlocks(found: readonly Block[], title?: string): DocumentReading {
  const blocks = found
    .map((block) => ({ ...block, text: cleanText(block.text).trim() }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0)
  if (blocks.length === 0) return cannotRead('empty')
  if (length > mostCharacters || blocks.length > mostBlocks)
    return cannotRead('too-long', Math.max(mostPages + 1, Math.round(length / charactersOnAPage)))
  const named = cleanText(title ?? '').trim()
  return { read: true, blocks, ...(named === '' ? {} : { title: named.slice(0, 300) }) }
}
