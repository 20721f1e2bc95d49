// From city to city: whom each has it from, as far as the viewer reaches; forged and hidden links lead nowhere.
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { attempt, type Door, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { adopt, entry, idIn, ownAudience, publishPractice } from './fixtures.ts'
import { lineageOf } from './lineage.ts'

let town: Town
let door: Door
let ada: Visitor
let beatriz: Visitor
let assia: Visitor
let rachid: Visitor
beforeAll(async () => {
  town = await openTown()
  door = await openDoor(town)
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  assia = await town.as('assia-verdonnel')
  rachid = await town.as('rachid-maasdonk')
})
afterAll(() => door.close())

/** City → from whom, as the table of the page says it. */
async function tableFor(who: Visitor, practice: string): Promise<Record<string, string>> {
  const html = /<table.*<\/table>/s.exec(await who.page(`/practices/${practice}/lineage`))?.[0] ?? ''
  const rows = [...html.matchAll(/<tr role="row">(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd] [^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell.replaceAll(/<[^>]+>/g, '').trim()),
  )
  return Object.fromEntries(rows.slice(1).map((cells) => [cells[0] ?? '', cells.at(-1) ?? '']))
}

async function chain(): Promise<{ practice: string; graz: string; lyon: string; rotterdam: string }> {
  const practice = await publishPractice(beatriz)
  const graz = await adopt(ada, practice)
  const lyon = await adopt(assia, practice, { takenFrom: idIn(graz) })
  const rotterdam = await adopt(rachid, practice, { takenFrom: idIn(lyon) })
  return { practice, graz, lyon, rotterdam }
}

test('Porto → Graz → Lyon → Rotterdam: map, tree and table say the same, also to a visitor', async () => {
  const { practice } = await chain()
  expect(await tableFor(town.visitor, practice)).toEqual({ Graz: 'Porto', Lyon: 'Graz', Rotterdam: 'Lyon' })
  const html = await town.visitor.page(`/practices/${practice}/lineage`)
  expect(html).toContain('Begun in Porto, taken up by 3 cities.')
  expect(html.match(/class="lineage-place"/g)).toHaveLength(4)
  expect(html.match(/class="lineage-city"/g)).toHaveLength(4)
  const rotterdam = /<a class="lineage-city" href="[^"]*"(?:(?!<\/a>).)*Rotterdam.*?<\/a>/s.exec(html)?.[0] ?? ''
  for (const words of ['Running · Netherlands', 'taken from Lyon', 'Beginning: March 2024'])
    expect(rotterdam).toContain(words)
})

describe('an adoption that leaves the middle', () => {
  test('narrowed: what was taken from it hangs on the practice, and nothing shows that there is more', async () => {
    const { practice, lyon } = await chain()
    const audience = await ownAudience(assia, `/adoptions/${idIn(lyon)}/edit`)
    await assia.post(`/adoptions/${idIn(lyon)}`, { ...entry, audience, revision: '1' })
    expect(await tableFor(town.visitor, practice)).toEqual({ Graz: 'Porto', Rotterdam: 'Porto' })
    expect(await tableFor(assia, practice)).toEqual({ Graz: 'Porto', Lyon: 'Graz', Rotterdam: 'Lyon' })
    const html = await rachid.page(`/practices/${practice}/lineage`)
    expect(html).not.toMatch(/Lyon|3 cities/)
  })

  test('withdrawn: the same, and the page of the next one no longer names it', async () => {
    const { practice, lyon, rotterdam } = await chain()
    expect(await beatriz.page(rotterdam)).toContain('Taken from Lyon')
    await assia.post(`/adoptions/${idIn(lyon)}/withdrawal`)
    expect(await tableFor(beatriz, practice)).toEqual({ Graz: 'Porto', Rotterdam: 'Porto' })
    expect(await beatriz.page(rotterdam)).not.toContain('Lyon')
  })
})

describe('a forged place', () => {
  test('what belongs to another practice, is out of reach or is no adoption cannot be taken from', async () => {
    const [practice, other] = [await publishPractice(beatriz), await publishPractice(beatriz)]
    const elsewhere = await adopt(ada, other)
    const secret = await adopt(ada, practice, { audience: await ownAudience(ada, `/practices/${practice}/adoption`) })
    for (const takenFrom of [idIn(elsewhere), idIn(secret), practice, '999999']) {
      const answer = await assia.post(`/practices/${practice}/adoption`, { ...entry, takenFrom })
      expect(answer.status, takenFrom).toBe(422)
      expect(await answer.text()).toContain('Please choose one of the listed cities.')
    }
  })

  test('the database refuses a circle, another practice and another city’s adoption, whatever the software asks', async () => {
    const { graz, lyon, rotterdam } = await chain()
    const elsewhere = idIn(await adopt(ada, await publishPractice(beatriz)))
    const place = 'insert into adoption_parent (contribution_id, parent_id) values ($1, $2)'
    await door.as(await town.personId('ada-lindmoser'), async (client: pg.Client) => {
      expect(await attempt(client, place, [idIn(graz), idIn(rotterdam)])).toBe(refused)
      expect(await attempt(client, place, [idIn(graz), idIn(graz)])).toBe(refused)
      expect(await attempt(client, place, [elsewhere, idIn(graz)])).toBe(refused)
      expect(await attempt(client, place, [idIn(lyon), idIn(graz)])).toMatch(/^(?:42501|23505)$/)
      expect(await attempt(client, 'update adoption_parent set parent_id = $1', [idIn(graz)])).toBe(refused)
    })
  })
})

describe('the order of branches', () => {
  const line = (id: number, parentId: number | null) => ({ id, parentId })
  test('each stands directly below what it was taken from', () => {
    const branches = lineageOf([line(1, null), line(2, null), line(3, 1), line(4, 3), line(5, 1)])
    expect(branches.map(({ line: { id }, depth }) => [id, depth])).toEqual([
      [1, 1],
      [3, 2],
      [4, 3],
      [5, 2],
      [2, 1],
    ])
  })

  test('without its parent among them it hangs on the practice', () => {
    expect(lineageOf([line(2, null), line(5, 4)]).map(({ depth, parent }) => [depth, parent])).toEqual([
      [1, undefined],
      [1, undefined],
    ])
  })

  test('a thousand below each other need no deep stack', () => {
    const lines = Array.from({ length: 1000 }, (_, index) => line(index + 1, index === 0 ? null : index))
    expect(lineageOf(lines).at(-1)?.depth).toBe(1000)
  })
})

describe('the demonstration', () => {
  test('shows three steps and a city that stopped, each marked as invented', async () => {
    const list = await town.visitor.page('/search?q=m%C3%A9diateurs+de+nuit+lyon')
    const practice = /\/practices\/(\d+)-mediateurs-de-nuit/.exec(list)?.[1] ?? ''
    expect(await tableFor(town.visitor, practice)).toEqual({
      Porto: 'Lyon',
      Graz: 'Porto',
      Gdańsk: 'Graz',
      Turin: 'Lyon',
    })
    const html = await town.visitor.page(`/practices/${practice}/lineage`)
    expect(html.match(/class="lineage-mark"/g)).toHaveLength(4)
    expect(html).toContain('They say nothing about what these cities really do.')
  })
})
