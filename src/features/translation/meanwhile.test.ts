// What changes between the moment in which a text is judged and the one in which its translation comes: neither sent nor kept.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Town, Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import type { TranslationServer } from '../../../testing/translation-server.ts'
import { answered, askedBy } from '../discussion/fixtures.ts'
import { openTranslatedTown, translated } from './fixtures.ts'
import { type Claim, claim, reserve } from './store-keeping.ts'

let town: Town
let service: TranslationServer
let ada: Visitor
let jonte: Visitor
beforeAll(async () => {
  ;({ town, service } = await openTranslatedTown())
  ada = await town.as('ada-lindmoser')
  jonte = await town.as('jonte-pfalzgrafer', 'de')
})
beforeEach(() => {
  service.meanwhile = async () => undefined
})

const kept = (id: string) => rowsOf(town, `select pieces from translation where contribution_id = ${id}`)
const narrow = (id: string) =>
  `update contribution set audience_id = (select organisation_audience.id from audience organisation_audience
    where organisation_audience.organisation_id = contribution.organisation_id limit 1) where id = ${id}`

describe('while the service works at it', () => {
  test.each([
    [
      'says something else',
      (id: string) => `update contribution set title = 'Another', revision = revision + 1 where id = ${id}`,
    ],
    ['is for others', narrow],
    ['is hidden', (id: string) => `update contribution set hidden_at = now() where id = ${id}`],
    ['reaches more', (id: string) => `update contribution set audience_id = 1 where id = ${id}`],
  ])('a text that %s: nothing of it is kept', async (_, change) => {
    const id = await askedBy(ada, { audience: '2' }, 'Before it changed')
    service.meanwhile = () => rowsOf(town, change(id))
    await jonte.post(`/contributions/${id}/translation`)
    expect(await kept(id)).toEqual([])
  })

  test('a text that stays as it is: it is kept', async () => {
    const id = await askedBy(ada, { audience: '2' }, 'As it was')
    await translated(jonte, `contributions/${id}`)
    expect(await kept(id)).toHaveLength(1)
  })
})

describe('between the judgement and the claim', () => {
  const claimOf = async (id: string, replyId?: string): Promise<Claim> => {
    const [thing] = await rowsOf<{ revision: number; audienceId: number }>(
      town,
      `select revision, audience_id as "audienceId" from contribution where id = ${id}`,
    )
    const [reply] = await rowsOf<{ id: number; written: string }>(
      town,
      `select id, text as written from reply where id = ${replyId ?? 0}`,
    )
    return {
      ...{ contributionId: Number(id), revision: thing?.revision ?? 0, audienceId: thing?.audienceId ?? 0 },
      ...{ reply: reply ?? null, source: 'en', target: 'de', provider: 'libretranslate', wording: 'w' },
      ...{ pieceCount: 1, characters: 1, tokenHash: `hash ${id} ${replyId}` },
    }
  }
  const place = (judged: Claim) => claim(town.database.system, judged, town.now, town.now)

  test.each([
    ['says something else', (id: string) => `update contribution set revision = revision + 1 where id = ${id}`],
    ['is for others', narrow],
    ['is hidden', (id: string) => `update contribution set hidden_at = now() where id = ${id}`],
  ])('a text that %s is not sent', async (_, change) => {
    const id = await askedBy(ada, { audience: '2' }, 'Judged before')
    const judged = await claimOf(id)
    await rowsOf(town, change(id))
    expect(await place(judged)).toBeUndefined()
    expect(await kept(id)).toEqual([])
  })

  test.each(["text = 'Changed'", 'withdrawn_at = now()', 'hidden_at = now()'])(
    'a reply whose %s is not sent',
    async (change) => {
      const id = await askedBy(ada, { audience: '2' })
      const reply = await answered(ada, id, 'As it was judged')
      await fill(town, `update reply set lang = 'en' where id = ${reply}`)
      const judged = await claimOf(id, reply)
      await fill(town, `update reply set ${change} where id = ${reply}`)
      expect(await place(judged)).toBeUndefined()
    },
  )

  test('a text that reaches more is judged anew, and then sent', async () => {
    const id = await askedBy(ada, { audience: '2' }, 'Widened')
    const judged = await claimOf(id)
    await rowsOf(town, `update contribution set audience_id = 1 where id = ${id}`)
    expect(await place(judged)).toBeUndefined()
    expect(await translated(jonte, `contributions/${id}`)).toContain('WIDENED')
    expect(await kept(id)).toHaveLength(1)
  })

  test('what stands as it was judged is sent, once', async () => {
    const id = await askedBy(ada, { audience: '2' })
    const judged = await claimOf(id)
    expect(await place(judged)).toBeGreaterThan(0)
    expect(await place(judged)).toBeUndefined()
  })
})

test('a month is shared by all providers, also by the first text of another, and by several at once', async () => {
  const take = (provider: string, characters: number) =>
    reserve(town.database.system, { provider, characters, atMost: 100 }, new Date('2031-05-02T08:00:00Z'))
  expect([await take('one', 101), await take('one', 70), await take('other', 31), await take('one', 31)]).toEqual([
    ...[false, true, false, false],
  ])
  const taken = await Promise.all(
    ['two', 'three', 'four', 'five', 'five', 'five'].map((provider) => take(provider, 15)),
  )
  expect(taken.filter(Boolean)).toHaveLength(2)
})
