// Care where other features are: in rooms, of polls, of what is asked as a member city, and in long threads.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { attempt, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { ask as askPoll, giveAnswer } from '../polls/fixtures.ts'
import { bringIn, foundBy, idIn, openIn } from '../rooms/fixtures.ts'
import { askVeiled, word } from '../veils/fixtures.ts'
import { ask } from './fixtures.ts'

let town: Town
const people: Record<string, Visitor> = {}
const slugs = {
  ...{
    ada: 'ada-lindmoser',
    assia: 'assia-verdonnel',
    beatriz: 'beatriz-ribeirinha-douro',
    jonte: 'jonte-pfalzgrafer',
  },
  ...{ almut: 'almut-westrichter', irena: 'irena-halvorsdottir-blau', theo: 'theo-quintavoll' },
}
const as = (name: keyof typeof slugs): Visitor => people[name] as Visitor
beforeAll(async () => {
  town = await openTown()
  for (const [name, slug] of Object.entries(slugs)) people[name] = await town.as(slug)
})

const work = async (): Promise<void> => {
  while ((await town.work()) > 0);
}
const why = { reason: 'insult', words: 'It calls a colleague names.' }
const report = async (by: Visitor, thing: number, reply?: number): Promise<number> => {
  const sent = await by.post(`/contributions/${thing}/report`, { ...why, ...(reply ? { reply: String(reply) } : {}) })
  expect(sent.status).toBe(303)
  return fill(town, 'select max(id) from report')
}
const hide = async (by: Visitor, reported: number): Promise<number> => {
  expect((await by.post(`/care/reports/${reported}/hiding`, why)).status).toBe(303)
  return fill(town, 'select max(id) from hiding')
}

describe('in a room', () => {
  let room: number
  beforeAll(async () => {
    room = await foundBy(as('jonte'), { name: 'Blorf walks', entry: 'invitation' })
    await bringIn(as('jonte'), room, as('ada'), 'Ada Lindmoser')
    await bringIn(as('jonte'), room, as('beatriz'), 'Beatriz Ribeirinha Douro')
  })

  test('its hosts decide, and no office; hidden, a thread leaves the room for all but its author and them', async () => {
    const path = await openIn(as('beatriz'), room, 'Quirlmoos at dusk')
    const reported = await report(as('ada'), idIn(path))
    for (const name of ['irena', 'theo', 'almut', 'beatriz'] as const)
      expect((await as(name).get(`/care/reports/${reported}`)).status, name).toBe(404)
    await hide(as('jonte'), reported)
    expect((await as('ada').get(path)).status).toBe(410)
    for (const page of [`/rooms/${room}`, '/', '/search?q=Quirlmoos'])
      expect(await as('ada').page(page), page).not.toContain('Quirlmoos at dusk')
    expect((await as('beatriz').get(path)).status).toBe(200)
    expect((await as('assia').get(path)).status).toBe(404)
  })

  test('of what the only host wrote, and of what a host who is out left, somebody else decides', async () => {
    const path = await openIn(as('jonte'), room, 'Said by the host')
    const reported = await report(as('ada'), idIn(path))
    expect((await as('jonte').get(`/care/reports/${reported}`)).status).toBe(404)
    const html = await as('irena').page(`/care/reports/${reported}`)
    expect(html).toContain('Said by the host')
    expect(html).not.toContain('/threads/')
    const other = await report(as('ada'), idIn(await openIn(as('beatriz'), room, 'Said later')))
    expect((await as('jonte').get(`/care/reports/${other}`)).status).toBe(200)
    await fill(town, `update person set left_at = now() where slug = '${slugs.jonte}' returning 1`)
    expect((await as('irena').get(`/care/reports/${other}`)).status).toBe(200)
    await fill(town, `update person set left_at = null where slug = '${slugs.jonte}' returning 1`)
  })
})

test('a hidden poll takes its answers, its table and its files out of sight, and asks nobody any more', async () => {
  const poll = await askPoll(town, as('jonte'), { title: 'Cameras of Wuffelberg' })
  expect(await giveAnswer(as('beatriz'), poll)).toBe(303)
  expect(await as('ada').page('/')).toContain('Cameras of Wuffelberg')
  await hide(as('irena'), await report(as('ada'), poll))
  for (const page of ['', '/answers', '/answers.csv', '/answers.xlsx'])
    expect([404, 410], page).toContain((await as('beatriz').get(`/polls/${poll}${page}`)).status)
  expect([404, 410]).toContain(await giveAnswer(as('ada'), poll))
  for (const page of ['/polls', '/', '/search?q=Wuffelberg'])
    expect(await as('ada').page(page), page).not.toContain('Cameras of Wuffelberg')
  const door = await openDoor(town)
  await door.as(await town.personId(slugs.beatriz), async (client) => {
    for (const table of ['poll', 'poll_asked', 'poll_answer'])
      expect((await client.query(`select 1 from ${table} where contribution_id = ${poll}`)).rowCount, table).toBe(0)
    const { rows } = await client.query(`select app.answers_to_poll(${poll}) as count, app.hold_poll(${poll}) as open`)
    expect(rows).toEqual([{ count: null, open: false }])
  })
  await door.close()
})

describe('what is asked as a member city', () => {
  let question: number
  let hiding: number
  const names = /Jonte|Pfalzgräfer|Kaiserslautern/
  let path: string
  beforeAll(async () => {
    const asked = await askVeiled(town)
    question = asked.id
    path = asked.path.split('?')[0] ?? ''
    town.mails.length = 0
  })

  test('is not the asker’s to report, and a report names nobody', async () => {
    expect((await as('jonte').post(`/contributions/${question}/report`, why)).status).toBe(403)
    const door = await openDoor(town)
    await door.as(await town.personId(slugs.jonte), async (client) =>
      expect(await attempt(client, `select app.report_thing(${question}, null, 'insult', '', 'x')`)).toBe(refused),
    )
    await door.close()
    const reported = await report(as('ada'), question)
    const html = await as('irena').page(`/care/reports/${reported}`)
    expect(html).toContain(word)
    expect(html).not.toMatch(names)
    hiding = await hide(as('irena'), reported)
  })

  test('goes on being read by the asker alone, who appeals without a name', async () => {
    for (const name of ['ada', 'almut', 'assia'] as const) expect((await as(name).get(path)).status, name).toBe(410)
    expect(await as('jonte').page(path)).toContain(word)
    await work()
    const told = town.mails.filter(({ subject }) => subject.includes('verborgen') || subject.includes('hidden'))
    expect(told.map(({ to }) => to)).toEqual([expect.stringContaining('jonte')])
    const words = { words: 'Nobody is named in it.' }
    for (const name of ['ada', 'almut'] as const)
      expect((await as(name).post(`/care/hidden/${hiding}/appeal`, words)).status, name).toBe(404)
    expect((await as('jonte').post(`/care/hidden/${hiding}/appeal`, words)).status).toBe(303)
    const html = await as('theo').page(`/care/hidden/${hiding}`)
    expect(html).toContain('Nobody is named in it.')
    expect(html).not.toMatch(names)
    const facts = await rowsOf<{ name: string; actor_id: number | null; data: object }>(
      town,
      `select name, actor_id, data from fact where contribution_id = ${question} and (name like 'appeal%' or name like '%hidden')`,
    )
    expect(facts.find(({ name }) => name === 'appeal.made')?.actor_id).toBeNull()
    expect(JSON.stringify(facts.map(({ data }) => data))).not.toContain('person')
  })

  test('a reply of the asker is theirs in the same way', async () => {
    await as('theo').post(`/care/hidden/${hiding}/judgement`, { outcome: 'lifted', words: 'It stands.' })
    const reply = await fill(
      town,
      `select id from reply where contribution_id = ${question} and author_id is null limit 1`,
    )
    expect((await as('jonte').post(`/contributions/${question}/report`, { ...why, reply: `${reply}` })).status).toBe(
      403,
    )
    await hide(as('irena'), await report(as('ada'), question, reply))
    expect(await as('jonte').page(path)).toContain('vier Kameras')
    for (const name of ['ada', 'almut', 'assia'] as const)
      expect(await as(name).page(path), name).not.toContain('vier Kameras')
  })
})

test('in a long thread the note stands on the page on which the reply stood', async () => {
  const question = await ask(town, 'Long thread', '2')
  await fill(
    town,
    `insert into reply (contribution_id, author_id, organisation_id, lang, text, created_at)
     select ${question}, p.id, p.organisation_id, 'en', 'Line ' || n || '.', now() - interval '1 day' + n * interval '1 minute'
     from generate_series(1, 60) n, person p where p.slug = '${slugs.beatriz}' returning id`,
  )
  const reply = await fill(town, `select id from reply where contribution_id = ${question} and text = 'Line 55.'`)
  await hide(as('irena'), await report(as('ada'), question, reply))
  const page = (number: number) => as('assia').page(`/questions/${question}-long-thread?replies=${number}`)
  expect(await page(1)).not.toContain('This reply was hidden')
  const second = await page(2)
  expect(second).not.toContain('Line 55.')
  expect(second.indexOf('Line 54.')).toBeLessThan(second.indexOf('This reply was hidden'))
  expect(second.indexOf('This reply was hidden')).toBeLessThan(second.indexOf('Line 56.'))
})
