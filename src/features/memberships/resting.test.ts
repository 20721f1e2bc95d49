// A suspension is read off no list: what the register shows of a city and its forum stays, its people lose the forum.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})

const suspend = (forum: string | null): Promise<number> =>
  fill(
    town,
    `insert into suspension (membership_id, begins_on, reason) select m.id, app.today(), 'x' from membership m
     join organisation o on o.id = m.organisation_id left join forum f on f.id = m.forum_id
     where o.slug = 'de-kaiserslautern' and f.slug is not distinct from ${forum === null ? 'null' : `'${forum}'`} returning id`,
  )
const paths = [
  '/members.csv',
  '/memberships.csv?forum=forum-germany',
  '/members/de-kaiserslautern',
  '/forums/forum-germany',
]
const shown = async (): Promise<string[]> => {
  await town.work()
  return Promise.all(paths.map((path) => town.visitor.page(path)))
}
const reaches = (person: number): Promise<number> =>
  fill(
    town,
    `select ((select a.id from audience a join forum f on f.id = a.forum_id where f.slug = 'forum-germany')
      = any (string_to_array(app.audiences_of(${person}), ',')::int[]))::int`,
  )

test.each([null, 'forum-germany'])('in the network or in the forum: %s', async (forum) => {
  const jonte = await town.personId('jonte-pfalzgrafer')
  const before = await shown()
  expect(await reaches(jonte)).toBe(1)
  const id = await suspend(forum)
  expect(await reaches(jonte)).toBe(0)
  expect(await shown()).toEqual(before)
  // The office of the forum goes on looking after the city.
  const office = await town.as('carsten-mittelweg')
  expect((await office.get('/my-city/contacts?organisation=de-kaiserslautern')).status).toBe(200)
  await fill(town, `update suspension set ends_on = begins_on - 1 where id = ${id} returning id`)
  expect(await reaches(jonte)).toBe(1)
})
