// What was said to one person, reported: whoever decides reads the reported words and nothing else; unreported, no office learns that it is there.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { attempt, type Door, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { answerTo, idIn, writeTo } from '../messages/fixtures.ts'
import { textsOfOwnFile } from '../privacy/fixtures.ts'

const slugs = {
  jonte: 'jonte-pfalzgrafer',
  assia: 'assia-verdonnel',
  almut: 'almut-westrichter',
  irena: 'irena-halvorsdottir-blau',
  theo: 'theo-quintavoll',
  carsten: 'carsten-mittelweg',
}
type Name = keyof typeof slugs
const strangers = ['almut', 'irena', 'theo', 'carsten'] as const
const subject = 'Quaselgrund'
const [first, reported, other] = ['Erlenpfuhl', 'Zwickelmoor', 'Dorrenkamp']
const everything = new RegExp([subject, first, reported, other, 'sumpfplan'].join('|'))
const allElse = new RegExp([subject, first, other, 'sumpfplan'].join('|'))

let town: Town
let door: Door
let path: string
let id: number
let reply: number
const people = {} as Record<Name, Visitor>
const before = {} as Record<Name, readonly string[]>
beforeAll(async () => {
  town = await openTown()
  door = await openDoor(town)
  for (const name of Object.keys(slugs) as Name[]) people[name] = await town.as(slugs[name])
  await work()
  for (const name of strangers) before[name] = await countedBy(name)
  path = await writeTo(people.jonte, slugs.assia, { title: subject, text: `${first} first.` })
  id = idIn(path)
  const files = new File(['Of the marsh'], 'sumpfplan.txt', { type: 'text/plain' })
  const words = { text: `${reported}, you fool.`, lang: 'en', files }
  expect((await people.jonte.post(`/contributions/${id}/replies`, words)).status).toBe(303)
  reply = await fill(town, `select max(id) from reply where contribution_id = ${id}`)
  await people.assia.post(`/contributions/${id}/replies`, { text: `${other} back.`, lang: 'en', quote: `${reply}` })
  await work()
})
afterAll(() => door.close())

const work = async (): Promise<void> => {
  while ((await town.work()) > 0);
}
const tables = [
  'contribution',
  'reply',
  'attachment',
  'message',
  'audience',
  'fact',
  'report',
  'hiding',
  'message_block',
]
/** What somebody can count: rows by SQL, and what waits on their pages. */
async function countedBy(name: Name): Promise<readonly string[]> {
  const rows = await door.as(await town.personId(slugs[name]), async (client) => {
    const each = tables.map((table) => `(select count(*) from ${table})`)
    return (await client.query({ text: `select ${each.join()}`, rowMode: 'array' })).rows.flat().map(String)
  })
  const care = await people[name].page('/care')
  const desk = await people[name].get('/desk')
  return [...rows, ...`${care}${desk.status === 200 ? await desk.text() : ''}`.matchAll(/\/care\/\w+\/\d+|>\d+</g)].map(
    String,
  )
}
const pages = ['/', '/care', '/messages', '/my-city/history', '/people/jonte-pfalzgrafer']
const why = { reason: 'insult', words: 'It calls a colleague names.' }
const report = async (more: Record<string, string>): Promise<number> => {
  expect((await people.assia.post(`/contributions/${id}/report`, { ...why, ...more })).status).toBe(303)
  return fill(town, 'select max(id) from report')
}
const rowsTo = (name: Name, sql: string): Promise<number> =>
  town
    .personId(slugs[name])
    .then((person) => door.as(person, async (client) => (await client.query(sql)).rowCount ?? 0))

/** Nothing of the thread but what was reported, on any way. */
async function seesNoMore(name: Name, forbidden: RegExp): Promise<void> {
  for (const page of pages) {
    const html = await people[name].page(page)
    expect(html, `${name} ${page}`).not.toMatch(forbidden)
    expect(html, `${name} ${page}`).not.toContain(path)
  }
  for (const page of ['/search', '/api/v1/search', '/search/suggestions'])
    expect(await people[name].page(`${page}?q=${reported}`), `${name} ${page}`).not.toMatch(/you fool|Quaselgrund/)
  const file = await rowsOf<{ id: number }>(town, `select id from attachment where reply_id = ${reply}`)
  const closed = [
    path,
    `/contributions/${id}/visibility`,
    `/contributions/${id}/report?reply=${reply}`,
    `/replies/${reply}`,
  ]
  for (const page of [...closed, `/replies/${reply}/wordings`, `/attachments/${file[0]?.id}/sumpfplan.txt`])
    expect((await people[name].get(page)).status, `${name} ${page}`).toBe(404)
  expect(await textsOfOwnFile(people[name]), name).not.toMatch(forbidden)
  for (const table of ['message', 'reply', 'attachment', 'watch', 'mute', 'message_done'])
    expect(await rowsTo(name, `select 1 from ${table} where contribution_id = ${id}`), `${name} ${table}`).toBe(0)
  expect(await rowsTo(name, `select 1 from contribution where id = ${id}`), name).toBe(0)
  expect(await rowsTo(name, `select 1 from reply_version where reply_id = ${reply}`), name).toBe(0)
}

test('unreported, neither an office nor his coordinator can tell that there is something', async () => {
  for (const name of strangers) {
    expect(await countedBy(name), name).toEqual(before[name])
    await seesNoMore(name, everything)
    await door.as(await town.personId(slugs[name]), async (client) => {
      const asked = `select app.cares(${id}, null) or app.cares(${id}, ${reply}) or app.is_undeliverable(${id}) as it`
      expect((await client.query(asked)).rows, name).toEqual([{ it: false }])
      expect((await client.query(`select * from app.hidden_in(${id})`)).rows).toEqual([])
      expect(await attempt(client, `select app.report_thing(${id}, ${reply}, 'insult', '', 'x')`)).toBe(refused)
    })
  }
})

describe('an answer that was reported', () => {
  let one: number
  let hiding: number
  beforeAll(async () => {
    town.mails.length = 0
    one = await report({ reply: String(reply) })
    await work()
  })

  test('is shown to the office of the network alone: its words, without subject, files and the other answers', async () => {
    const html = await people.irena.page(`/care/reports/${one}`)
    expect(html).toContain(`${reported}, you fool.`)
    expect(html).not.toMatch(allElse)
    expect(await people.irena.page('/care')).toContain(`/care/reports/${one}`)
    for (const name of ['almut', 'carsten', 'jonte'] as const)
      expect((await people[name].get(`/care/reports/${one}`)).status, name).toBe(404)
    for (const name of strangers) await seesNoMore(name, allElse)
    expect(JSON.stringify(town.mails)).not.toMatch(everything)
    await door.as(await town.personId(slugs.irena), async (client) => {
      const { rows } = await client.query('select title, text from report')
      expect(rows).toEqual([{ title: '', text: `${reported}, you fool.` }])
      expect((await client.query(`select * from app.place_of_report(${one})`)).rows).toEqual([])
    })
    // Who reported it still finds the way to it.
    expect(await people.assia.page(`/care/reports/${one}`)).toContain(`#reply-${reply}`)
  })

  test('hidden, both find the note where it stood; its author reads on, the other neither words, quotation nor file', async () => {
    expect((await people.irena.post(`/care/reports/${one}/hiding`, why)).status).toBe(303)
    hiding = await fill(town, 'select max(id) from hiding')
    const hers = await people.assia.page(path)
    expect(hers).toContain('This reply was hidden on')
    expect(hers).toContain(first)
    expect(hers).not.toMatch(/Zwickelmoor|sumpfplan/)
    expect(await people.assia.page(`/messages?q=${reported}`)).not.toContain(path)
    expect(await textsOfOwnFile(people.assia)).not.toContain(`${reported}, you`)
    const his = await people.jonte.page(path)
    expect(his).toContain('Hidden: only you and those in charge read this.')
    expect(his).toContain(`${reported}, you fool.`)
    for (const name of strangers) await seesNoMore(name, allElse)
  })

  test('whoever looks again reads the same words and nothing else; shown again, it stands in the message', async () => {
    expect((await people.jonte.post(`/care/hidden/${hiding}/appeal`, { words: 'It was a joke.' })).status).toBe(303)
    const html = await people.theo.page(`/care/hidden/${hiding}`)
    expect(html).toContain(`${reported}, you fool.`)
    expect(html).not.toMatch(allElse)
    const verdict = { outcome: 'lifted', words: 'A joke among two.' }
    expect((await people.theo.post(`/care/hidden/${hiding}/judgement`, verdict)).status).toBe(303)
    expect(await people.assia.page(path)).toContain(`${reported}, you fool.`)
    for (const name of strangers) await seesNoMore(name, allElse)
  })
})

test('muted, no mail tells of a further word and the home page is silent; the inbox has it, and the other hears as before', async () => {
  await people.assia.post(`/contributions/${id}/mute`)
  await work()
  town.mails.length = 0
  await answerTo(people.jonte, path, 'One word more.')
  await work()
  expect(town.mails).toEqual([])
  expect(await people.assia.page('/')).not.toContain(path)
  expect(await people.assia.page('/messages')).toContain(path)
  await answerTo(people.assia, path, 'Enough.')
  await work()
  expect(town.mails.map(({ to }) => to)).toEqual([expect.stringContaining('jonte')])
  await people.assia.post(`/contributions/${id}/mute/end`)
  await answerTo(people.jonte, path, 'Agreed.')
  await work()
  expect(town.mails.map(({ to }) => to).at(-1)).toContain('assia')
  expect(await people.assia.page('/')).toContain(path)
})

test('muted before the mail of its first words went out, none goes out', async () => {
  const fresh = await writeTo(people.jonte, slugs.assia, { title: 'Muted at once' })
  town.mails.length = 0
  await people.assia.post(`/contributions/${idIn(fresh)}/mute`)
  await work()
  expect(town.mails).toEqual([])
})

test('reported whole, its subject and first words are shown; hidden, it is closed, and its author alone reads it', async () => {
  const one = await report({})
  const html = await people.irena.page(`/care/reports/${one}`)
  expect(html).toContain(subject)
  expect(html).toContain(`${first} first.`)
  expect(html).not.toContain(path)
  expect(html).not.toMatch(/Zwickelmoor|Dorrenkamp|sumpfplan|Agreed/)
  expect((await people.irena.post(`/care/reports/${one}/hiding`, why)).status).toBe(303)
  const gone = await people.assia.get(path)
  expect(gone.status).toBe(410)
  expect(await gone.text()).toContain('Insulting or degrading')
  expect(await people.assia.page('/messages')).not.toContain(path)
  // What would reach nobody is not taken.
  expect(await people.jonte.page(path)).toContain('Nothing more can be delivered here')
  expect((await answerTo(people.jonte, path, 'Do you read this?')).status).toBe(403)
  for (const name of strangers) expect((await people[name].get(path)).status, name).toBe(404)
})
