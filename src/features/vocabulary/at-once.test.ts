// What an office accepts works from that moment: for search, thesaurus and programs, in this process and in the others.
import { beforeAll, expect, test } from 'vitest'
import { createLog } from '#platform/log.ts'
import { vocabulary } from '#thesaurus/vocabulary.ts'
import { recordFact } from '#trunk/facts.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { testJobs, testSecret } from '../../../testing/template.ts'
import { startWork } from '../../app.tsx'
import { databaseAccess } from '../../platform/db/roles.ts'
import { indexHolding } from '../search/public.ts'
import { acceptConcept, acceptWord, idIn, proposeConcept, proposeWord } from './fixtures.ts'
import { insertAddition } from './store.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
let irena: Visitor
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro', 'pt')
  irena = await town.as('irena-halvorsdottir-blau')
})
const work = async (): Promise<void> => {
  while ((await town.work()) > 0);
}

const told = {
  ...{
    title: 'Abende am Weiher',
    summary: 'Wir gehen abends.',
    lang: 'de',
    problem: 'Niemand ging mehr hin.',
    evidence: '0',
  },
  ...{
    response: 'Wir stellten einen Funzelgarten auf.',
    results: 'Man geht wieder.',
    'concepts[]': ['seniors'],
    audience: '1',
  },
}
async function publish(fields: Record<string, string> = {}): Promise<void> {
  const id = idIn((await ada.post('/practices', { ...told, ...fields })).headers.get('location'))
  expect((await ada.post(`/practices/${id}/publication`)).status).toBe(303)
}
const results = async (who: Visitor, words: string): Promise<string> =>
  (await who.page(`/search?${new URLSearchParams({ q: words })}`)).split('<main')[1] ?? ''

test('a German word is accepted: Portuguese words find what holds it, and the word finds what is written in Portuguese', async () => {
  await publish()
  await work()
  expect(await results(beatriz, 'iluminação pública')).not.toContain('Abende am Weiher')
  const counted = async () => Number(/(\d+) results within/.exec(await ada.page('/thesaurus/lighting'))?.[1])
  const before = await counted()
  const path = await proposeWord(ada, { label: 'Funzelgarten' })
  expect((await acceptWord(irena, path, { label: 'Funzelgarten' })).status).toBe(303)
  // Nobody waited, and no job ran.
  const german = await town.visitor.get('/search/suggestions?q=Funzelga', { 'accept-language': 'de' })
  expect(await german.text()).toContain('<small>Funzelgarten</small>')
  expect(await town.visitor.page('/thesaurus?q=Funzelgarten')).toContain('href="/thesaurus/lighting"')
  expect(await town.visitor.page('/thesaurus.ttl')).toContain('"Funzelgarten"@de')
  expect(await results(beatriz, 'Funzelgarten')).toMatch(/Tópico|Tema/)
  await work()
  expect(await results(beatriz, 'iluminação pública')).toContain('Abende am Weiher')
  expect(await counted()).toBe(before + 1)
}, 60_000)

test('a concept is accepted: it stands in search as in the thesaurus, and what holds its words is found by all of them', async () => {
  await publish({ title: 'Reden im Hof', response: 'Dort steht jetzt eine Quasselinsel.' })
  await work()
  const path = await proposeConcept(ada, { label: 'Quasselinsel', english: 'chatter island' })
  expect((await acceptConcept(irena, path, { label: 'Quasselinsel', english: 'chatter island' })).status).toBe(303)
  await work()
  expect(await results(beatriz, 'chatter island')).toContain('Reden im Hof')
  expect(await ada.page('/search?concept=chatter-island')).toContain('Reden im Hof')
  expect(await ada.page('/search?concept=public-space')).toContain('Reden im Hof')
})

test('only some things are indexed at a time; all of them in the end, each once', async () => {
  for (const number of [1, 2, 3]) await publish({ title: `Stapel ${number}`, response: 'Hier steht ein Sternenkrug.' })
  await work()
  const { system } = town.database
  const labels = { de: ['Sternenkrug'], en: ['star jug'] }
  const seen: number[] = []
  let after: { kind: string; subject: number } | undefined
  do {
    after = await indexHolding(system, testJobs(system, town.dataDir).features, labels, after, 1)
    if (after !== undefined) seen.push(after.subject)
  } while (after !== undefined)
  expect(seen).toHaveLength(3)
  expect(new Set(seen).size).toBe(3)
  expect(await results(ada, 'Sternenkrug')).toMatch(/Stapel 1|Stapel 2|Stapel 3/)
})

test('a process hears of what another one accepted, and its kept pages go', async () => {
  const { system } = town.database
  let forgotten = 0
  const worker = await startWork({
    ...testJobs(system, town.dataDir),
    access: databaseAccess(town.owner, testSecret).system,
    log: createLog('silent'),
    onFact: () => {
      forgotten += 1
    },
  })
  await expect.poll(() => forgotten).toBeGreaterThan(0)
  expect(vocabulary().find('lighting')?.labels['fi'] ?? []).not.toContain('valolyhty')
  // As another process does it: rows and a fact, and nothing in this one's memory.
  await system.transaction().execute(async (db) => {
    await insertAddition(db, { concept: 'lighting', broader: null, note: '', labels: { fi: ['valolyhty'] } })
    await recordFact(db, { name: 'proposal.accepted' })
  })
  await expect.poll(() => vocabulary().find('lighting')?.labels['fi'], { timeout: 10_000 }).toContain('valolyhty')
  const graph = vocabulary()
  await recordFact(system, { name: 'proposal.withdrawn' })
  await worker.stop()
  // Where nothing is new the graph stays, and all that hangs on it.
  expect(vocabulary()).toBe(graph)
})
