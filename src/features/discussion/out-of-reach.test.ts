// Who writes or decides about something that its audience does not bring to them: what they see, and what they cannot do.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'

let town: Town
let ada: Visitor
let greta: Visitor
let beatriz: Visitor
beforeAll(async () => {
  town = await openTown()
  await fill(
    town,
    `insert into person (slug, name, email, role, organisation_id, lang) select 'greta', 'Greta Murlinger', 'greta@graz.example', 'colleague', organisation_id, 'en'
     from person where slug = 'ada-lindmoser' returning id`,
  )
  ada = await town.as('ada-lindmoser')
  greta = await town.as('greta')
  beatriz = await town.as('beatriz-ribeirinha-douro')
})

const told = {
  ...{ title: 'Told by Greta', summary: 'In short.', lang: 'en', problem: 'Fear.', response: 'Walks.' },
  ...{ results: 'More people.', evidence: '0', 'concepts[]': ['youth'], audience: '2' },
}
const idIn = (answer: Response): string => /\d+/.exec(answer.headers.get('location') ?? '')?.[0] ?? ''
const tell = async (fields: Record<string, string> = {}): Promise<string> =>
  idIn(await greta.post('/practices', { ...told, ...fields }))
const pageOf = (id: string): string => `/practices/${id}-told-by-greta`
const readers = { step: 'readers', 'concepts[]': ['youth'], revision: '1' }

const writeWith = async (who: Visitor, name: string, id: string): Promise<void> => {
  await greta.post(`/contributions/${id}/co-authors`, { name })
  await who.post(`/contributions/${id}/co-authorship`)
}
const red = { audience: 'persons', persons: 'Carsten Mittelweg' }

test('the coordinator who writes along on TLP:RED decides nothing about it, and is told so rather than met by an error', async () => {
  const id = await tell(red)
  await writeWith(ada, 'Ada Lindmoser', id)
  expect(await ada.page(`/practices/${id}/edit?step=readers`)).not.toContain('name="audience"')
  expect((await ada.post(`/practices/${id}`, { step: 'problem', problem: 'Dusk.', revision: '1' })).status).toBe(303)
  expect((await ada.post(`/practices/${id}`, { ...readers, audience: '2', revision: '2' })).status).toBe(303)
  expect((await ada.post(`/practices/${id}/publication`)).status).toBe(403)
  expect((await ada.post(`/contributions/${id}/co-authors`, { name: 'Assia Verdonnel' })).status).toBe(403)
  await greta.post(`/practices/${id}/publication`)
  expect((await ada.post(`/practices/${id}/withdrawal`)).status).toBe(403)
  expect(
    await fill(
      town,
      `select count(*) from contribution c join audience a on a.id = c.audience_id
    where c.id = ${id} and c.state = 'published' and a.kind = 'persons'`,
    ),
  ).toBe(1)
})

test('a co-author whom TLP:RED does not name reads the label on every page of it', async () => {
  const id = await tell(red)
  await writeWith(beatriz, 'Beatriz Ribeirinha Douro', id)
  await greta.post(`/practices/${id}/publication`)
  await beatriz.post(`/contributions/${id}/bookmarks`, { name: 'Mine' })
  const folder = await fill(town, 'select max(id) from bookmark_folder')
  for (const path of [
    pageOf(id),
    `/practices/${id}/preview`,
    `/contributions/${id}/visibility`,
    `/practices/compare?practice=${id}`,
    `/bookmarks/${folder}`,
  ])
    expect(await beatriz.page(path), path).toContain('TLP:RED')
  expect(await beatriz.page(`/contributions/${id}/visibility`)).toContain('Only the persons named here')
  for (const format of ['csv', 'json'])
    expect(await beatriz.page(`/practices/export.${format}?drafts=yes`), format).not.toContain('Told by Greta')
})

test('Beatriz ends her part in what is for Graz alone, and is not sent to a page that is not there', async () => {
  const graz = await fill(
    town,
    `select a.id from audience a join person p on p.organisation_id = a.organisation_id where p.slug = 'greta'`,
  )
  const id = await tell({ audience: String(graz) })
  await writeWith(beatriz, 'Beatriz Ribeirinha Douro', id)
  await greta.post(`/practices/${id}/publication`)
  expect(await beatriz.page(`/contributions/${id}/visibility`)).toContain('Only persons of Graz')
  const ended = await beatriz.post(`/contributions/${id}/co-authorship/end`)
  expect((await beatriz.get(ended.headers.get('location') ?? '')).status).toBe(200)
})

test('only its author can reserve something for named persons; whoever else tries is told at the field', async () => {
  const id = await tell()
  for (const persons of ['Greta Murlinger', 'Greta Murlinger\nAda Lindmoser']) {
    const answer = await ada.post(`/practices/${id}`, { ...readers, audience: 'persons', persons })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Only its author can reserve it')
  }
  expect(
    (await greta.post(`/practices/${id}`, { ...readers, audience: 'persons', persons: 'Ada Lindmoser' })).status,
  ).toBe(303)
})

test('asking, taking back and asking again fills nobody’s mailbox', async () => {
  const id = await tell()
  const person = String(await town.personId('assia-verdonnel'))
  while ((await town.work()) > 0);
  town.mails.length = 0
  const ask = () => greta.post(`/contributions/${id}/co-authors`, { name: 'Assia Verdonnel' })
  for (let times = 0; times < 5; times += 1) {
    expect((await ask()).status).toBe(303)
    await greta.post(`/contributions/${id}/co-authorship/end`, { person })
  }
  expect((await ask()).status).toBe(429)
})

/** Published for a room that Greta has left since. */
const leftRoom = async (): Promise<string> => {
  const room = await fill(town, `insert into audience (kind) values ('room') returning id`)
  await fill(town, `insert into audience_person select ${room}, id from person where slug = 'greta' returning 1`)
  const id = await tell({ audience: String(room) })
  await greta.post(`/practices/${id}/publication`)
  await fill(town, `delete from audience_person where audience_id = ${room} returning 1`)
  return id
}

test('an author who left the room is asked before it reaches more than the room, and never by a list that begins at the widest', async () => {
  const id = await leftRoom()
  const form = await greta.page(`/practices/${id}/edit?step=readers`)
  expect(/<option[^>]* selected[^>]*>[^<]*/.exec(form.slice(form.indexOf('name="audience"')))?.[0]).toContain(
    'TLP:AMBER',
  )
  const wider = await greta.post(`/practices/${id}`, { ...readers, audience: '1' })
  expect(wider.status).toBe(422)
  expect(await wider.text()).toContain('name="widen"')
  expect((await town.visitor.get(pageOf(id))).status).toBe(404)
})

test('an author who left the room goes on writing, narrows it, and withdraws it', async () => {
  const id = await leftRoom()
  expect((await greta.post(`/practices/${id}`, { step: 'problem', problem: 'Dusk.', revision: '1' })).status).toBe(303)
  expect(await greta.page(pageOf(id))).toContain('Dusk.')
  const narrowed = await greta.post(`/practices/${id}`, {
    ...{ ...readers, revision: '2' },
    ...{ audience: 'persons', persons: 'Ada Lindmoser' },
  })
  expect(narrowed.status).toBe(303)
  const other = await leftRoom()
  expect((await greta.post(`/practices/${other}/withdrawal`)).status).toBe(303)
  expect(await fill(town, `select count(*) from contribution where id = ${other} and state = 'withdrawn'`)).toBe(1)
})
