// For tests: the documents in fixtures/ as a browser sends them, and what the pages say of them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
}
export const fixture = (name: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(readFileSync(join(import.meta.dirname, 'fixtures', name)))
export const fileOf = (name: string, bytes = fixture(name)): File =>
  new File([bytes], name, { type: types[name.split('.').at(-1) ?? ''] ?? 'text/plain' })
export const landing = (answer: Response): string => answer.headers.get('location') ?? ''
export const idIn = (path: string): string => /\d+/.exec(path)?.[0] ?? ''

/** "heading → where it is proposed", in the order of the page. */
export const proposedOn = (html: string): string[] =>
  [...html.matchAll(/<li class="found-section">([\s\S]*?)<\/li>/g)].map(([, item = '']) => {
    const heading = /<h2[^>]*>([^<]*)<\/h2>/.exec(item)?.[1] ?? ''
    const place = /<option value="([^"]*)"[^>]* selected/.exec(item)?.[1] ?? 'nowhere'
    return `${heading} → ${place}`
  })
export const choicesOn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<select[^>]*name="(section-\d+)"[\s\S]*?<\/select>/g)].map(([select, name = '']) => [
      name,
      /<option value="([^"]*)"[^>]* selected/.exec(select)?.[1] ?? '',
    ]),
  )
