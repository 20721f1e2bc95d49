// The right column of the home page: what other cities wrote to colleagues, and never what waits on top already.
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'

let town: Town
let ada: Visitor
let jonte: Visitor
let almut: Visitor
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  jonte = await town.as('jonte-pfalzgrafer')
  almut = await town.as('almut-westrichter')
})
beforeEach(() => fill(town, 'update reply set withdrawn_at = now() where withdrawn_at is null'))

const told = { summary: 'Walks at night.', lang: 'en', problem: 'p', response: 'r', results: 's', evidence: '0' }
/** Jonte of Kaiserslautern shares it, Ada of Graz asks. */
async function askJonte(title: string, audience: Record<string, string>): Promise<void> {
  const made = await jonte.post('/practices', { ...told, title, 'concepts[]': ['youth'], ...audience })
  const id = /\d+/.exec(made.headers.get('location') ?? '')?.[0] ?? ''
  await jonte.post(`/practices/${id}/publication`)
  expect((await ada.post(`/contributions/${id}/replies`, { text: 'When?', lang: 'en' })).status).toBe(303)
}
const section = async (who: Visitor, id: string): Promise<string> =>
  new RegExp(`<section[^>]*id="${id}">.*?</section>`, 's').exec(await who.page('/'))?.[0] ?? ''

test('what Graz asks Jonte waits on top for him, stands aside for Almut of his city, and is nowhere twice', async () => {
  await askJonte('Night walks', { audience: '2' })
  expect(await section(jonte, 'waiting')).toContain('Night walks')
  expect(await section(jonte, 'colleagues')).toBe('')
  expect(await section(almut, 'waiting')).toBe('')
  expect(await section(almut, 'colleagues')).toMatch(/Night walks<\/a>.*Ada Lindmoser, Graz/s)
  expect(await section(ada, 'colleagues')).toBe('')
})

test('whom it does not reach is not told of it, although they are colleagues', async () => {
  await askJonte('For Ada alone', { audience: 'persons', persons: 'Ada Lindmoser' })
  expect(await section(jonte, 'waiting')).toContain('For Ada alone')
  expect(await almut.page('/')).not.toContain('For Ada alone')
})
