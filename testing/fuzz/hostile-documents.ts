// Documents put together by hand, as no office program would: the parts that hostile ones are made of.
import { deflateSync } from 'node:zlib'
import { strToU8, type Zippable, zipSync } from 'fflate'

export type Bytes = Uint8Array<ArrayBuffer>
const zipped = (files: Zippable): Bytes => Uint8Array.from(zipSync(files, { level: 9 }))
const wordSpace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const wordTypes = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
export const relation = (id: string, type: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" ${mode}/>`
export const relations = (...all: string[]): Bytes =>
  Uint8Array.from(
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`,
    ),
  )
export const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
export const wordBody = (inside: string, before = ''): string =>
  `<?xml version="1.0"?>${before}<w:document ${wordSpace}><w:body>${inside}</w:body></w:document>`
export const docx = (document: string | Uint8Array, more: Zippable = {}): Bytes =>
  zipped({
    '[Content_Types].xml': strToU8(wordTypes),
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': typeof document === 'string' ? strToU8(document) : document,
    ...more,
  })
export const odfBody = (inside: string, before = ''): string =>
  `<?xml version="1.0"?>${before}<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>${inside}</office:text></office:body></office:document-content>`
export const odt = (content: string | Uint8Array, more: Zippable = {}): Bytes =>
  zipped({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': typeof content === 'string' ? strToU8(content) : content,
    ...more,
  })

interface Piece {
  readonly head: string
  readonly stream?: Uint8Array
}
/** The objects one after the other, and the table that finds them (ISO 32000-2, 7.5.4). */
export function pdf(objects: readonly (string | Piece)[]): Bytes {
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n')]
  const places: number[] = []
  let length = parts[0]?.length ?? 0
  for (const [index, object] of objects.entries()) {
    const { head, stream } = typeof object === 'string' ? { head: object, stream: undefined } : object
    const inside =
      stream === undefined ? [] : [Buffer.from('\nstream\n'), Buffer.from(stream), Buffer.from('\nendstream')]
    const bytes = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n${head}`), ...inside, Buffer.from('\nendobj\n')])
    places.push(length)
    length += bytes.length
    parts.push(bytes)
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`
  return Uint8Array.from(Buffer.concat([...parts, Buffer.from(end)]))
}
export const catalog = '<< /Type /Catalog /Pages 2 0 R >>'
export const onePage = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>'
export const streamOf = (plain: Uint8Array): Piece => {
  const stream = deflateSync(plain, { level: 9 })
  return { head: `<< /Length ${stream.length} /Filter /FlateDecode >>`, stream }
}

/** Packed twice, as some programs nest filters: small on disk, large in the end. */
export const manyTimes = (plain: Uint8Array, times: number): Piece => {
  const once = deflateSync(plain, { level: 9 })
  const stream = deflateSync(Buffer.concat(Array.from({ length: times }, () => once)), { level: 9 })
  return { head: `<< /Length ${stream.length} /Filter [/FlateDecode /FlateDecode] >>`, stream }
}
export const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 12 }, (_, level) => `<!ENTITY ${String.fromCharCode(98 + level)} "${`&${String.fromCharCode(97 + level)};`.repeat(10)}">`).join('')}]>`
export const zeros = (megabytes: number): Uint8Array => new Uint8Array(megabytes * 1_048_576)
