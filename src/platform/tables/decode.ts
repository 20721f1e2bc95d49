// From bytes to letters: UTF-8, what Excel calls Unicode text (UTF-16), or the code page of an older Windows.
import type { GivenTable } from './given-table.ts'

export interface Decoded {
  readonly text: string
  readonly guessed?: NonNullable<GivenTable['guessed']>
}

const strictly = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const hasMark = (bytes: Uint8Array, first: number, second: number): boolean => bytes[0] === first && bytes[1] === second

const decode = (bytes: Uint8Array, codePage: NonNullable<GivenTable['guessed']>): Decoded | undefined => {
  const wide = hasMark(bytes, 0xff, 0xfe) ? 'utf-16le' : hasMark(bytes, 0xfe, 0xff) ? 'utf-16be' : undefined
  const known = strictly(bytes, wide ?? 'utf-8')
  if (known !== undefined || wide !== undefined) return known === undefined ? undefined : { text: known }
  return { text: new TextDecoder(codePage).decode(bytes), guessed: codePage }
}

/** Undefined for what is no text. Between the code pages nobody can decide but by the reader's language. */
export function decodeText(bytes: Uint8Array, lang: string): Decoded | undefined {
  const decoded = decode(bytes, lang === 'pl' ? 'windows-1250' : 'windows-1252')
  return decoded === undefined || decoded.text.includes('\u0000') ? undefined : decoded
}
