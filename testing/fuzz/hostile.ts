// Strings as nobody types them by accident, and what every answer must still be: quick, whole, escaped.
import { globSync } from 'node:fs'
import fc from 'fast-check'
import { expect } from 'vitest'
import { z } from 'zod'
import type { Feature } from '#platform/feature.ts'
import { forgetTries } from '#platform/http/limits.ts'
import { features } from '../../src/features.ts'
import type { Town } from '../app.ts'

/** Never to be found as markup: as an element, or out of its attribute. */
export const marker = '"><b data-x="1">x</b>\' data-x=\'<script>data-x</script>'
const unescaped =
  /<b data-x|<script>data-x|<[a-z][^<>]*(?:" data-x="|\s(?:href|src|action)="\s*(?:javascript|vbscript):)/i

export const nasty: readonly string[] = [
  ...[marker, 'javascript:alert(1)//" data-x="', '[x](javascript:alert(1))', '<img src=x onerror=alert(1)>'],
  ...['\u0000', 'a\u0000b', '\ud800', 'x\udc00y', '\u202emoc.live', '\ufeff', '\u2028\u2029', '\u200b', '🏙️'.repeat(50)],
  ...["' or 1=1 --", '"; drop table person; --', '$1', '%00', '%', '\\', '{{7*7}}', '{count, plural, other {#}}'],
  ...['__proto__', 'constructor', 'hasOwnProperty', '[object Object]', 'NaN', 'Infinity', '-1', '0', '1e999', '0x1'],
  ...['9999999999999999999', '2147483648', '-2147483649', '１２', '٣', 'true', 'null', 'undefined', '[]', '{}'],
  ...[
    '../../../etc/passwd',
    '..\\..\\x',
    '/etc/passwd\u0000.png',
    '//evil.example',
    '/\\evil.example',
    '\r\nset-cookie: x=1',
  ],
  ...[
    'a'.repeat(30_000),
    '('.repeat(5000),
    '*'.repeat(20_000),
    '[['.repeat(10_000),
    '> '.repeat(5000),
    'é'.repeat(9000),
  ],
  ...[
    'a\u0301'.repeat(3000),
    '_'.repeat(20_000),
    '`'.repeat(9999),
    '\n'.repeat(10_000),
    '- '.repeat(5000),
    '"'.repeat(8000),
  ],
]
export const hostileText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...nasty) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 400 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 100 }) },
)

/** What would pass, so that the hostile field beside it gets further than the first check. */
const fitting: Readonly<Record<string, string>> = {
  ...{
    title: 'Lights in the park',
    lang: 'en',
    textLang: 'en',
    audience: '1',
    evidence: '0',
    revision: '1',
    role: 'colleague',
  },
  ...{
    email: 'nobody@nowhere.example',
    name: 'Ada Lindmoser',
    text: 'A quiet reply',
    summary: 'A summary',
    code: '123456',
  },
  ...{ password: 'correct horse battery', kind: 'practice', country: 'AT', person: 'ada-lindmoser', q: 'night' },
}
export const fittingText = (field: string): string =>
  (Object.hasOwn(fitting, field) ? fitting[field] : undefined) ?? 'plain'

const schemas = await Promise.all(
  globSync('src/features/*/inputs.ts').map(async (path) => {
    const module: Readonly<Record<string, unknown>> = await import(`../../${path}`)
    return [path, module] as const
  }),
)
const shapeOf = (schema: unknown): Readonly<Record<string, unknown>> =>
  schema instanceof z.ZodObject ? (schema.shape as Record<string, unknown>) : {}
const isList = (schema: unknown): boolean =>
  schema instanceof z.ZodType && schema.safeParse(['a']).success && !schema.safeParse('a').success

/** Names of all fields that any form or query of the feature knows; lists with their brackets. */
export const fieldsOf = (feature: Feature): readonly string[] => {
  const exported = schemas.filter(([path]) => path.includes(`/features/${feature.name}/`))
  const shapes = exported.flatMap(([, module]) => Object.values(module).map(shapeOf))
  const names = shapes.flatMap((shape) =>
    Object.entries(shape).map(([name, one]) => (isList(one) ? `${name}[]` : name)),
  )
  return [...new Set([...names, 'unknown', '__proto__', 'constructor'])]
}

export interface Knock {
  readonly method: string
  readonly path: string
  readonly name: string
  readonly feature: Feature
}
export const knocks: readonly Knock[] = features.flatMap((feature) =>
  (feature.routes ?? []).map(({ method, path }) => ({ method, path, name: `${method} ${path}`, feature })),
)

/** A path with this in the place of each parameter; what a browser would send of it. */
export const pathWith = (pattern: string, value: string): string =>
  pattern.replaceAll(/:[a-z]+/gi, () => encodeURIComponent(value.toWellFormed().slice(0, 2000)))

/** Milliseconds of work on an idle machine; waiting for a busy one does not count, waiting for ever does. */
const mostWork = 2000
const longestWait = 15_000

/** Begins a watch; the function it gives fails when more than two seconds of work, or a hang, lie between. */
export function watchForHangs(): (what: string) => void {
  const begun = performance.now()
  const worked = process.cpuUsage()
  return (what) => {
    const { user, system } = process.cpuUsage(worked)
    expect((user + system) / 1000, `${what} is too much work`).toBeLessThan(mostWork)
    expect(performance.now() - begun, `${what} hangs`).toBeLessThan(longestWait)
  }
}

/** An answer that stays open while somebody reads along has no end to wait for. */
async function wholeBody(response: Response): Promise<string> {
  if (response.headers.get('content-type')?.startsWith('text/event-stream') !== true) return response.text()
  await response.body?.cancel()
  return ''
}

/** Sends it and holds every answer to the promise: below 500, within two seconds, nothing unescaped. Gives the body. */
export async function knock(town: Town, path: string, init: RequestInit): Promise<{ status: number; body: string }> {
  forgetTries()
  const expectNoHang = watchForHangs()
  const response = await town.app.request(path, init)
  const body = await wholeBody(response)
  const what = `${init.method ?? 'GET'} ${path.slice(0, 300)}`
  expect(response.status, `${what}\n${body.slice(0, 500)}`).toBeLessThan(500)
  expectNoHang(what)
  if ((response.headers.get('content-type') ?? '').includes('html'))
    expect(unescaped.exec(body)?.[0], `${what} lets markup through`).toBeUndefined()
  const location = response.headers.get('location')
  if (location !== null) expect(location, `${what} leads away`).toMatch(/^\/(?![/\\])/)
  return { status: response.status, body }
}
