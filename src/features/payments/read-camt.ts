// Reads CAMT.053 (ISO 20022, bank to customer statement; versions 02 to 12 share what is read here). Entries are parsed a
// hundred at a time: 20 MB of them as one tree would take 350 MB of memory and hold everybody else up for seconds.
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { centsOf, mostEntries, type ReadEntry, type ReadStatement, type StatementRefusal } from './bank-statement.ts'
import { entriesOf } from './camt-entry.ts'
import { type CamtNode, listIn, textIn } from './camt-node.ts'

const namespace = /<(?:(?<prefix>[\w.-]+):)?Document\b[^>]*["']urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.\d{2}["']/

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  // Entities of one's own need a document type, and a file with one is refused before.
  processEntities: true,
})

const known: Readonly<Record<string, string>> = { 'utf-8': 'utf-8', utf8: 'utf-8', 'us-ascii': 'utf-8' }
const declared = (bytes: Uint8Array): string => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  return (/^(?:ï»¿)?\s*<\?xml[^>]*encoding=["']([\w.-]{1,30})["']/.exec(head)?.[1] ?? 'utf-8').toLowerCase()
}
/** UTF-16 says so by its first bytes; everything else in the first line. */
const encodingOf = (bytes: Uint8Array): string => {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  const name = declared(bytes)
  return known[name] ?? name
}
const lettersOf = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
/** Without what could hold the beginning of an element that is none. */
const plainXml = (text: string): string =>
  text
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, held: string) => escaped(held))
    .replaceAll(/<\?xml-[\s\S]*?\?>/g, '')

export const looksLikeXml = (bytes: Uint8Array): boolean =>
  /^(?:\uFEFF)?\s*<(?:\?xml|(?:[\w.-]+:)?Document\b|!)/.test(lettersOf(bytes.subarray(0, 400)) ?? '')

/** The texts of the elements of this name, and what is left without them. */
function cut(text: string, name: string): { pieces: string[]; rest: string } {
  const pieces: string[] = []
  let rest = ''
  let at = 0
  const begin = new RegExp(`<${name}(?:\\s[^>]*)?>`, 'g')
  const end = `</${name}>`
  for (let found = begin.exec(text); found !== null; found = begin.exec(text)) {
    const stop = text.indexOf(end, found.index)
    if (stop < 0) break
    pieces.push(text.slice(found.index, stop + end.length))
    rest += text.slice(at, found.index)
    at = stop + end.length
    begin.lastIndex = at
  }
  return { pieces, rest: rest + text.slice(at) }
}

const isWell = (piece: string): boolean => XMLValidator.validate(piece) === true
const parsed = (piece: string, name: string): CamtNode => (parser.parse(piece) as Record<string, CamtNode>)[name] ?? ''
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** The balance of this code, signed. */
function balanceOf(statement: CamtNode, codes: readonly string[]): number | null {
  const found = listIn(statement, 'Bal').find((one) => codes.includes(textIn(one, 'Tp', 'CdOrPrtry', 'Cd')))
  if (found === undefined) return null
  const cents = centsOf(textIn(found, 'Amt'))
  return cents === null ? null : textIn(found, 'CdtDbtInd') === 'DBIT' ? 0 - cents : cents
}

const statementFrom = (head: CamtNode, entries: readonly ReadEntry[]): ReadStatement => ({
  number: textIn(head, 'ElctrncSeqNb') || textIn(head, 'LglSeqNb') || textIn(head, 'Id'),
  iban: textIn(head, 'Acct', 'Id', 'IBAN') || textIn(head, 'Acct', 'Id', 'Othr', 'Id'),
  currency: textIn(head, 'Acct', 'Ccy'),
  // Interim balances are those of a day that is not over, or of a page.
  openingCents: balanceOf(head, ['OPBD', 'PRCD']),
  closingCents: balanceOf(head, ['CLBD']),
  entries,
  leftOut: 0,
})

async function readOne(text: string, prefix: string, room: number): Promise<ReadStatement | StatementRefusal> {
  const { pieces, rest } = cut(text, `${prefix}Ntry`)
  if (pieces.length > room) return 'too-many-entries'
  if (!isWell(rest)) return 'broken-file'
  const entries: ReadEntry[] = []
  for (let at = 0; at < pieces.length; at += 100) {
    await breath()
    const piece = `<Part>${pieces.slice(at, at + 100).join('')}</Part>`
    const read = isWell(piece) ? listIn(parsed(piece, 'Part'), 'Ntry').map(entriesOf) : [undefined]
    for (const some of read) {
      if (some === undefined) return 'broken-file'
      entries.push(...some)
    }
    if (entries.length > room) return 'too-many-entries'
  }
  return statementFrom(parsed(rest, 'Stmt'), entries)
}

/** Every statement of the file, or why it is none; never throws for what was brought. */
export async function readCamt(bytes: Uint8Array): Promise<Outcome<readonly ReadStatement[], StatementRefusal>> {
  const given = lettersOf(bytes)
  if (given === undefined || given.includes('\u0000')) return refused('wrong-letters')
  if (/<!(?:DOCTYPE|ENTITY)/i.test(given)) return refused('entities')
  const text = plainXml(given)
  const root = namespace.exec(text.slice(0, 5000))
  if (root === null) return refused(/<(?:[\w.-]+:)?\w+/.test(text) ? 'no-statement' : 'not-xml')
  const prefix = root.groups?.['prefix'] === undefined ? '' : `${root.groups['prefix']}:`
  const { pieces, rest } = cut(text, `${prefix}Stmt`)
  if (!isWell(rest)) return refused('broken-file')
  if (pieces.length === 0) return refused('no-statement')
  const statements: ReadStatement[] = []
  let room = mostEntries
  for (const piece of pieces) {
    const read = await readOne(piece, prefix, room)
    if (typeof read === 'string') return refused(read)
    statements.push(read)
    room -= read.entries.length
  }
  return done(statements)
}
