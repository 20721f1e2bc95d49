// PDFs that must be readable in thirty years and by everybody: PDF/A-3 (ISO 19005-3, level A) and PDF/UA-1 (ISO 14289-1), drawn by hand so
// that every word has its place in the tree of tags, with files inside that belong to them.
import pdfmake from 'pdfmake'
import { escapeXml } from '#platform/text/xml.ts'
import { type AboutPdf, faces } from './make-pdf.ts'

export interface AttachedFile {
  readonly name: string
  /** MIME type. */
  readonly type: string
  readonly description: string
  readonly content: string
}

/** A schema of XMP of one's own, described in the document as PDF/A wants it, with its values. */
export interface XmpSchema {
  readonly title: string
  readonly uri: string
  readonly prefix: string
  readonly properties: readonly { readonly name: string; readonly value: string; readonly description: string }[]
}

export interface Archive {
  readonly about: AboutPdf
  /** The same document in another form (AFRelationship Alternative). */
  readonly alternative?: AttachedFile
  readonly schemas: readonly XmpSchema[]
}

const accessible: XmpSchema = {
  title: 'PDF/UA identification schema',
  uri: 'http://www.aiim.org/pdfua/ns/id/',
  prefix: 'pdfuaid',
  properties: [{ name: 'part', value: '1', description: 'Part of ISO 14289 that the document follows' }],
}

const valueType = ({ uri }: XmpSchema): string => (uri === accessible.uri ? 'Integer' : 'Text')

const declaration = (schema: XmpSchema): string => `<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>${escapeXml(schema.title)}</pdfaSchema:schema>
<pdfaSchema:namespaceURI>${escapeXml(schema.uri)}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>${schema.prefix}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>
${schema.properties
  .map(
    ({ name, description }) => `<rdf:li rdf:parseType="Resource">
<pdfaProperty:name>${name}</pdfaProperty:name>
<pdfaProperty:valueType>${valueType(schema)}</pdfaProperty:valueType>
<pdfaProperty:category>${schema === accessible ? 'internal' : 'external'}</pdfaProperty:category>
<pdfaProperty:description>${escapeXml(description)}</pdfaProperty:description>
</rdf:li>`,
  )
  .join('\n')}
</rdf:Seq></pdfaSchema:property>
</rdf:li>`

const values = ({ uri, prefix, properties }: XmpSchema): string =>
  `<rdf:Description rdf:about="" xmlns:${prefix}="${escapeXml(uri)}">
${properties.map(({ name, value }) => `<${prefix}:${name}>${escapeXml(value)}</${prefix}:${name}>`).join('\n')}
</rdf:Description>`

const producer = 'pdfmake'

/** The properties of the document, in UTF-8 and with "&" escaped: pdfkit writes names as they come. */
function metadata({ about, schemas }: Archive): string {
  const made = `${about.made.toISOString().slice(0, 19)}Z`
  const all = [...schemas, accessible]
  return `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<xmp:CreateDate>${made}</xmp:CreateDate>
<xmp:ModifyDate>${made}</xmp:ModifyDate>
<xmp:CreatorTool>${producer}</xmp:CreatorTool>
<pdf:Producer>${producer}</pdf:Producer>
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>${escapeXml(about.lang)}</rdf:li></rdf:Bag></dc:language>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(about.title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(about.author)}</rdf:li></rdf:Seq></dc:creator>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag>
${all.map(declaration).join('\n')}
</rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
${all.map(values).join('\n')}
`
}

const attached = (file: AttachedFile, made: Date) => ({
  src: `data:${file.type};base64,${Buffer.from(file.content, 'utf8').toString('base64')}`,
  name: file.name,
  type: file.type,
  description: file.description,
  relationship: 'Alternative',
  creationDate: made,
  modifiedDate: made,
})

/** What we need of pdfkit's font; its types do not tell. */
interface EmbeddedFont {
  font: ParsedFont
  subset: object
}
interface ParsedFont {
  readonly createSubset: () => object
}

const parsed = new Map<string, ParsedFont>()

/**
 * pdfkit reads the files of its fonts anew for each document and forgets what it read of kerning and ligatures, which takes most of the
 * time of an invoice. What is read is the same for all; only which letters a document uses is its own.
 */
function shareFonts(doc: PDFKit.PDFDocument): void {
  for (const [name, path] of Object.entries({ normal: faces.normal, bold: faces.bold })) {
    doc.registerFont(name, path).font(name)
    const embedded = (doc as unknown as { readonly _font: EmbeddedFont })._font
    const known = parsed.get(name)
    if (known === undefined) parsed.set(name, embedded.font)
    else Object.assign(embedded, { font: known, subset: known.createSubset() })
  }
}

/**
 * The bytes of such a PDF. `draw` gets a document of pdfkit with one empty A4 page and must put all it writes into its tree of tags or
 * mark it as an artifact. The same archive and drawing give the same bytes.
 */
export async function drawArchivePdf(archive: Archive, draw: (doc: PDFKit.PDFDocument) => void): Promise<Buffer> {
  const { about, alternative } = archive
  const definition = {
    pageSize: 'A4' as const,
    // pdfmake is asked for an empty page only: it can lay out, but knows no tags.
    content: [],
    defaultStyle: { font: 'Roboto' },
    version: '1.7' as const,
    subset: 'PDF/A-3a' as const,
    tagged: true,
    displayTitle: true,
    language: about.lang,
    info: { title: about.title, author: about.author, creationDate: about.made, modDate: about.made },
    ...(alternative && { files: { [alternative.name]: attached(alternative, about.made) } }),
  }
  const output = pdfmake.createPdf(definition, { bufferPages: true })
  const doc = await output.getStream()
  shareFonts(doc)
  // Not of its public interface, but the only place where XMP is written.
  Object.assign(doc, { _addInfo: () => doc.appendXML(metadata(archive)) })
  draw(doc)
  return output.getBuffer()
}
