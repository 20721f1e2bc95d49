// Who looks after a room when its host is gone: somebody else, who is told. A city that is suspended for a while is not shown by it.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { bringIn, foundBy } from './fixtures.ts'
import { mindHosts } from './store-upkeep.ts'

let town: Town
let ada: Visitor
let room: number
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  room = await foundBy(ada, { name: 'Passed on', entry: 'invitation' })
  await bringIn(ada, room, await town.as('beatriz-ribeirinha-douro'), 'Beatriz Ribeirinha Douro')
})

const hosts = async (): Promise<string[]> =>
  (
    await rowsOf<{ slug: string }>(
      town,
      `select slug from audience_person ap join person p on p.id = ap.person_id
        where ap.audience_id = ${room} and ap.host and p.left_at is null order by 1`,
    )
  ).map(({ slug }) => slug)
const cityOf = (slug: string) => `(select organisation_id from person where slug = '${slug}')`
const isArchived = () => fill(town, `select count(*) from room where audience_id = ${room} and archived_at is not null`)

test('a host whose city is suspended stays host, and the room stays as it is', async () => {
  await fill(town, `update organisation set active = false where id = ${cityOf('ada-lindmoser')} returning 1`)
  await mindHosts(town.database.system)
  expect([await hosts(), await isArchived()]).toEqual([['ada-lindmoser'], 0])
  await fill(town, `update organisation set active = true where id = ${cityOf('ada-lindmoser')} returning 1`)
})

test('where the host has left, whoever has been in longest takes over and is told by mail', async () => {
  await fill(town, `update person set left_at = now() where slug = 'ada-lindmoser' returning 1`)
  await mindHosts(town.database.system)
  expect(await hosts()).toEqual(['beatriz-ribeirinha-douro'])
  town.mails.length = 0
  while ((await town.work()) > 0);
  const mail = town.mails.find(({ text }) => text.includes(`/rooms/${room}/members`))
  expect(mail?.subject).toBe('You now look after the room “Passed on”')
  // A second time there is nothing to do.
  await mindHosts(town.database.system)
  town.mails.length = 0
  while ((await town.work()) > 0);
  expect(town.mails).toEqual([])
})

test('where nobody is left, the room is archived', async () => {
  await fill(town, `update person set left_at = now() where slug = 'beatriz-ribeirinha-douro' returning 1`)
  await mindHosts(town.database.system)
  expect(await isArchived()).toBe(1)
})
