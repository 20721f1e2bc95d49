// What was checked waits for one person, and for nobody else.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { attempt, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { makeDrafts } from './actions/make-drafts.ts'
import { tables } from './feature.ts'
import { check } from './fixtures.ts'

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

const countOf = async (where: string): Promise<number> =>
  (await owner.query(`select count(*)::int as count from contribution where ${where}`)).rows[0].count

describe('what was checked is the person’s own', () => {
  test('nobody else reads it, imports it or throws it away, neither her own coordinator nor through the database', async () => {
    const run = await check(ada, 'title\nAda’s secret plan')
    // A coordinator of her own city, too.
    await owner.query(`update person set role = 'coordinator', organisation_id = (select organisation_id from person where slug = 'ada-lindmoser')
      where slug = 'carsten-mittelweg'`)
    for (const slug of ['beatriz-ribeirinha-douro', 'irena-halvorsdottir-blau', 'carsten-mittelweg']) {
      const other = await town.as(slug)
      expect((await other.get(run)).status).toBe(404)
      expect((await other.post(`${run}/drafts`)).status).toBe(404)
      await other.post(`${run}/removal`)
    }
    expect((await town.visitor.get(run)).status).toBe(303)
    expect(await ada.page(run)).toContain('Ada’s secret plan')
    const door = await openDoor(town)
    const [adas, other] = [await town.personId('ada-lindmoser'), await town.personId('beatriz-ribeirinha-douro')]
    await door.as(other, async (client) => {
      expect(await attempt(client, 'select * from practice_import')).toBe('0 rows')
      expect(await attempt(client, 'delete from practice_import')).toBe('0 rows')
      const forged = `insert into practice_import (person_id, organisation_id, at, report, good) select id, organisation_id, now(), '{}', '[]' from person where id = $1`
      expect(await attempt(client, forged, [adas])).toBe(refused)
    })
    await door.as(undefined, async (client) =>
      expect(await attempt(client, 'select * from practice_import')).toBe('0 rows'),
    )
    await door.close()
  })

  test('an audience that was lost meanwhile stops the import before the first row', async () => {
    const run = await check(ada, 'title\nFor nobody any more')
    const id = Number(/\d+$/.exec(run)?.[0])
    await owner.query(
      `update practice_import set good = jsonb_set(good, '{0,typed,audience}', '"99999"') where id = $1`,
      [id],
    )
    const person = await town.personId('ada-lindmoser')
    const outcome = await town.database.write({ personId: person }, async (db, viewer) =>
      makeDrafts((work) => work(db), viewer as never, id, town.now),
    )
    expect(outcome).toEqual({ done: false, refusal: 'audience-unknown' })
    expect(await countOf(`title = 'For nobody any more'`)).toBe(0)
  })

  test('is forgotten: by hand at once, by itself after two days', async () => {
    const discarded = await check(ada, 'title\nThrown away')
    await ada.post(`${discarded}/removal`)
    expect((await ada.get(discarded)).status).toBe(404)
    const run = await check(ada, 'title\nForgotten')
    const [rule] = tables.retention ?? []
    expect(rule?.days).toBe(2)
    await rule?.forget?.(town.database.system, new Date(Date.now() + 86_400_000))
    expect((await ada.get(run)).status).toBe(404)
  })
})
