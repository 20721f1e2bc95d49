// Pictures of attached files reach exactly as far as the files: the same people, the same answer for all others.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import type { TrunkTables } from '#trunk/tables.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { pdfOf, writing } from '../../../testing/files/pdf-of.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
let practice: number
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  practice = await publish('1')
})

const fields = {
  ...{ title: 'Lanterns', summary: 'Light.', lang: 'en', problem: 'Dark.', response: 'Light.', results: 'Bright.' },
  ...{ evidence: '0', 'concepts[]': ['lighting'] },
}
async function publish(audience: string): Promise<number> {
  const answer = await ada.post('/practices', { ...fields, audience })
  const id = Number(/\d+/.exec(answer.headers.get('location') ?? '')?.[0])
  await ada.post(`/practices/${id}/publication`)
  return id
}
const rows = () =>
  town.database.system.withTables<TrunkTables>().selectFrom('attachment').selectAll().orderBy('id').execute()

/** Attaches it, lets the jobs run, and gives its id. */
async function attach(content: Buffer, name: string): Promise<number> {
  const file = new File([Uint8Array.from(content)], name)
  expect((await ada.post(`/contributions/${practice}/attachments`, { file })).status).toBe(303)
  await town.work()
  return (await rows()).at(-1)?.id ?? 0
}
const picture = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: '#2a6' } })
    .png()
    .toBuffer()
const pdf = () => pdfOf({ pages: [writing('Plan'), writing('Costs')] })

test('a visitor sees the small picture, which nothing can run in and nobody keeps', async () => {
  const id = await attach(await picture(), 'square.png')
  expect(await town.visitor.page(`/practices/${practice}-lanterns`)).toMatch(
    new RegExp(`<img[^>]*src="/attachments/${id}/preview" width="480" height="320" alt="Small picture of"`),
  )
  const answer = await town.visitor.get(`/attachments/${id}/preview`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('image/webp')
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  expect((await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).width).toBe(480)
})

test('a PDF says how many pages it has and shows them one by one', async () => {
  const id = await attach(pdf(), 'pages')
  const html = await town.visitor.page(`/practices/${practice}-lanterns`)
  expect(html).toMatch(/PDF · 2 pages · /)
  // A file may be called as an address of ours is: its own address still leads to the file.
  expect(html).toContain(`href="/attachments/${id}/pages-"`)
  const pages = await town.visitor.page(`/attachments/${id}/pages`)
  expect(pages.match(/<img[^>]*src="\/attachments\/\d+\/pages\/\d"/g)).toHaveLength(2)
  expect((await town.visitor.get(`/attachments/${id}/pages/2`)).headers.get('content-type')).toBe('image/webp')
  for (const wrong of ['3', '0', 'x', '99999999999'])
    expect((await town.visitor.get(`/attachments/${id}/pages/${wrong}`)).status).toBe(404)
})

test('a locked or broken PDF is listed like any other file, without a picture', async () => {
  const locked = pdfOf({
    pages: [writing('x')],
    trailer: '/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<00>/U<00>>>/ID[<00><00>]',
  })
  for (const bytes of [locked, Buffer.from('%PDF-1.7\nnothing')]) {
    const id = await attach(bytes, 'plan.pdf')
    expect(await ada.page(`/practices/${practice}-lanterns`)).toContain(`href="/attachments/${id}/plan.pdf"`)
    for (const path of ['preview', 'pages', 'pages/1'])
      expect((await ada.get(`/attachments/${id}/${path}`)).status).toBe(404)
  }
})

test('a drawing that could run is refused as before', async () => {
  const file = new File(['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'], 'plan.svg')
  expect((await ada.post(`/contributions/${practice}/attachments`, { file })).status).toBe(422)
})

test('narrowed to Graz, the pictures are gone for Porto and for visitors in the same moment', async () => {
  const id = await attach(pdf(), 'plan.pdf')
  const parts = ['preview', 'pages', 'pages/1'].map((part) => `/attachments/${id}/${part}`)
  for (const path of parts) expect((await beatriz.get(path)).status).toBe(200)
  const own =
    /<option value="(\d+)"[^>]*>Only our own administration/.exec(await ada.page('/practices/import'))?.[1] ?? ''
  expect((await ada.post(`/practices/${practice}`, { ...fields, audience: own, revision: '1' })).status).toBe(303)
  for (const path of parts) {
    for (const who of [beatriz, town.visitor]) expect((await who.get(path)).status).toBe(404)
    expect((await ada.get(path)).status).toBe(200)
  }
})

test('removing a file leaves nothing of it on disk', async () => {
  const id = await attach(pdf(), 'plan.pdf')
  expect((await ada.post(`/attachments/${id}/removal`)).status).toBe(303)
  for (const path of ['preview', 'pages', 'pages/1'])
    expect((await ada.get(`/attachments/${id}/${path}`)).status).toBe(404)
  const kept = new Set((await rows()).map(({ stored_as }) => stored_as))
  const stored = readdirSync(join(town.dataDir, 'files'), { recursive: true, encoding: 'utf8' })
  expect(stored.filter((path) => path.includes('/') && !kept.has(path.replace(/\..*/, '')))).toEqual([])
})

test('a file that no fact told of gets its picture by the schedule’s hand', async () => {
  const { makePreviews } = await import('./actions/make-previews.ts')
  const { testJobs } = await import('../../../testing/template.ts')
  const id = await attach(await picture(), 'late.png')
  await town.database.system
    .withTables<{ attachment_preview: { attachment_id: number } }>()
    .deleteFrom('attachment_preview')
    .where('attachment_id', '=', id)
    .execute()
  await makePreviews(testJobs(town.database.system, town.dataDir))
  expect(await ada.page(`/practices/${practice}-lanterns`)).toContain(`src="/attachments/${id}/preview"`)
})
