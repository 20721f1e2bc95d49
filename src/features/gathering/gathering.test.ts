// A good thread becomes a practice: what goes where, who is named, who hears of it, and who may not.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { gatherThread, type Said, type Thread } from './gather.ts'

const said = (id: number, authorName: string | undefined, text: string): Said => ({
  ...{ id, text, authorName, organisationName: 'Porto', day: '12 March 2026' },
})
const thread: Thread = {
  ...{ title: 'Night | walks', text: 'How?', audienceKind: 'network', summary: undefined, helpfulId: 2 },
  replies: [said(1, 'Beatriz', 'First.'), said(2, 'Rui*', 'This helped.'), said(3, undefined, 'Unnamed.')],
}
const addresses = { question: 'https://x/questions/9', reply: (id: number) => `https://x/replies/${id}` }

describe('what goes where', () => {
  test('the question, what helped, and the others, each under its name; who is not named is no source', () => {
    expect(gatherThread(thread, addresses)).toEqual({
      ...{ summary: '', problem: 'How?', response: '**Rui\\*, Porto:**\n\nThis helped.' },
      lessons: '**Beatriz, Porto:**\n\nFirst.\n\nUnnamed.',
      sources: [
        { title: 'Night / walks', address: 'https://x/questions/9' },
        { title: 'Beatriz, Porto, 12 March 2026', address: 'https://x/replies/1' },
        { title: 'Rui*, Porto, 12 March 2026', address: 'https://x/replies/2' },
      ],
      used: [
        { id: 1, named: 'Beatriz' },
        { id: 2, named: 'Rui*' },
        { id: 3, named: null },
      ],
    })
  })

  test('where there is a summary it leads, and what helped stands with the others', () => {
    const { response, lessons, summary } = gatherThread({ ...thread, summary: '**Two** people.' }, addresses)
    expect([response, summary]).toEqual(['**Two** people.', 'Two people.'])
    expect(lessons).toContain('This helped.')
  })

  test.each(['room', 'persons'] as const)('in an audience of kind %s nobody is named', (audienceKind) => {
    const gathered = gatherThread({ ...thread, audienceKind }, addresses)
    expect(JSON.stringify(gathered)).not.toMatch(/Rui|Beatriz|replies/)
    expect(gathered.lessons).toBe('First.\n\nUnnamed.')
  })

  test('what is too long for the field is left out whole', () => {
    const long = {
      ...thread,
      helpfulId: undefined,
      replies: [said(1, 'A', 'x'.repeat(20_000)), said(2, 'B', 'Short.')],
    }
    const { lessons, sources, used } = gatherThread(long, addresses)
    expect(lessons).toBe('**B, Porto:**\n\nShort.')
    expect(sources.slice(1).map(({ title }) => title)).toEqual(['B, Porto, 12 March 2026'])
    expect(used).toEqual([{ id: 2, named: 'B' }])
  })

  test('what helped is no exception: with a name above it, the longest reply fits nowhere', () => {
    const replies = [said(2, 'Rui', 'x'.repeat(20_000)), said(3, undefined, 'y'.repeat(20_000))]
    const { response, lessons, used } = gatherThread({ ...thread, replies }, addresses)
    expect([response, lessons.length, used]).toEqual(['', 20_000, [{ id: 3, named: null }]])
  })

  test('of what everybody reads the city is named, and no person', () => {
    const gathered = gatherThread({ ...thread, audienceKind: 'public' }, addresses)
    expect(JSON.stringify(gathered)).not.toMatch(/Rui|Beatriz/)
    expect(gathered.lessons).toBe('**Porto:**\n\nFirst.\n\nUnnamed.')
    expect(gathered.sources[1]).toEqual({ title: 'Porto, 12 March 2026', address: 'https://x/replies/1' })
  })
})

let town: Town
let ada: Visitor
let beatriz: Visitor
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
})
const idIn = (answer: Response): string => /\d+/.exec(answer.headers.get('location') ?? '')?.[0] ?? ''
async function ask(title: string, audience: Record<string, string>): Promise<string> {
  const fields = { text: `${title}? We would like to know.`, title, lang: 'en', 'concepts[]': ['youth'], before: 'yes' }
  const id = idIn(await ada.post('/questions', { ...fields, ...audience }))
  const given = await beatriz.post(`/contributions/${id}/replies`, { text: 'Com dois mediadores.', lang: 'pt' })
  const reply = /#reply-(\d+)/.exec(given.headers.get('location') ?? '')?.[1] ?? ''
  await ada.post(`/questions/${id}/answer`, { reply })
  while ((await town.work()) > 0);
  town.mails.length = 0
  return id
}
const pageOf = async (who: Visitor, id: string): Promise<string> =>
  who.page((await who.get(`/questions/${id}`)).headers.get('location') ?? '')

test('one press makes a draft of Graz with its sources; Beatriz reads it once it is published, and is told once', async () => {
  const id = await ask('Who walks at night', { audience: '2' })
  expect(await pageOf(ada, id)).toContain(`/questions/${id}/gathering`)
  const draft = idIn(await ada.post(`/questions/${id}/gathering`, { once: 'one-press' }))
  expect(idIn(await ada.post(`/questions/${id}/gathering`, { once: 'one-press' }))).toBe(draft)
  expect((await beatriz.get(`/practices/${draft}`)).status).toBe(404)
  const results = { step: 'results', results: 'Fewer calls.', evidence: '0', revision: '1' }
  expect((await ada.post(`/practices/${draft}`, results)).status).toBe(303)
  const summary = {
    step: 'beginning',
    title: 'Who walks at night',
    summary: 'Two people.',
    lang: 'en',
    'concepts[]': ['youth'],
  }
  expect((await ada.post(`/practices/${draft}`, { ...summary, revision: '2' })).status).toBe(303)
  while ((await town.work()) > 0);
  expect(town.mails).toEqual([])
  expect((await ada.post(`/practices/${draft}/publication`)).headers.get('location')).toContain(`/practices/${draft}`)
  while ((await town.work()) > 0);
  const told = town.mails.filter(({ subject }) => subject.includes('taken your answer'))
  expect(told.map(({ to }) => to)).toEqual(['beatriz.ribeirinha-douro@porto.example'])
  const shown = await beatriz.page((await beatriz.get(`/practices/${draft}`)).headers.get('location') ?? '')
  for (const words of ['Com dois mediadores.', 'Beatriz Ribeirinha Douro, Porto', `http://localhost/questions/${id}`])
    expect(shown).toContain(words)
}, 60_000)

test('of a question for named persons the draft names nobody, and reaches nobody else', async () => {
  const id = await ask('Something for two', { audience: 'persons', persons: 'Beatriz Ribeirinha Douro' })
  const draft = idIn(await ada.post(`/questions/${id}/gathering`))
  expect(await ada.page(`/practices/${draft}/preview`)).not.toContain('Beatriz')
  const kept = `select count(*) from contribution p join contribution q on q.audience_id = p.audience_id
    where p.id = ${draft} and q.id = ${id} and p.state = 'draft'`
  expect(await fill(town, kept)).toBe(1)
})

test('nobody else may, and of an unanswered question nothing can be made', async () => {
  const id = await ask('Who else may', { audience: '2' })
  expect(await pageOf(beatriz, id)).not.toContain('/gathering')
  expect((await beatriz.post(`/questions/${id}/gathering`)).status).toBe(403)
  expect((await town.visitor.post(`/questions/${id}/gathering`)).status).toBe(401)
  const fields = { text: 'Nobody has answered this one yet.', title: 'Nobody yet', lang: 'en', 'concepts[]': ['youth'] }
  const silent = idIn(await ada.post('/questions', { ...fields, audience: '2', before: 'yes' }))
  expect(await pageOf(ada, silent)).not.toContain('/gathering')
  expect((await ada.post(`/questions/${silent}/gathering`)).headers.get('location')).toBe(`/questions/${silent}`)
  expect(await fill(town, `select count(*) from contribution where kind = 'practice' and title = 'Nobody yet'`)).toBe(0)
})
