// Every form of every feature, filled with what no form expects: no break, no hang, nothing unescaped, nothing lost.
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town } from '../app.ts'
import { fieldsOf, fittingText, hostileText, type Knock, knock, knocks, marker, nasty, pathWith } from './hostile.ts'

const posts = knocks.filter(({ method }) => method === 'POST')
let town: Town
let cookie = ''
let practice = ''
beforeAll(async () => {
  town = await openTown()
})

/** A session of its own for every route: signing out is one of them. */
async function enter(): Promise<void> {
  const ada = await town.as('ada-lindmoser')
  cookie = ada.cookie
  const written = await ada.post('/practices', { title: 'Lights in the park', lang: 'en', audience: '1' })
  practice = /\d+/.exec(written.headers.get('location') ?? '')?.[0] ?? '1'
}
const headers = (more: Record<string, string> = {}) => ({ cookie, 'sec-fetch-site': 'same-origin', ...more })
const send = (route: Knock, body: BodyInit, more: Record<string, string> = {}) =>
  knock(town, pathWith(route.path, practice), { method: 'POST', body, headers: headers(more) })

const formFor = (route: Knock) =>
  fc.array(
    fc
      .constantFrom(...fieldsOf(route.feature))
      .chain((field) => fc.tuple(fc.constant(field), fc.oneof(hostileText, fc.constant(fittingText(field))))),
    { maxLength: 14 },
  )

describe.each(posts.map((route, place) => ({ ...route, place })))('$name', (route) => {
  beforeAll(enter)

  test('answers whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(formFor(route), async (fields) => {
        const form = new URLSearchParams()
        for (const [name, value] of fields) form.append(name, value.toWellFormed())
        await send(route, form)
      }),
      { numRuns: 12, seed: 7 },
    )
  })

  test('answers each field alone when all others fit', async () => {
    const fields = fieldsOf(route.feature)
    for (const [index, hostile] of fields.entries()) {
      // A field stands in several forms of its feature: what this one spares it, the next one sends.
      const value = (index + route.place) % 2 === 0 ? marker : (nasty[(index * 7 + 3) % nasty.length] ?? '')
      const form = new FormData()
      for (const field of fields) form.append(field, field === hostile ? value : fittingText(field.replace('[]', '')))
      await send(route, form)
    }
  })

  test.each([
    ['no body', '', 'application/x-www-form-urlencoded'],
    ['broken percent signs', 'title=%E0%A4%A&text=%ZZ&%%%=1', 'application/x-www-form-urlencoded'],
    ['bytes that are no UTF-8', new Uint8Array([116, 61, 255, 254, 0, 195, 40]), 'application/x-www-form-urlencoded'],
    ['another encoding than it says', 'title=\u00e9', 'application/x-www-form-urlencoded; charset=utf-16'],
    ['no boundary', '--x\r\n\r\n', 'multipart/form-data'],
    [
      'an unfinished part',
      '--x\r\nContent-Disposition: form-data; name="title"\r\n\r\nabc',
      'multipart/form-data; boundary=x',
    ],
    ['JSON, very deep', `${'['.repeat(100_000)}`, 'application/json'],
    ['JSON that is none', '{"id":', 'application/json'],
    [
      'JSON with a poisoned prototype',
      '{"__proto__":{"role":"office"},"id":{"a":[]},"response":null}',
      'application/json',
    ],
    ['XML with an entity', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', 'application/xml'],
    ['a type that is none', 'x', ';;;'],
    [
      'a thousand fields',
      Array.from({ length: 1000 }, (_, index) => `f${index}=1`).join('&'),
      'application/x-www-form-urlencoded',
    ],
    ['one field ten thousand times', 'title=a&concepts[]=b&'.repeat(10_000), 'application/x-www-form-urlencoded'],
  ])('answers %s', async (_, body, type) => {
    const { status } = await send(route, body, { 'content-type': type })
    expect(status).toBeGreaterThanOrEqual(200)
  })

  test('says that more than a mebibyte is too much, or does not mind', async () => {
    const { status } = await send(route, `title=${'a'.repeat(1_100_000)}`, {
      'content-type': 'application/x-www-form-urlencoded',
    })
    expect([200, 303, 401, 403, 404, 410, 413, 422]).toContain(status)
  })
})

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const isSecret = (html: string, field: string): boolean =>
  new RegExp(
    `<input[^>]*name="${field}"[^>]*type="(?:password|hidden|checkbox|radio)"|type="(?:password|hidden|checkbox|radio)"[^>]*name="${field}"`,
  ).test(html)
/** Fields in which one writes; a choice that does not exist cannot be kept. */
const writtenIn = (html: string): string[] =>
  [...html.matchAll(/<(?:textarea|input)[^>]*\sname="([^"[\]]+)"/g)]
    .map((found) => found[1] ?? '')
    .filter((field) => !isSecret(html, field) && !['q', 'code', 'file', 'lang', 'token', 'password'].includes(field))

test.each(posts)('$name gives back what was typed when it says no', async (route) => {
  await enter()
  const fields = fieldsOf(route.feature).filter((field) => !field.endsWith('[]'))
  const typed = new Map(fields.map((field, index) => [field, `typed-${index} <&" kept`]))
  const { status, body } = await send(route, new URLSearchParams([...typed]))
  if (status !== 422) return
  const action = pathWith(route.path, practice)
  // Where another page follows, an outdated link leads to the sign-in page, nothing of this form is left to give back.
  const form = body.split('<form').find((part) => part.includes(`action="${action}"`)) ?? ''
  const shown = form.slice(0, form.indexOf('</form>'))
  const lost = writtenIn(shown).filter((field) => typed.has(field) && !shown.includes(escaped(typed.get(field) ?? '')))
  expect(lost).toEqual([])
})
