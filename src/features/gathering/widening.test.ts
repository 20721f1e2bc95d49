// What others said to few reaches more only when somebody decides so; beyond the network without their names; and they hear of it.
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { forgetTries } from '#platform/http/limits.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, pastTriggers, rowsOf } from '../../../testing/as-owner.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
let assia: Visitor
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  assia = await town.as('assia-verdonnel')
})
beforeEach(() => forgetTries())

const idIn = (answer: Response): string => /\d+/.exec(answer.headers.get('location') ?? '')?.[0] ?? ''
const work = async (): Promise<void> => {
  while ((await town.work()) > 0);
}
const ask = async (audience: Record<string, string>): Promise<string> => {
  const fields = { text: 'Who walks at night, and where?', title: 'Who walks at night', lang: 'en', before: 'yes' }
  return idIn(await ada.post('/questions', { ...fields, 'concepts[]': ['youth'], ...audience }))
}
const answer = (who: Visitor, id: string, text: string) =>
  who.post(`/contributions/${id}/replies`, { text, lang: 'en' })
const gather = (id: string) => ada.post(`/questions/${id}/gathering`)
/** A draft of what Beatriz answered, with all that publishing needs. */
async function draftOf(question: string): Promise<string> {
  await answer(beatriz, question, 'With two mediators.')
  const draft = idIn(await gather(question))
  const step = (fields: Record<string, string | string[]>, revision: string) =>
    ada.post(`/practices/${draft}`, { ...fields, revision })
  await step({ step: 'results', results: 'Fewer calls.', evidence: '0' }, '1')
  await step({ step: 'response', response: 'Two walk together.' }, '2')
  const about = { title: 'Who walks at night', summary: 'Two people.', lang: 'en' }
  expect((await step({ step: 'beginning', ...about }, '3')).status).toBe(303)
  await work()
  town.mails.length = 0
  return draft
}
const readers = (draft: string, revision: string, more: Record<string, string>) =>
  ada.post(`/practices/${draft}`, { step: 'readers', 'concepts[]': ['youth'], revision, ...more })
const audienceOf = (draft: string): Promise<number> =>
  fill(town, `select audience_id from contribution where id = ${draft}`)
const toldOf = (): string[] => town.mails.splice(0).map(({ to, subject }) => `${to.split('.')[0]}: ${subject}`)

test('a draft of what named persons said asks before it is for the network', async () => {
  const question = await ask({ audience: 'persons', persons: 'Beatriz Ribeirinha Douro' })
  const draft = await draftOf(question)
  const before = await audienceOf(draft)
  const asked = await readers(draft, '4', { audience: '2' })
  expect(asked.status).toBe(422)
  const form = await asked.text()
  expect(form).toContain('More people than before would see this. Please confirm.')
  expect(form).toContain('name="widen"')
  expect(await audienceOf(draft)).toBe(before)
  expect((await readers(draft, '4', { audience: '2', widen: 'yes' })).status).toBe(303)
  expect(await audienceOf(draft)).toBe(2)
})

test('narrower it needs no question, and a practice of one’s own none at all', async () => {
  const draft = await draftOf(await ask({ audience: '2' }))
  const own = await fill(
    town,
    `select a.id from audience a join organisation o on o.id = a.organisation_id
    where o.slug = 'at-graz'`,
  )
  expect((await readers(draft, '4', { audience: String(own) })).status).toBe(303)
  // Back to where it was said.
  expect((await readers(draft, '5', { audience: '2' })).status).toBe(303)
  const alone = idIn(await ada.post('/practices', { title: 'Alone', lang: 'en', audience: String(own) }))
  expect((await readers(alone, '1', { audience: '1' })).status).toBe(303)
})

test('for everybody the person’s name is taken out, the city stays, and what is added by hand stays', async () => {
  const draft = await draftOf(await ask({ audience: '2' }))
  const words = async () => {
    const [row] = await rowsOf(
      town,
      `select lessons, response, sources::text from practice where contribution_id = ${draft}`,
    )
    return JSON.stringify(row)
  }
  expect(await words()).toContain('Beatriz Ribeirinha Douro, Porto')
  expect((await readers(draft, '4', { audience: '1' })).status).toBe(422)
  expect((await readers(draft, '4', { audience: '1', widen: 'yes' })).status).toBe(303)
  const bare = await words()
  expect(bare).not.toContain('Beatriz')
  expect(bare).toContain('**Porto:**')
  expect(bare).toMatch(/"title\\": \\"Porto, \d/)
  expect(
    await fill(
      town,
      `select count(*) from practice_revision where contribution_id = ${draft} and revision = 5
    and content::text like '%Beatriz%'`,
    ),
  ).toBe(0)
  const lessons = '**Beatriz Ribeirinha Douro, Porto:**\n\nWith two mediators.'
  await ada.post(`/practices/${draft}`, { step: 'lessons', lessons, revision: '5' })
  expect(await words()).toContain('Beatriz Ribeirinha Douro, Porto')
})

test('quoted, but not reached at first: told when it is widened, and nobody twice', async () => {
  const question = await ask({ audience: '2' })
  await answer(assia, question, 'With three.')
  const draft = await draftOf(question)
  const persons = { audience: 'persons', persons: 'Assia Verdonnel' }
  expect((await readers(draft, '4', persons)).status).toBe(303)
  await ada.post(`/practices/${draft}/publication`)
  await work()
  expect(toldOf()).toEqual([expect.stringMatching(/^assia: Your answer in .* was used/)])
  expect((await readers(draft, '5', { audience: '2', widen: 'yes' })).status).toBe(303)
  await work()
  expect(toldOf()).toEqual([expect.stringMatching(/^beatriz: Graz has taken your answer/)])
})

test('the longest replies make no error; those that do not fit are no sources, and their number is said', async () => {
  const question = await ask({ audience: '2' })
  for (const sign of ['x', 'y']) expect((await answer(beatriz, question, sign.repeat(20_000))).status).toBe(303)
  await answer(assia, question, 'With three.')
  const made = await gather(question)
  expect(made.status).toBe(303)
  const draft = idIn(made)
  const notice = made.headers.get('set-cookie')?.split(';')[0] ?? ''
  const shown = await ada.get(made.headers.get('location') ?? '', { cookie: `${ada.cookie}; ${notice}` })
  expect(await shown.text()).toContain('2 answers did not fit and are not part of it.')
  expect(await fill(town, `select count(*) from gathered_reply where practice_id = ${draft}`)).toBe(1)
  expect(await fill(town, `select jsonb_array_length(sources) from practice where contribution_id = ${draft}`)).toBe(2)
})

test('what was hidden is in no draft and helped nobody, also not for whoever wrote it and still reads it', async () => {
  const question = await ask({ audience: '2' })
  await answer(ada, question, 'Words that were hidden.')
  await answer(beatriz, question, 'Words that stand.')
  const [hidden] = await rowsOf<{ id: number }>(
    town,
    `select id from reply where contribution_id = ${question} order by id limit 1`,
  )
  await pastTriggers(town, `update reply set hidden_at = now() where id = ${hidden?.id}`)
  expect(await ada.page((await ada.get(`/questions/${question}`)).headers.get('location') ?? '')).toContain(
    'were hidden',
  )
  await ada.post(`/questions/${question}/answer`, { reply: String(hidden?.id) })
  expect(await fill(town, `select count(*) from question where reply_id = ${hidden?.id}`)).toBe(0)
  const draft = idIn(await gather(question))
  const [written] = await rowsOf(
    town,
    `select row_to_json(p)::text as words from practice p where contribution_id = ${draft}`,
  )
  expect(JSON.stringify(written)).toContain('Words that stand.')
  expect(JSON.stringify(written)).not.toContain('hidden')
  expect(await fill(town, `select count(*) from gathered_reply where reply_id = ${hidden?.id}`)).toBe(0)
})

test('in an archived room nothing is gathered', async () => {
  const room = idIn(
    await ada.post('/rooms', { name: 'Night walks', aim: 'x', lang: 'en', entry: 'open', listedFor: '2' }),
  )
  await beatriz.post(`/rooms/${room}/joining`)
  const question = await ask({ audience: room })
  await answer(beatriz, question, 'With two.')
  const place = `/questions/${question}`
  const page = async () => ada.page((await ada.get(place)).headers.get('location') ?? '')
  expect(await page()).toContain(`${place}/gathering`)
  await pastTriggers(town, `update room set archived_at = now() where audience_id = ${room}`)
  expect(await page()).not.toContain(`${place}/gathering`)
  expect((await gather(question)).status).toBe(403)
})

test('the mail about a practice in a room under the Chatham House Rule names no city', async () => {
  const fields = { name: 'In confidence', aim: 'x', lang: 'en', entry: 'open', listedFor: '2', chatham: 'yes' }
  const room = idIn(await ada.post('/rooms', fields))
  await beatriz.post(`/rooms/${room}/joining`)
  expect(await fill(town, `select chatham::int from room where audience_id = ${room}`)).toBe(1)
  const draft = await draftOf(await ask({ audience: room }))
  await ada.post(`/practices/${draft}/publication`)
  await work()
  const mails = town.mails.splice(0)
  expect(mails.map(({ to }) => to.split('.')[0])).toEqual(['beatriz'])
  expect(JSON.stringify(mails)).not.toMatch(/Graz|Who walks/)
})
