// What the rooms, polls, routing and veils of others and one's own keep about somebody: taken along, and erased.

import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { dayOf } from '#kernel/locale.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { attempt, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { testJobs } from '../../../testing/template.ts'
import { ask as askPoll, giveAnswer } from '../polls/fixtures.ts'
import { bringIn, foundBy } from '../rooms/fixtures.ts'
import { askVeiled, word } from '../veils/fixtures.ts'
import { eraseDue } from './jobs.ts'

let town: Town
let ada: Visitor
let almut: Visitor
let beatriz: Visitor
let jonte: Visitor
let id: number
beforeAll(async () => {
  town = await openTown()
  const as = (slug: string) => town.as(slug)
  ada = await as('ada-lindmoser')
  almut = await as('almut-westrichter')
  beatriz = await as('beatriz-ribeirinha-douro')
  jonte = await as('jonte-pfalzgrafer')
  id = await town.personId('jonte-pfalzgrafer')
})

type Parts = Record<string, Record<string, Record<string, unknown>[]>>
async function fileOf(who: Visitor): Promise<{ parts: Parts; text: string; names: string[] }> {
  const answer = await who.get('/my-data/my-data.zip')
  const entries = Object.entries(unzipSync(new Uint8Array(await answer.arrayBuffer())))
  const texts = entries.filter(([name]) => name.endsWith('.json'))
  return {
    parts: Object.fromEntries(texts.map(([name, bytes]) => [name.slice(0, -5), JSON.parse(strFromU8(bytes))])),
    text: texts.map(([, bytes]) => strFromU8(bytes)).join('\n'),
    names: entries.map(([name]) => name),
  }
}

describe('what somebody takes along', () => {
  let question: number
  let poll: number
  let room: number
  beforeAll(async () => {
    question = (await askVeiled(town)).id
    poll = await askPoll(town, ada, { title: 'Cameras of Graz' })
    const rules = new File(['Rules of Kaiserslautern'], 'rules.txt', { type: 'text/plain' })
    expect(await giveAnswer(jonte, poll, { 'item-5': 'Murmelquark', 'file-6': rules })).toBe(303)
    expect(await giveAnswer(beatriz, poll, { 'item-5': 'Quasselbert' })).toBe(303)
    room = await foundBy(jonte, { name: 'Dusk walkers' })
    await bringIn(jonte, room, ada, 'Ada Lindmoser')
    const day = dayOf(town.now)
    const meeting = { title: 'First walk', day, from: '20:00', zone: 'Europe/Berlin' }
    expect((await jonte.post(`/rooms/${room}/meetings`, meeting)).status).toBe(303)
    const minutes = { title: 'Of the first walk', heldOn: day, text: 'Ada counts lamps.', lang: 'en' }
    expect((await ada.post(`/rooms/${room}/minutes`, minutes)).status).toBe(303)
    await jonte.post(`/rooms/${room}/tasks`, {
      task: 'Count the lamps',
      person: String(await town.personId('ada-lindmoser')),
    })
    await ada.post(`/rooms/${room}/tasks`, { task: 'Bring a torch', person: String(id) })
    await jonte.post(`/contributions/${poll}/replies/kept`, { text: 'Halfway through a thought', lang: 'en' })
    await ada.post(`/contributions/${poll}/replies`, { text: 'And you, @Jonte Pfalzgräfer?', lang: 'en' })
    await fill(
      town,
      `insert into asked_person (contribution_id, person_id, organisation_id, asked_at)
       select ${poll}, id, organisation_id, now() from person where id = ${id} returning 1`,
    )
    await fill(town, `insert into asking_pause (person_id, until) values (${id}, '2027-01-05') returning 1`)
  })

  test('holds the answer given for the city with its file, and no other city’s', async () => {
    const { parts, text, names } = await fileOf(jonte)
    expect(parts['polls']?.['poll_answer']).toHaveLength(1)
    expect(JSON.stringify(parts['polls'])).toContain('Murmelquark')
    expect(text).not.toContain('Quasselbert')
    expect(names.filter((name) => name.endsWith('rules.txt'))).toHaveLength(1)
    // A colleague did not give it, though she may read it.
    expect((await fileOf(almut)).text).not.toContain('Murmelquark')
  })

  test('holds meetings, minutes and tasks of a room, one’s own and those for oneself', async () => {
    const { parts } = await fileOf(jonte)
    const titles = (table: string) => parts['rooms']?.[table]?.map((row) => row['title'] ?? row['text'])
    expect(titles('meeting')).toContain('First walk')
    expect(titles('minutes')).not.toContain('Of the first walk')
    expect(titles('task')).toEqual(expect.arrayContaining(['Bring a torch', 'Count the lamps']))
    expect((await fileOf(ada)).parts['rooms']?.['minutes']?.map((row) => row['title'])).toContain('Of the first walk')
  })

  test('holds what is half written, calls, askings and the pause', async () => {
    const { parts, text } = await fileOf(jonte)
    expect(text).toContain('Halfway through a thought')
    expect(parts['watching']?.['reply_mention']).toHaveLength(1)
    expect(parts['asked']?.['asked_person']?.map((row) => row['contribution_id'])).toContain(poll)
    expect(parts['asked']?.['asking_pause']).toHaveLength(1)
    expect((await fileOf(ada)).text).not.toContain('Halfway through a thought')
  })

  test('holds what one asked as a member city, whole, and earlier wordings; the same in nobody else’s file', async () => {
    const { parts } = await fileOf(jonte)
    expect(parts['contributions']?.['contribution']?.map((row) => row['id'])).toContain(question)
    expect(JSON.stringify(parts['contributions']?.['question'])).toContain(word)
    expect(JSON.stringify(parts['replies']?.['reply'])).toContain('vier Kameras')
    for (const other of [almut, ada, beatriz, await town.as('irena-halvorsdottir-blau')]) {
      const file = await fileOf(other)
      expect(JSON.stringify(file.parts['contributions'])).not.toContain(word)
      expect(file.parts['contributions']?.['veil']).toEqual([])
    }
    const reply = await fill(town, `select id from reply where author_id is null and contribution_id = ${question}`)
    await jonte.post(`/replies/${reply}`, { text: 'Es waren fünf.', lang: 'de', revision: '1' })
    const later = await fileOf(jonte)
    expect(JSON.stringify(later.parts['replies']?.['reply_version'])).toContain('vier Kameras')
  })

  test('holds the gains that somebody entered, with a part that says so', async () => {
    await fill(
      town,
      `insert into gain (entry_id, version, organisation_id, kind, on_day, title, note, lang, link, place, people, role, programme, addressee, recorded_by)
       select 0, 1, organisation_id, 'event', '2026-01-05', 'Blorfen-Tagung', '', 'de', 'https://example.org', 'Graz', 5, 'attended', '', '', id
       from person where id = ${id} returning id`,
    )
    expect(JSON.stringify((await fileOf(jonte)).parts['gains'])).toContain('Blorfen-Tagung')
    expect(JSON.stringify((await fileOf(almut)).parts['gains'])).not.toContain('Blorfen-Tagung')
  })
})

describe('the last host of a room', () => {
  const due = () => fill(town, `select count(*) from erasure where person_id = ${id}`)

  test('passes it on first, by page and by SQL', async () => {
    expect(await jonte.page('/my-data')).toContain('You are the only one who looks after a room')
    await jonte.post('/my-data/erasure')
    expect(await due()).toBe(0)
    const door = await openDoor(town)
    await door.as(id, async (client) => {
      expect(await attempt(client, `insert into erasure (person_id) values (${id})`)).toBe(refused)
      // It would tell of rooms that nobody may know of.
      expect(await attempt(client, `select app.last_duty_of(${id})`)).toBe(refused)
    })
    await door.close()
  })

  test('waits, where it became so in the meantime; with another host everything goes, also who asked as a member city', async () => {
    await fill(
      town,
      `insert into erasure (person_id, confirmed_at, due_at) values (${id}, now(), now() - interval '1 minute') returning 1`,
    )
    const run = () =>
      eraseDue({ ...testJobs(town.database.system, town.dataDir), mail: async () => undefined, now: () => town.now })
    await run()
    expect(await fill(town, `select count(*) from person where id = ${id} and erased_at is null`)).toBe(1)
    const draft = await fill(
      town,
      `insert into contribution (kind, title, lang, audience_id, organisation_id) values ('question', 'Begun unnamed', 'de', 2, app.unnamed()) returning id`,
    )
    await fill(
      town,
      `insert into veil (contribution_id, person_id, organisation_id) select ${draft}, id, organisation_id from person where id = ${id} returning 1`,
    )
    await fill(
      town,
      `update audience_person set host = true where person_id = (select id from person where slug = 'ada-lindmoser')
       and audience_id in (select audience_id from audience_person where person_id = ${id} and host) returning 1`,
    )
    await run()
    expect(await fill(town, `select count(*) from person where id = ${id} and erased_at is null`)).toBe(0)
    expect(await fill(town, `select count(*) from veil where person_id = ${id}`)).toBe(0)
    expect(await fill(town, `select count(*) from contribution where id = ${draft}`)).toBe(0)
    expect(
      await rowsOf(town, `select 1 from contribution where title like '%${word}%' and state = 'published'`),
    ).toHaveLength(1)
    const task = await rowsOf(town, `select person_id from task where text = 'Bring a torch'`)
    expect(task).toEqual([{ person_id: null }])
  })
})
