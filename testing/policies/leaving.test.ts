// Who leaves a city, or whose city leaves the network, has lost access with the commit: no cookie, no token, no cache helps.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newToken, sha256 } from '#platform/identity/token.ts'
import { openTown, type Town } from '../app.ts'
import { type RoleName, sees, type Thing } from '../protection/cast.ts'
import { type Stage, setStage } from '../protection/stage.ts'

let town: Town
let stage: Stage
beforeAll(async () => {
  town = await openTown()
  stage = await setStage(town)
})
afterAll(() => stage.owner.end())

/** What a person sees after something changed, in one transaction of the owner that goes on as the application role. */
async function seenAfter(change: string, role: RoleName): Promise<string[]> {
  const { owner } = stage
  await owner.query('begin')
  try {
    await owner.query(change)
    await owner.query('set local role vicinia_app')
    const { rows: entered } = await owner.query('select person_id from app.enter($1, null)', [stage.persons[role]])
    if (entered[0] === undefined) await owner.query(`select set_config('app.audiences', '1', true)`)
    const { rows } = await owner.query<{ id: number }>('select id from contribution')
    const ids = new Set(rows.map(({ id }) => id))
    return [...new Set(stage.pieces.filter(({ id }) => ids.has(id)).map(({ name }) => name))]
  } finally {
    await owner.query('rollback')
  }
}
const namesSeen = (can: (thing: Thing) => boolean): string[] => [
  ...new Set(stage.pieces.filter(can).map(({ name }) => name)),
]

test('Jonte leaves Kaiserslautern: even his own texts stay with the city, he sees what visitors see', async () => {
  const gone = `update person set left_at = now() where id = ${stage.persons.author}`
  expect(await seenAfter(gone, 'author')).toEqual(['public'])
})

test('Jonte moves to another city: drafts and what was for Kaiserslautern stay behind', async () => {
  const moved = `update person set organisation_id = ${stage.organisations['other forum']} where id = ${stage.persons.author}`
  expect(await seenAfter(moved, 'author')).toEqual(['public', 'network', 'room', 'persons'])
})

test('Lyon leaves the network: Assia sees what visitors see', async () => {
  const left = `update organisation set active = false where id = ${stage.organisations['other forum']}`
  expect(await seenAfter(left, 'other forum')).toEqual(['public'])
})

test('Hanno’s city leaves the German forum: what was for the forum is out of reach, the network is not', async () => {
  const left = `delete from forum_member where organisation_id = ${stage.organisations['same forum']}`
  expect(await seenAfter(left, 'same forum')).toEqual(['public', 'network'])
})

test('Beatriz is taken out of the room and the named persons: both are gone for her', async () => {
  const out = `delete from audience_person where person_id = ${stage.persons.named}`
  expect(await seenAfter(out, 'named')).toEqual(['public', 'network'])
})

test('Konrad is no coordinator any more: the drafts of others are closed', async () => {
  const before = await seenAfter('select 1', 'coordinator')
  expect(before).toEqual(namesSeen((thing) => sees('coordinator', thing)))
  const demoted = `update person set role = 'colleague' where id = ${stage.persons.coordinator}`
  expect(await seenAfter(demoted, 'coordinator')).toEqual(namesSeen((thing) => sees('colleague', thing)))
})

test('Karla is let go while she works: her next request, with the same cookie and the same token, is a visitor’s', async () => {
  const token = newToken()
  await stage.owner.query(
    `insert into personal_token (person_id, name, token_hash, expires_at) values ($1, 'x', $2, now() + interval '1 day')`,
    [stage.persons.colleague, sha256(token)],
  )
  const ask = async (): Promise<[number, boolean]> => {
    const page = await town.app.request('/account', { headers: { cookie: stage.cookies.colleague } })
    const api = await town.app.request('/api/v1/search?q=prevention', {
      headers: { authorization: `Bearer ${token}` },
    })
    return [page.status, (await api.text()).includes('/practices/')]
  }
  expect(await ask()).toEqual([200, true])
  const konrad = await town.app.request(`/my-city/colleagues/${stage.persons.colleague}/departure`, {
    method: 'POST',
    headers: { cookie: stage.cookies.coordinator, 'sec-fetch-site': 'same-origin' },
  })
  expect(konrad.status).toBe(303)
  expect(await ask()).toEqual([303, false])
  const left = await stage.owner.query(
    'select 1 from session where person_id = $1 union select 1 from personal_token where person_id = $1',
    [stage.persons.colleague],
  )
  expect(left.rows).toEqual([])
})
