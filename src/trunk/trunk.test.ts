// The trunk on the real database: contributions, replies, watching and links, each within its audience.
import { beforeAll, describe, expect, test } from 'vitest'
import { networkAudience, publicAudience } from '#kernel/audience.ts'
import type { Person } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { openTown, type Town } from '../../testing/app.ts'
import { createPersonsAudience, listAudiencePersons, listAudiences } from './audiences.ts'
import {
  changeContribution,
  createContribution,
  findContribution,
  getContribution,
  publishContribution,
  withdrawContribution,
} from './contributions.ts'
import { listFactsOf, recordFact } from './facts.ts'
import { linkContributions, listLinked } from './links.ts'
import { createReply, listReplies, withdrawReply } from './replies.ts'
import { isWatching, watch } from './watching.ts'

let town: Town
const now = new Date('2026-03-02T09:00:00Z')
beforeAll(async () => {
  town = await openTown()
})

const asPerson = async <Value>(slug: string, work: (db: Db, person: Person) => Promise<Value>): Promise<Value> => {
  const personId = await town.personId(slug)
  return town.database.write({ personId }, (db, viewer) => work(db, viewer.person as Person))
}
const asVisitor = <Value>(work: (db: Db) => Promise<Value>): Promise<Value> =>
  town.database.read({ visitor: true }, work)

const begin = (slug: string, audienceId: number, published = true): Promise<number> =>
  asPerson(slug, async (db, person) => {
    const words = { kind: 'practice', title: 'Night walks', summary: '', lang: 'en', audienceId }
    const id = await createContribution(db, person, words)
    if (published) await publishContribution(db, id, now)
    return id
  })
const see = (slug: string, id: number) => asPerson(slug, (db) => findContribution(db, 'practice', id, 'en'))

describe('a contribution', () => {
  test('a draft is its author’s alone', async () => {
    const id = await begin('ada-lindmoser', publicAudience, false)
    expect(await see('ada-lindmoser', id)).toMatchObject({ state: 'draft', organisationName: 'Graz' })
    expect(await see('beatriz-ribeirinha-douro', id)).toBeUndefined()
    expect(await asVisitor((db) => findContribution(db, 'practice', id, 'en'))).toBeUndefined()
  })

  test('for the network: colleagues elsewhere find it, visitors do not', async () => {
    const id = await begin('ada-lindmoser', networkAudience)
    expect(await see('beatriz-ribeirinha-douro', id)).toMatchObject({ authorName: 'Ada Lindmoser' })
    await expect(asVisitor((db) => getContribution(db, 'practice', id, 'en'))).rejects.toMatchObject({
      stop: 'not-found',
    })
  })

  test('visitors read what is public, but not who wrote it', async () => {
    const id = await begin('ada-lindmoser', publicAudience)
    const seen = await asVisitor((db) => getContribution(db, 'practice', id, 'en'))
    expect(seen.authorName ?? null).toBeNull()
  })

  test('of two changes on one revision the second is refused', async () => {
    const id = await begin('ada-lindmoser', publicAudience)
    const change = (title: string) => asPerson('ada-lindmoser', (db) => changeContribution(db, id, 1, { title }, now))
    expect([await change('First'), await change('Second')]).toEqual([true, false])
    expect((await see('ada-lindmoser', id))?.title).toBe('First')
  })

  test('nobody of another city changes, publishes or tags it', async () => {
    const id = await begin('ada-lindmoser', publicAudience)
    const change = asPerson('beatriz-ribeirinha-douro', (db) => changeContribution(db, id, 1, { title: 'Porto' }, now))
    expect(await change).toBe(false)
    const tag = { concepts: ['lighting'] }
    expect(await asPerson('beatriz-ribeirinha-douro', (db) => changeContribution(db, id, 1, tag, now))).toBe(false)
  })

  test('withdrawn, it is gone for those who could see it and was never there for others', async () => {
    const id = await begin('ada-lindmoser', networkAudience)
    await asPerson('ada-lindmoser', async (db) => {
      await withdrawContribution(db, await getContribution(db, 'practice', id, 'en'), now)
    })
    await expect(
      asPerson('beatriz-ribeirinha-douro', (db) => getContribution(db, 'practice', id, 'en')),
    ).rejects.toMatchObject({ stop: 'gone' })
    await expect(asVisitor((db) => getContribution(db, 'practice', id, 'en'))).rejects.toMatchObject({
      stop: 'not-found',
    })
  })
})

describe('what hangs on it', () => {
  test('a reply follows the audience of its contribution, whatever it becomes', async () => {
    const id = await begin('ada-lindmoser', networkAudience)
    const answer = { contributionId: id, lang: 'pt', text: 'Obrigada!' }
    await asPerson('beatriz-ribeirinha-douro', (db, person) => createReply(db, person, answer))
    expect(await asVisitor((db) => listReplies(db, id, 'en'))).toEqual([])
    await asPerson('ada-lindmoser', (db) => changeContribution(db, id, 1, { audienceId: publicAudience }, now))
    expect(await asVisitor((db) => listReplies(db, id, 'en'))).toHaveLength(1)
  })

  test('nobody replies to what they cannot see', async () => {
    const id = await begin('ada-lindmoser', publicAudience, false)
    const reply = { contributionId: id, lang: 'pt', text: 'Olá' }
    const replying = asPerson('beatriz-ribeirinha-douro', (db, person) => createReply(db, person, reply))
    await expect(replying).rejects.toThrow('row-level security')
  })

  test('a withdrawn reply leaves its place, not its words', async () => {
    const id = await begin('ada-lindmoser', publicAudience)
    const answer = { contributionId: id, lang: 'en', text: 'A slip' }
    const reply = await asPerson('ada-lindmoser', (db, person) => createReply(db, person, answer))
    expect(await asPerson('beatriz-ribeirinha-douro', (db) => withdrawReply(db, reply, now))).toBe(false)
    expect(await asPerson('ada-lindmoser', (db) => withdrawReply(db, reply, now))).toBe(true)
    expect(await asVisitor((db) => listReplies(db, id, 'en'))).toMatchObject([{ text: '', withdrawn: true }])
  })

  test('watching is known to the watcher alone', async () => {
    const id = await begin('ada-lindmoser', publicAudience)
    await asPerson('beatriz-ribeirinha-douro', (db, person) => watch(db, person.id, id))
    expect(await asPerson('beatriz-ribeirinha-douro', (db) => isWatching(db, id))).toBe(true)
    expect(await asPerson('ada-lindmoser', (db) => isWatching(db, id))).toBe(false)
  })

  test('a link shows only where both ends are within reach', async () => {
    const open = await begin('ada-lindmoser', publicAudience)
    const inside = await begin('ada-lindmoser', networkAudience)
    await asPerson('ada-lindmoser', (db) => linkContributions(db, open, inside, 'adopted-from'))
    expect(await asPerson('beatriz-ribeirinha-douro', (db) => listLinked(db, open, 'en'))).toMatchObject([
      { id: inside },
    ])
    expect(await asVisitor((db) => listLinked(db, open, 'en'))).toEqual([])
  })

  test('facts are told in the name of whoever acts, and reach no further than their thing', async () => {
    const id = await begin('ada-lindmoser', networkAudience)
    const fact = { name: 'practice.published', contributionId: id, audienceId: networkAudience }
    await asPerson('ada-lindmoser', (db, actor) => recordFact(db, { ...fact, actor }))
    await expect(
      asPerson('beatriz-ribeirinha-douro', (db) => recordFact(db, { ...fact, actor: { id: 1, organisationId: 1 } })),
    ).rejects.toThrow('row-level security')
    expect(await asPerson('beatriz-ribeirinha-douro', (db) => listFactsOf(db, id))).toHaveLength(1)
    expect(await asVisitor((db) => listFactsOf(db, id))).toEqual([])
  })
})

describe('named persons', () => {
  test('those named see it, their coordinator and the office do not', async () => {
    const rachid = await town.personId('rachid-maasdonk')
    const made = await asPerson('ada-lindmoser', (db, { id }) => createPersonsAudience(db, id, [rachid, 999_999]))
    const audience = made ?? 0
    const id = await begin('ada-lindmoser', audience)
    expect(await see('rachid-maasdonk', id)).toBeDefined()
    expect(await see('irena-halvorsdottir-blau', id)).toBeUndefined()
    expect(await see('kalina-mewowska', id)).toBeUndefined()
    const named = await asPerson('rachid-maasdonk', (db) => listAudiencePersons(db, audience))
    expect(named.sort()).toEqual(['Ada Lindmoser', 'Rachid Maasdonk'])
  })

  test('an audience is offered to those it reaches only', async () => {
    const offered = await asPerson('beatriz-ribeirinha-douro', (db) => listAudiences(db, 'en'))
    expect(offered.map(({ kind }) => kind).slice(0, 2)).toEqual(['public', 'network'])
    expect(offered.some(({ name }) => name === 'Graz')).toBe(false)
  })
})

test('who leaves loses access at once, with the next question already', async () => {
  const id = await begin('ada-lindmoser', networkAudience)
  expect(await see('alva-sundgranath', id)).toBeDefined()
  const alva = await town.as('alva-sundgranath')
  const personId = await town.personId('alva-sundgranath')
  await town.database.system
    .withTables<{ person: { id: number; left_at: Date | null } }>()
    .updateTable('person')
    .set({ left_at: now })
    .where('id', '=', personId)
    .execute()
  expect((await alva.get('/account')).headers.get('location')).toMatch(/^\/sign-in/)
  const entered = await town.database.read({ personId }, async (_db, viewer) => viewer.person)
  expect(entered).toBeUndefined()
})
