// Two officers of the network at work on forums at the same moment: nobody's words are overwritten unseen, no circle comes about.
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'

let town: Town
let irena: Visitor
let theo: Visitor
beforeAll(async () => {
  town = await openTown()
  irena = await town.as('irena-halvorsdottir-blau')
  theo = await town.as('theo-quintavoll')
})

const fields = (name: string, parent = '') => ({
  ...{ 'name-en': name, 'languages[]': ['fr'], noticeMonths: '6', rule: 'independent', parent },
})
const revisionOf = async (who: Visitor, slug: string) =>
  /name="revision" value="(\d+)"/.exec(await who.page(`/forums/${slug}/edit`))?.[1] ?? ''
const idOf = (slug: string) => fill(town, `select id from forum where slug = '${slug}'`)
const named = (name: string) => fill(town, `select count(*) from forum where names ->> 'en' = '${name}'`)

test('whoever saves second learns of the first, finds everything still typed, and may then decide for the own version', async () => {
  const path = '/forums/forum-france/edit'
  const revision = await revisionOf(irena, 'forum-france')
  expect((await irena.post(path, { ...fields('Irena’s forum'), revision })).status).toBe(303)
  const late = await theo.post(path, { ...fields('Théo’s forum'), revision })
  const html = await late.text()
  expect(late.status).toBe(422)
  expect(html).toContain('Somebody else has changed the forum since you opened this page')
  expect(html).toContain('value="Théo’s forum"')
  expect([await named('Irena’s forum'), await named('Théo’s forum')]).toEqual([1, 0])
  const fresh = /name="revision" value="(\d+)"/.exec(html)?.[1] ?? ''
  expect((await theo.post(path, { ...fields('Théo’s forum'), revision: fresh })).status).toBe(303)
  expect(await named('Théo’s forum')).toBe(1)
})

test('of two who press at the same moment one saves', async () => {
  const revision = await revisionOf(irena, 'forum-italy')
  const both = await Promise.all(
    [irena, theo].map((who, at) => who.post('/forums/forum-italy/edit', { ...fields(`Italy ${at}`), revision })),
  )
  expect(both.map(({ status }) => status).sort()).toEqual([303, 422])
})

test.each(['', 'soon', '-1', '99999999999'])('a revision that is none (%j) overwrites nothing', async (revision) => {
  const answer = await irena.post('/forums/forum-spain/edit', { ...fields('Overwritten'), revision })
  expect([answer.status, await named('Overwritten')]).toEqual([422, 0])
})

test('two crossing changes at once make no circle: one is refused at its field', async () => {
  const [spain, portugal] = [await idOf('forum-spain'), await idOf('forum-portugal')]
  const save = async (who: Visitor, slug: string, parent: number) =>
    who.post(`/forums/${slug}/edit`, { ...fields(slug, String(parent)), revision: await revisionOf(who, slug) })
  const both = await Promise.all([save(irena, 'forum-spain', portugal), save(theo, 'forum-portugal', spain)])
  expect(both.map(({ status }) => status).sort()).toEqual([303, 422])
  const refused = both.find(({ status }) => status === 422)
  expect(await refused?.text()).toContain('cannot be part of itself')
})

test('nor past the form: the database lets the second wait for the first, and refuses it', async () => {
  const [belgium, germany] = [await idOf('forum-belgium'), await idOf('forum-germany')]
  const [one, other] = [new pg.Client(town.owner), new pg.Client(town.owner)]
  await Promise.all([one.connect(), other.connect()])
  await one.query('begin')
  await other.query('begin')
  await one.query('update forum set parent_id = $1 where id = $2', [germany, belgium])
  const second = other
    .query('update forum set parent_id = $1 where id = $2', [belgium, germany])
    .catch(({ code }) => code)
  // Both have looked before either is done: without the lock neither sees the other.
  const early = await Promise.race([
    second.then(() => 'at once'),
    new Promise((done) => setTimeout(done, 200, 'waits')),
  ])
  expect(early).toBe('waits')
  await one.query('commit')
  expect(await second).toBe('23514')
  await Promise.all([one.end(), other.end()])
})
