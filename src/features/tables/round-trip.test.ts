// Out and in again: what a file holds is what it was made from.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { check, rowsOf } from './fixtures.ts'
import type { PracticeRow } from './schema.ts'

let town: Town
let owner: pg.Client
let ada: Visitor
beforeAll(async () => {
  town = await openTown()
  owner = new pg.Client(town.owner)
  await owner.connect()
  ada = await town.as('ada-lindmoser')
})
afterAll(() => owner.end())

describe('a round trip', () => {
  test.each(['csv', 'xlsx', 'json'])('export, withdraw, import (%s): the content is the same', async (format) => {
    const fields = {
      title: `Round trip ${format}`,
      summary: '=SUM(A1)',
      lang: 'de',
      problem: '\'=quoted\n\n- one\n- „two“; "three", four',
      results: '@x\t<b>&amp;',
      evidence: '4',
      measuredWhen: '2001 to 2003, each May',
      yearStart: '2001',
      yearEnd: '2009',
      sources: 'Evaluation | https://example.org/a,b;c\nhttps://example.org/\nOld paper',
      'concepts[]': ['lighting', 'public-space'],
      audience: '2',
    }
    const path = (await ada.post('/practices', fields)).headers.get('location') ?? ''
    const exported = new Uint8Array(
      await (await ada.get(`/practices/export.${format}?drafts=yes&language=de`)).arrayBuffer(),
    )
    await owner.query(`update contribution set state = 'withdrawn' where id = $1`, [/\d+/.exec(path)?.[0]])
    const rowsBefore = await contentOf(`Round trip ${format}`)
    const run = await check(ada, exported, `x.${format}`)
    await ada.post(`${run}/drafts`)
    const after = await contentOf(`Round trip ${format}`)
    expect(after).toHaveLength(2)
    expect(after[1]).toEqual(rowsBefore[0])
  })

  const contentOf = async (title: string): Promise<unknown[]> => {
    const { rows } = await owner.query(
      `select to_jsonb(p) - 'contribution_id' as texts, c.title, c.summary, c.lang, c.concepts, c.audience_id
       from contribution c join practice p on p.contribution_id = c.id where c.title = $1 order by c.id`,
      [title],
    )
    return rows
  }

  test('the template can be filled in and brought back, in each of its forms', async () => {
    for (const format of ['csv', 'xlsx', 'json']) {
      const template = new Uint8Array(await (await ada.get(`/practices/template.${format}`)).arrayBuffer())
      const html = await ada.page(await check(ada, template, `x.${format}`))
      expect(html).toContain('Import the one good row')
      expect(rowsOf(html)).toEqual([])
    }
    const table = JSON.parse(await ada.page('/practices/template.json')) as { practices: PracticeRow[] }
    expect(table.practices[0]).toMatchObject({ city: 'Graz', year_start: 2019, evidence: 1 })
  })
})
