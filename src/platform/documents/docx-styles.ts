// What the styles of a Word document say of whole paragraphs: which stand for a heading, and which are bold.
import { XMLParser } from 'fast-xml-parser'

export interface DocxStyles {
  /** Level by the style's id, from 1. */
  readonly levels: ReadonlyMap<string, number>
  readonly bold: ReadonlySet<string>
}

interface Switch {
  readonly val?: string
}
interface StyleXml {
  readonly styleId?: string
  readonly basedOn?: Switch
  readonly name?: Switch
  readonly pPr?: { readonly outlineLvl?: Switch }
  readonly rPr?: { readonly b?: Switch | '' }
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => name === 'style',
})

const isOn = (value: Switch | '' | undefined): boolean =>
  value !== undefined && (value === '' || !/^(?:0|false|off)$/.test(value.val ?? ''))

const levelOf = ({ name, pPr }: StyleXml): number | undefined => {
  const named = /^heading (\d)$/i.exec(name?.val ?? '')?.[1]
  const outlined = /^[0-8]$/.exec(pPr?.outlineLvl?.val ?? '')?.[0]
  if (named !== undefined) return Number(named)
  return outlined === undefined ? undefined : Number(outlined) + 1
}

/** A style has what the one it is based on has; ten steps are more than any real document takes. */
const deepest = 10
function inherited<Value>(
  styles: ReadonlyMap<string, StyleXml>,
  id: string,
  own: (style: StyleXml) => Value | undefined,
  steps = deepest,
): Value | undefined {
  const style = styles.get(id)
  if (style === undefined || steps === 0) return undefined
  return own(style) ?? inherited(styles, style.basedOn?.val ?? '', own, steps - 1)
}

export function docxStyles(xml: string | undefined): DocxStyles {
  const parsed = xml === undefined ? {} : (parser.parse(xml) as { styles?: { style?: StyleXml[] } })
  const styles = new Map((parsed.styles?.style ?? []).map((style) => [style.styleId ?? '', style]))
  const ids = [...styles.keys()]
  const bold = (style: StyleXml) => (style.rPr?.b === undefined ? undefined : isOn(style.rPr.b))
  return {
    levels: new Map(
      ids.flatMap((id) => {
        const level = inherited(styles, id, levelOf)
        return level === undefined ? [] : [[id, level] as const]
      }),
    ),
    bold: new Set(ids.filter((id) => inherited(styles, id, bold) === true)),
  }
}
