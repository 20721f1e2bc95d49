// The official judges of e-invoices, as their publishers wrote them: XML schemas, and Schematron rules compiled for SaxonJS (see README.md).
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { XMLParser } from 'fast-xml-parser'
import { unzipSync } from 'fflate'
import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlValidateError,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm'

export type RuleSet = 'en16931-ubl' | 'en16931-cii' | 'xrechnung-ubl' | 'xrechnung-cii' | 'factur-x'
export type Schema =
  | 'ubl/maindoc/UBL-Invoice-2.1'
  | 'ubl/maindoc/UBL-CreditNote-2.1'
  | 'cii/CrossIndustryInvoice_100pD16B'
  | 'factur-x/Factur-X_EN16931'

interface Saxon {
  readonly getResource: (options: { readonly text: string; readonly type: 'xml' }) => Promise<object>
  readonly transform: (options: object, mode: 'sync') => { readonly principalResult: string }
}

// xslt3 is the command line of SaxonJS and brings it along.
const saxon = createRequire(import.meta.resolve('xslt3/package.json'))('saxon-js') as Saxon

const folder = import.meta.dirname
const schemas = unzipSync(readFileSync(join(folder, 'schemas.zip')))
const address = 'https://rules.invalid/'
xmlRegisterInputProvider(
  new XmlBufferInputProvider(
    Object.fromEntries(Object.entries(schemas).map(([path, bytes]) => [`${address}${path}`, bytes])),
  ),
)

const kept = <Key extends string, Made>(make: (key: Key) => Made) => {
  const made = new Map<Key, Made>()
  return (key: Key): Made => {
    const found = made.get(key) ?? make(key)
    made.set(key, found)
    return found
  }
}

const validatorOf = kept((schema: Schema) => {
  const path = `${schema}.xsd`
  return XsdValidator.fromDoc(XmlDocument.fromBuffer(schemas[path] ?? new Uint8Array(), { url: `${address}${path}` }))
})

/** What the XML schema finds wrong. */
export function schemaFaults(schema: Schema, xml: string): string[] {
  const document = XmlDocument.fromString(xml)
  try {
    validatorOf(schema).validate(document)
    return []
  } catch (fault) {
    if (fault instanceof XmlValidateError) return fault.details.map(({ message }) => message.trim())
    throw fault
  } finally {
    document.dispose()
  }
}

const rulesOf = kept(
  (rules: RuleSet) =>
    JSON.parse(gunzipSync(readFileSync(join(folder, 'rules', `${rules}.sef.json.gz`))).toString('utf8')) as object,
)

/** Factur-X keeps its code lists beside its rules. */
const codeLists = kept(async (path: string) => ({
  [`${address}factur-x/FACTUR-X_EN16931_codedb.xml`]: await saxon.getResource({
    text: Buffer.from(schemas[path] ?? []).toString('utf8'),
    type: 'xml',
  }),
}))

const reports = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  isArray: (name) => name === 'failed-assert',
})

interface FailedAssert {
  readonly id?: string
  readonly flag?: string
}

/** SaxonJS divides an IBAN as an inexact number and always finds it wrong; isIban has tests of its own. */
const unreliable = new Set(['BR-DE-19', 'BR-DE-20'])

/** The names of the rules that are broken, each with its weight: "BR-CO-15 fatal", "BR-DE-21 warning". */
export async function brokenRules(rules: RuleSet, xml: string): Promise<string[]> {
  const { principalResult } = saxon.transform(
    {
      stylesheetInternal: rulesOf(rules),
      // Against it the address of the code lists is read.
      stylesheetBaseURI: `${address}factur-x/rules`,
      sourceText: xml,
      destination: 'serialized',
      documentPool: await codeLists('factur-x/FACTUR-X_EN16931_codedb.xml'),
    },
    'sync',
  )
  const report = reports.parse(principalResult) as {
    'schematron-output': { 'failed-assert'?: readonly FailedAssert[] }
  }
  const failed = report['schematron-output']['failed-assert'] ?? []
  return [
    ...new Set(
      failed
        .filter(({ id = '' }) => !unreliable.has(id))
        .map(({ id = 'without a name', flag = 'fatal' }) => `${id} ${flag}`),
    ),
  ]
}
