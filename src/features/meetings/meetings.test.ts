// Meetings, minutes, decisions and tasks of a room: written by those who are in it, and theirs alone.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { bringIn, foundBy, pathOf } from '../rooms/fixtures.ts'

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

const meeting = {
  ...{ title: 'Second walk', day: '2099-07-01', from: '18:30', to: '20:00', zone: 'Europe/Lisbon' },
  ...{ place: 'Town hall', link: 'https://meet.example/walk', notes: 'Bring a lamp.' },
}
const minutes = { title: 'First walk', heldOn: '2026-10-01', meeting: '', text: 'We saw **dark** corners.', lang: 'en' }
const last = (table: string) => fill(town, `select max(id) from ${table}`)

test('Beatriz sets a meeting in the time of Porto: it is kept as that moment, and read with its zone', async () => {
  expect((await beatriz.post(`/rooms/${room}/meetings`, meeting)).status).toBe(303)
  const [row] = await rowsOf<{ at: string }>(
    town,
    `select to_char(starts_at at time zone 'UTC', 'HH24:MI') as at from meeting where title = 'Second walk'`,
  )
  expect(row?.at).toBe('17:30')
  const html = await ada.page(`/rooms/${room}/meetings`)
  for (const words of ['Second walk', 'Town hall', 'https://meet.example/walk', '18:30–20:00'])
    expect(html).toContain(words)
  expect(await ada.page(`/rooms/${room}`)).toContain('Second walk')
  const id = await last('meeting')
  await ada.post(`/rooms/${room}/meetings/${id}/cancellation`)
  expect(await beatriz.page(`/rooms/${room}/meetings`)).toContain('Called off')
  const other = { ...meeting, title: 'Moved', revision: '1' }
  expect((await ada.post(`/rooms/${room}/meetings/${id}`, other)).status).toBe(303)
  expect((await beatriz.post(`/rooms/${room}/meetings/${id}`, other)).status).toBe(422)
})

test.each([
  [{ title: '' }, 'at least three characters'],
  [{ day: '2026-02-30' }, 'not a valid day'],
  [{ from: '25:00' }, 'such as 14:30'],
  [{ to: '10:00' }, 'before the beginning'],
  [{ zone: 'Europe/Atlantis' }, 'time zone from the list'],
  [{ link: 'javascript:alert(1)' }, 'begins with https'],
  [{ link: 'http://meet.example' }, 'begins with https'],
  [{ title: '🔦x' }, 'at least three characters'],
  [{ day: '2026-03-29', from: '02:30', to: '03:15', zone: 'Europe/Brussels' }, 'does not exist on that day'],
  [{ day: '2026-03-29', from: '01:30', to: '02:30', zone: 'Europe/Brussels' }, 'does not exist on that day'],
])('a wrong %j is told at its field, and the rest is kept', async (wrong, sentence) => {
  const answer = await ada.post(`/rooms/${room}/meetings`, { ...meeting, ...wrong } as Record<string, string>)
  const html = await answer.text()
  expect([answer.status, html.includes(sentence), html.includes('Bring a lamp.')]).toEqual([422, true, true])
})

test('a link is kept as browsers read it, and a night with an hour twice is a night', async () => {
  const night = {
    ...meeting,
    title: 'Night walk',
    day: '2026-10-25',
    from: '02:30',
    to: '02:45',
    zone: 'Europe/Brussels',
  }
  expect((await ada.post(`/rooms/${room}/meetings`, { ...night, link: 'HTTPS:meet.example' })).status).toBe(303)
  const [row] = await rowsOf<{ link: string }>(town, `select link from meeting where title = 'Night walk'`)
  expect(row?.link).toBe('https://meet.example/')
})

test('minutes with decisions, numbered through the room, and tasks done with one click', async () => {
  const first = pathOf(await ada.post(`/rooms/${room}/minutes`, minutes))
  const second = pathOf(await beatriz.post(`/rooms/${room}/minutes`, { ...minutes, title: 'Later walk' }))
  await ada.post(`${first}/decisions`, { decision: 'We begin with the station.' })
  await beatriz.post(`${second}/decisions`, { decision: 'We go on with the park.' })
  expect(await beatriz.page(first)).toContain('<strong>dark</strong>')
  expect(await beatriz.page(second)).toMatch(/Decision 2:<\/strong> We go on with the park/)
  expect((await ada.post(`${first}/decisions`, { decision: '' })).status).toBe(422)
  const inMinutes = String(await fill(town, `select min(id) from minutes where audience_id = ${room}`))
  const person = String(await town.personId('beatriz-ribeirinha-douro'))
  const task = { task: 'Ask the power company', person, dueOn: '2099-01-31', minutes: inMinutes }
  expect((await ada.post(`/rooms/${room}/tasks`, task)).status).toBe(303)
  for (const page of [first, `/rooms/${room}`, '/']) expect(await beatriz.page(page)).toContain('Ask the power company')
  expect((await ada.post(`/rooms/${room}/tasks/${await last('task')}/completion`)).headers.get('location')).toContain(
    '/minutes/',
  )
  expect(await beatriz.page('/')).not.toContain('Ask the power company')
  const stranger = { ...task, person: String(await town.personId('jonte-pfalzgrafer')) }
  expect((await ada.post(`/rooms/${room}/tasks`, stranger)).status).toBe(422)
})

test('to everybody else nothing of it is there, nor can it be written', async () => {
  const [m, n, k] = [await last('meeting'), await last('minutes'), await last('task')]
  for (const path of ['meetings', 'meetings/new', `meetings/${m}/edit`, `minutes/${n}`, 'minutes/new'])
    expect((await jonte.get(`/rooms/${room}/${path}`)).status, path).toBe(404)
  const acts: [string, Record<string, string>][] = [
    ['meetings', meeting],
    [`meetings/${m}`, meeting],
    [`meetings/${m}/cancellation`, {}],
    ['minutes', minutes],
    [`minutes/${n}/decisions`, { decision: 'Ours.' }],
    ['tasks', { task: 'Ours.' }],
    [`tasks/${k}/completion`, {}],
  ]
  for (const [path, fields] of acts) expect((await jonte.post(`/rooms/${room}/${path}`, fields)).status, path).toBe(404)
})

test('what belongs to one room is not reached through another', async () => {
  const own = await foundBy(jonte, { name: 'Jonte’s own' })
  const [m, n, k] = [await last('meeting'), await last('minutes'), await last('task')]
  for (const path of [`meetings/${m}/edit`, `minutes/${n}`])
    expect((await jonte.get(`/rooms/${own}/${path}`)).status, path).toBe(404)
  expect((await jonte.post(`/rooms/${own}/tasks/${k}/completion`)).status).toBe(404)
  expect((await jonte.post(`/rooms/${own}/minutes`, { ...minutes, meeting: String(m) })).status).toBe(422)
  expect((await jonte.post(`/rooms/${own}/tasks`, { task: 'Sneaky', minutes: String(n) })).status).toBe(404)
})

test('in an archived room minutes come back to whoever wrote them', async () => {
  const closed = await foundBy(ada, { name: 'Archived' })
  await ada.post(`/rooms/${closed}/archive`)
  const late = await ada.post(`/rooms/${closed}/minutes`, minutes)
  expect([late.status, (await late.text()).includes('We saw **dark** corners.')]).toEqual([403, true])
})

test('a room in which people met is archived, never deleted', async () => {
  const met = await foundBy(jonte, { name: 'Met once' })
  expect((await jonte.post(`/rooms/${met}/meetings`, meeting)).status).toBe(303)
  await jonte.post(`/rooms/${met}/deletion`)
  expect(await jonte.page(`/rooms/${met}/meetings`)).toContain('Second walk')
})

test('a double click notes one decision, adds one task', async () => {
  const path = pathOf(await ada.post(`/rooms/${room}/minutes`, minutes))
  const once = /name="once" value="([^"]+)"/.exec(await ada.page(path))?.[1] ?? ''
  const twice = (where: string, fields: Record<string, string>) =>
    Promise.all([ada.post(where, { ...fields, once }), ada.post(where, { ...fields, once })])
  const answers = [
    ...(await twice(`${path}/decisions`, { decision: 'Only once.' })),
    ...(await twice(`/rooms/${room}/tasks`, { task: 'Only once.' })),
  ]
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303])
  for (const table of ['decision', 'task'])
    expect(await fill(town, `select count(*) from ${table} where text = 'Only once.'`)).toBe(1)
})

test('what somebody else saved stands beside what one typed, and saving again replaces it', async () => {
  const path = pathOf(await ada.post(`/rooms/${room}/minutes`, minutes))
  await ada.post(`/rooms/${room}/meetings`, { ...meeting, title: 'Third walk' })
  const things = [
    [path, minutes, { text: 'Written by Beatriz.' }, { text: 'Written by Ada.' }, { title: '' }],
    [
      `/rooms/${room}/meetings/${await last('meeting')}`,
      meeting,
      { place: 'In Porto' },
      { place: 'In Graz' },
      { to: 'x' },
    ],
  ] as const
  for (const [action, fields, theirs, mine, wrong] of things) {
    const save = async (change: object) => {
      const answer = await ada.post(action, { ...fields, ...change } as Record<string, string>)
      const html = answer.status === 303 ? '' : await answer.text()
      return { status: answer.status, html, revision: /name="revision" value="(\d+)"/.exec(html)?.[1] }
    }
    const first = (await save({ ...wrong, revision: '1' })).revision
    expect((await beatriz.post(action, { ...fields, ...theirs, revision: '1' })).status).toBe(303)
    expect([first, (await save({ ...mine, ...wrong, revision: '1' })).revision]).toEqual(['1', '1'])
    const beside = await save({ ...mine, revision: '1' })
    expect(beside).toMatchObject({ status: 422, revision: '2' })
    for (const words of [...Object.values(theirs), ...Object.values(mine), 'This is what stands there now'])
      expect(beside.html).toContain(words)
    expect((await save({ ...mine, revision: '2' })).status).toBe(303)
  }
})
