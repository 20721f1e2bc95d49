// Which kind of document is it? By content; then the reader of that kind.
import { fileTypeFromBuffer } from 'file-type'
import { cannotRead, type DocumentReading, mostCharacters } from './document.ts'
import { readDocx } from './read-docx.ts'
import { readOdt } from './read-odt.ts'
import { readPdf } from './read-pdf.ts'
import { readPlain } from './read-plain.ts'
import { TooMuch } from './zip-entries.ts'

const readers: Readonly<Record<string, (bytes: Uint8Array) => DocumentReading | Promise<DocumentReading>>> = {
  'application/pdf': readPdf,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': readDocx,
  'application/vnd.oasis.opendocument.text': readOdt,
}

const decoded = (bytes: Uint8Array): string | undefined => {
  try {
    return bytes.includes(0) ? undefined : new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

export function readText(text: string): DocumentReading {
  if (text.length > mostCharacters * 2) return cannotRead('too-long', Math.round(text.length / 3000))
  return readPlain(text)
}

/** A protected Word document is no zip but a container with this stream in it ([MS-OFFCRYPTO] 1.3.3). */
const isProtected = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 65_536)).includes(Buffer.from('EncryptedPackage', 'utf16le')) ||
  Buffer.from(bytes.subarray(-65_536)).includes(Buffer.from('EncryptedPackage', 'utf16le'))

/** Never throws for what was brought. */
export async function judgeDocument(bytes: Uint8Array): Promise<DocumentReading> {
  const type = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime
  const reader = readers[type ?? '']
  if (reader === undefined) {
    if (type === 'application/x-cfb') return cannotRead(isProtected(bytes) ? 'encrypted' : 'wrong-type')
    const text = type === undefined ? decoded(bytes) : undefined
    return text === undefined ? cannotRead('wrong-type') : readText(text)
  }
  try {
    return await reader(bytes)
  } catch (error) {
    return cannotRead(error instanceof TooMuch ? 'too-long' : 'broken')
  }
}
