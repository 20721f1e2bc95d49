// A thread of two thousand replies: read in pages, entered at any reply, and never counted beyond what reaches the reader.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'

let town: Town
let ada: Visitor
let assia: Visitor
let path: string
let ids: readonly number[]
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  assia = await town.as('assia-verdonnel')
  const text = 'Who has two thousand answers?'
  const fields = { text, title: text, lang: 'en', 'concepts[]': ['youth'], before: 'yes', audience: '2' }
  path = (await ada.post('/questions', fields)).headers.get('location') ?? ''
  const rows = await rowsOf<{ id: number }>(
    town,
    `insert into reply (contribution_id, author_id, organisation_id, lang, text, created_at)
     select ${/\d+/.exec(path)?.[0]}, p.id, p.organisation_id, 'pt', 'Answer number ' || n, now() - interval '1 minute' * (2000 - n)
     from generate_series(1, 2000) n, person p where p.slug = 'beatriz-ribeirinha-douro' order by n returning id`,
  )
  ids = rows.map(({ id }) => id)
})

const shown = async (who: Visitor, query: string): Promise<string[]> =>
  [...(await who.page(`${path}${query}`)).matchAll(/Answer number (\d+)</g)].map(([, number = '']) => number)

test('the first page, the newest, and the page of one reply hold fifty each, in order', async () => {
  expect([(await shown(assia, '')).at(0), (await shown(assia, '')).at(-1)]).toEqual(['1', '50'])
  expect((await shown(assia, '?replies=last')).at(-1)).toBe('2000')
  const around = await shown(assia, `?reply=${ids[1234]}`)
  expect(around).toHaveLength(50)
  expect(around).toContain('1235')
  expect(await assia.page(path)).toContain('2,000 replies')
})

test('the way from a mail leads to the reply on its page; pages that are none are empty, not broken', async () => {
  const { headers, status } = await assia.get(`/replies/${ids[777]}`)
  expect([status, headers.get('location')]).toEqual([303, `${path}?reply=${ids[777]}#reply-${ids[777]}`])
  for (const query of [
    '?replies=41',
    '?replies=100000',
    '?replies=0',
    '?replies=x',
    '?reply=999999999',
    '?reply=1',
    '?quote=-1',
  ])
    expect((await assia.get(`${path}${query}`)).status, query).toBe(200)
})

test('whoever was here an hour ago is led to the first answer since', async () => {
  const person = await town.personId('assia-verdonnel')
  await fill(
    town,
    `insert into visit (person_id, last_at, before_at) values (${person}, now() - interval '1 day', null)
     on conflict (person_id) do update set last_at = excluded.last_at returning 1`,
  )
  const html = await assia.page(path)
  const first = /href="[^"]*\?reply=(\d+)#reply-\d+">To the first new reply/.exec(html)?.[1]
  expect(ids.indexOf(Number(first))).toBeGreaterThan(500)
  const text = await rowsOf<{ late: boolean }>(
    town,
    `select created_at > now() - interval '1 day 1 minute' as late from reply where id = ${first}`,
  )
  expect(text).toEqual([{ late: true }])
})

test('many answers at the same moment all stand, each once', async () => {
  const id = /\d+/.exec(path)?.[0] ?? ''
  const given = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      (n % 2 === 0 ? ada : assia).post(`/contributions/${id}/replies`, { text: `At once ${n}.`, lang: 'en' }),
    ),
  )
  expect(given.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 303))
  const last = await assia.page(`${path}?replies=last`)
  for (let n = 0; n < 12; n += 1) expect(last.split(`At once ${n}.`)).toHaveLength(2)
})
