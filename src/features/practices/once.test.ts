// A double click on "save" makes one draft; the same words in a form opened anew, or other words in the same form, make another.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Visitor } from '../../../testing/app.ts'

let ada: Visitor
beforeAll(async () => {
  ada = await (await openTown()).as('ada-lindmoser')
})

const markOf = (html: string): string => /name="once" value="([^"]+)"/.exec(html)?.[1] ?? ''
const told = { step: 'beginning', title: 'Clicked twice', summary: 'Once.', lang: 'en' }
const placesOf = async (sent: readonly Promise<Response>[]): Promise<Set<string>> =>
  new Set((await Promise.all(sent)).map((answer) => /\d+/.exec(answer.headers.get('location') ?? '')?.[0] ?? 'none'))

test('a new practice that is sent twice is one draft', async () => {
  const fields = { ...told, once: markOf(await ada.page('/practices/new')) }
  const places = await placesOf([ada.post('/practices', fields), ada.post('/practices', fields)])
  expect(places.size).toBe(1)
  expect(places).not.toContain('none')
  expect(await placesOf([ada.post('/practices', fields)])).toEqual(places)
  const others = await placesOf([
    ada.post('/practices', { ...fields, title: 'Other words' }),
    ada.post('/practices', { ...told, once: markOf(await ada.page('/practices/new')) }),
  ])
  expect(new Set([...places, ...others]).size).toBe(3)
})

test('what was refused is judged anew', async () => {
  const fields = { ...told, once: markOf(await ada.page('/practices/new')), audience: '999999' }
  expect((await ada.post('/practices', fields)).status).toBe(422)
  expect((await ada.post('/practices', fields)).status).toBe(422)
})

test('a file that is sent twice is one draft', async () => {
  const once = markOf(await ada.page('/practices/from-file'))
  const bring = () => ada.post('/practices/from-file', { once, file: new File(['Problem\n\nDark.'], 'park.txt') })
  expect((await placesOf([bring(), bring()])).size).toBe(1)
})
