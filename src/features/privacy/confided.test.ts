// What two persons said to each other: both take it along; erased, one of them is a former colleague to the other, who keeps it.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { openDoor } from '../../../testing/policies/as-person.ts'
import { testJobs } from '../../../testing/template.ts'
import { answerTo, idIn, writeTo } from '../messages/fixtures.ts'
import { textsOfOwnFile } from './fixtures.ts'
import { eraseDue } from './jobs.ts'

let town: Town
let jonte: Visitor
let assia: Visitor
let path: string
const [subject, his, hers, back] = ['Quaselgrund', 'Erlenpfuhl', 'Dorrenkamp', 'Zwickelmoor']
beforeAll(async () => {
  town = await openTown()
  jonte = await town.as('jonte-pfalzgrafer')
  assia = await town.as('assia-verdonnel')
  path = await writeTo(jonte, 'assia-verdonnel', { title: subject, text: `${his} first.` })
  await answerTo(assia, path, `${hers} then.`)
  await answerTo(jonte, path, `${back}, taken back.`)
  const reply = await fill(town, `select max(id) from reply where contribution_id = ${idIn(path)}`)
  expect((await jonte.post(`/replies/${reply}/withdrawal`)).status).toBe(303)
})

test('both take along what was said, not what the other took back; nobody else has a word of it', async () => {
  for (const [who, other] of [
    [jonte, 'assia'],
    [assia, 'jonte'],
  ] as const) {
    const text = await textsOfOwnFile(who)
    for (const word of [subject, `${his} first.`, `${hers} then.`]) expect(text, `beside ${other}`).toContain(word)
  }
  expect(await textsOfOwnFile(assia)).not.toContain(back)
  for (const slug of ['almut-westrichter', 'irena-halvorsdottir-blau', 'carsten-mittelweg', 'beatriz-ribeirinha-douro'])
    expect(await textsOfOwnFile(await town.as(slug)), slug).not.toMatch(/Quaselgrund|Erlenpfuhl|Dorrenkamp|Zwickelmoor/)
})

test('a block is in the file of whoever made it, and in nobody else’s; no row of it is read by who is blocked', async () => {
  const without = await textsOfOwnFile(jonte)
  expect((await assia.post('/messages/blocks', { whom: 'jonte-pfalzgrafer' })).status).toBe(303)
  const id = await town.personId('jonte-pfalzgrafer')
  expect(await textsOfOwnFile(assia)).toContain(`"blocked_id": ${id}`)
  const blocks = (text: string) => /"message_block": (\[[^\]]*\])/.exec(text)?.[1]
  expect(blocks(await textsOfOwnFile(jonte))).toBe('[]')
  expect(blocks(without)).toBe('[]')
  const door = await openDoor(town)
  await door.as(id, async (client) => expect((await client.query('select 1 from message_block')).rowCount).toBe(0))
  await door.close()
  expect((await assia.post('/messages/blocks/end', { whom: 'jonte-pfalzgrafer' })).status).toBe(303)
})

test('Jonte is erased: Assia keeps the thread with a former colleague, and takes it along; no heir and no office gets it', async () => {
  const id = await town.personId('jonte-pfalzgrafer')
  await fill(town, `update audience_person set host = false where person_id = ${id} returning 1`)
  await fill(
    town,
    `insert into erasure (person_id, confirmed_at, due_at) values (${id}, now(), now() - interval '1 minute') returning 1`,
  )
  const common = testJobs(town.database.system, town.dataDir)
  await eraseDue({ ...common, mail: async () => undefined, now: () => town.now })
  expect(await fill(town, `select count(*) from person where id = ${id} and erased_at is not null`)).toBe(1)
  const page = await assia.page(path)
  for (const part of [`${his} first.`, `${hers} then.`, 'ormer colleague']) expect(page).toContain(part)
  expect(page).not.toMatch(/Jonte|name="text"/)
  const inbox = await assia.page('/messages')
  expect(inbox).toContain(path)
  expect(inbox).not.toContain('Jonte')
  const text = await textsOfOwnFile(assia)
  for (const word of [subject, `${his} first.`]) expect(text).toContain(word)
  for (const slug of ['almut-westrichter', 'irena-halvorsdottir-blau'])
    expect((await (await town.as(slug)).get(path)).status, slug).toBe(404)
})
