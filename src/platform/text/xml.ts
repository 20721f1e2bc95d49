// XML as text: elements that are written, never read back.

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** XML 1.0 knows no other control characters, no halves of surrogate pairs and neither of the two last of the plane. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those are taken out.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

const withoutForbidden = (text: string): string => text.replace(forbidden, '')

/** Text as it stands between tags or in an attribute. */
export const escapeXml = (text: string): string =>
  withoutForbidden(text).replace(/[&<>"]/g, (mark) => entities[mark] ?? mark)

const attributeText = (text: string): string =>
  withoutForbidden(text).replace(/[&<>"\t\n\r]/g, (mark) => entities[mark] ?? mark)

/** Something already written; undefined where there is nothing to say. */
export type Xml = string | undefined

/** `<name a="b">…</name>` around what is written; undefined when nothing is, so that no empty element stands anywhere. */
export function element(name: string, ...children: readonly Xml[]): Xml {
  const inside = children.filter((child) => child !== undefined).join('')
  return inside === '' ? undefined : `<${name}>${inside}</${name}>`
}

/** An element with text; undefined without a text. */
export function leaf(name: string, text: string | undefined, attributes: Readonly<Record<string, string>> = {}): Xml {
  if (text === undefined || withoutForbidden(text).trim() === '') return undefined
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${attributeText(value)}"`)
  return `<${name}${written.join('')}>${escapeXml(text)}</${name}>`
}

/** The whole document. */
export const xmlDocument = (
  name: string,
  spaces: Readonly<Record<string, string>>,
  ...children: readonly Xml[]
): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${name}${Object.entries(spaces)
    .map(([prefix, uri]) => ` xmlns${prefix === '' ? '' : `:${prefix}`}="${uri}"`)
    .join('')}>${children.filter((child) => child !== undefined).join('')}</${name}>\n`

/** An element with attributes, whatever stands in it; without anything in it `<name a="b"/>`. */
export function tag(name: string, attributes: Readonly<Record<string, string>>, ...children: readonly Xml[]): Xml {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${attributeText(value)}"`)
  const inside = children.filter((child) => child !== undefined).join('')
  return inside === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inside}</${name}>`
}
