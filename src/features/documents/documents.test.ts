// Documents of a room: versions that stay, and reach as far as the room.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { bringIn, foundBy, idIn, pathOf } from '../rooms/fixtures.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
let jonte: Visitor
let room: number
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  jonte = await town.as('jonte-pfalzgrafer')
  room = await foundBy(ada, { entry: 'invitation' })
  await bringIn(ada, room, beatriz, 'Beatriz Ribeirinha Douro')
})

const textFile = (name: string, words: string) => new File([words], name, { type: 'text/plain' })
const fields = { title: 'Plan of the walks', summary: 'Three evenings.', lang: 'en' }
const bring = async (who: Visitor): Promise<string> =>
  pathOf(await who.post(`/rooms/${room}/documents`, { ...fields, file: textFile('plan.txt', 'first words') }))

test('a double click brings one document, and one version', async () => {
  const form = await ada.page(`/rooms/${room}/documents/new`)
  const once = /name="once" value="([^"]+)"/.exec(form)?.[1] ?? ''
  const title = 'Sent twice'
  const twice = (path: string, words: Record<string, string>) => {
    const send = () => ada.post(path, { ...words, once, file: textFile('twice.txt', 'the same words') })
    return Promise.all([send(), send()])
  }
  const [first, second] = await twice(`/rooms/${room}/documents`, { ...fields, title })
  expect([first.status, pathOf(second)]).toEqual([303, pathOf(first)])
  expect(await fill(town, `select count(*) from contribution where title = '${title}'`)).toBe(1)
  await twice(`/documents/${idIn(pathOf(first))}/versions`, { said: 'Corrected.' })
  const page = await ada.page(pathOf(first))
  expect([page.includes('Current version (2)'), page.includes('Current version (3)')]).toEqual([true, false])
})

test('Ada brings a document, Beatriz a second version: the current one comes first, both stay', async () => {
  const path = await bring(ada)
  const id = idIn(path)
  const second = { said: 'With the police.', file: textFile('plan-2.txt', 'second words') }
  expect((await beatriz.post(`/documents/${id}/versions`, second)).status).toBe(303)
  const html = await ada.page(path)
  expect(html).toContain('Current version (2)')
  expect(html.indexOf('plan-2.txt')).toBeLessThan(html.indexOf('plan.txt'))
  expect(html).toContain('With the police.')
  const files = [...html.matchAll(/href="(\/attachments\/\d+\/[^"]+)"/g)].map(([, href = '']) => href)
  expect(await ada.page(files.at(-1) ?? '')).toBe('first words')
  expect(await ada.page(`/rooms/${room}`)).toContain('Version 2')
  for (const file of files) expect((await jonte.get(file)).status).toBe(404)
})

test('no version is removed, not by who brought it, and its bytes stay', async () => {
  const path = await bring(ada)
  const file = /href="(\/attachments\/(\d+)\/[^"]+)"/.exec(await ada.page(path))
  expect((await ada.post(`/attachments/${file?.[2]}/removal`)).status).toBe(403)
  expect(await ada.page(file?.[1] ?? '')).toBe('first words')
})

test('without a file, with a wrong one, or without what has changed, a sentence stands at the field', async () => {
  const none = await ada.post(`/rooms/${room}/documents`, fields)
  expect([none.status, (await none.text()).includes('choose a file')]).toEqual([422, true])
  const program = new File([new Uint8Array([77, 90, 0, 1])], 'run.exe')
  expect((await ada.post(`/rooms/${room}/documents`, { ...fields, file: program })).status).toBe(422)
  expect(
    await fill(
      town,
      `select count(*) from contribution where title = 'Plan of the walks' and id not in (select contribution_id from attachment)`,
    ),
  ).toBe(0)
  const id = idIn(await bring(ada))
  const silent = await beatriz.post(`/documents/${id}/versions`, { said: '', file: textFile('a.txt', 'a') })
  expect([silent.status, (await silent.text()).includes('what has changed')]).toEqual([422, true])
})

test('in an archived room nothing is added, and whoever was about to finds their words again', async () => {
  const other = await foundBy(ada, { name: 'Closed soon' })
  const path = pathOf(
    await ada.post(`/rooms/${other}/documents`, { ...fields, file: textFile('plan.txt', 'first words') }),
  )
  await ada.post(`/rooms/${other}/archive`)
  const late = await ada.post(`/rooms/${other}/documents`, { ...fields, file: textFile('late.txt', 'late') })
  expect([late.status, (await late.text()).includes('Three evenings.')]).toEqual([403, true])
  const version = { said: 'Late.', file: textFile('late.txt', 'late') }
  expect((await ada.post(`/documents/${idIn(path)}/versions`, version)).status).toBe(403)
  expect(await ada.page(path)).toContain('Current version (1)')
})

test('found by those in the room, and by nobody else; withdrawn, it is gone for all', async () => {
  const fileName = 'zwortplan.txt'
  const path = pathOf(
    await ada.post(`/rooms/${room}/documents`, { ...fields, title: 'Zwortelplan', file: textFile(fileName, 'x') }),
  )
  while ((await town.work()) > 0);
  expect(await beatriz.page('/search?q=Zwortelplan')).toContain(path)
  for (const other of [jonte, town.visitor]) expect(await other.page('/search?q=Zwortelplan')).not.toContain(path)
  expect((await beatriz.post(`/documents/${idIn(path)}/withdrawal`)).status).toBe(403)
  expect((await ada.post(`/documents/${idIn(path)}/withdrawal`)).status).toBe(303)
  expect((await beatriz.get(path)).status).toBe(410)
})
