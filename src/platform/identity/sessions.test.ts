// What opens what: a cookie opens pages, a token the interface for programs, and both end when they are told to.
import { expect, test } from 'vitest'
import { openTown } from '../../../testing/app.ts'
import { newToken, sha256 } from './token.ts'

const town = await openTown()
const ada = await town.as('ada-lindmoser')

type Ways = {
  session: { id: number; person_id: number; token_hash: string; expires_at: Date }
  personal_token: { person_id: number; name: string; token_hash: string; expires_at: Date }
}
const tables = town.database.system.withTables<Ways>()

async function tokenOf(slug: string, expires: Date): Promise<string> {
  const token = newToken()
  const row = { person_id: await town.personId(slug), name: 'x', token_hash: sha256(token), expires_at: expires }
  await tables.insertInto('personal_token').values(row).execute()
  return token
}
const tomorrow = new Date(Date.now() + 86_400_000)
const total = async (headers: Record<string, string>): Promise<number> =>
  ((await (await town.app.request('/api/v1/search?q=prevention', { headers })).json()) as { total: number }).total

async function publishForNetwork(): Promise<void> {
  const parts = {
    problem: 'prevention',
    response: 'prevention',
    results: 'prevention',
    summary: 'prevention',
    evidence: '0',
  }
  const fields = { ...parts, title: 'Prevention for members', lang: 'en', audience: '2', 'concepts[]': ['youth'] }
  const path = (await ada.post('/practices', fields)).headers.get('location') ?? ''
  await ada.post(`/practices/${/\d+/.exec(path)?.[0]}/publication`)
  await town.work()
}

test('a token opens the interface for programs and no page; a cookie opens pages and not the interface', async () => {
  await publishForNetwork()
  const token = await tokenOf('ada-lindmoser', tomorrow)
  const bearer = { authorization: `Bearer ${token}` }
  const visitors = await total({})
  expect(await total(bearer)).toBeGreaterThan(visitors)
  expect(await total({ cookie: ada.cookie })).toBe(visitors)
  expect((await town.app.request('/account', { headers: bearer })).status).toBe(303)
  expect((await town.app.request('/account', { headers: { cookie: `session=${token}` } })).status).toBe(303)
  expect((await town.app.request('/practices', { method: 'POST', headers: bearer })).status).toBe(401)
})

test('a token that has expired, was removed or never was is refused in words', async () => {
  const expired = await tokenOf('ada-lindmoser', new Date(Date.now() - 1000))
  const removed = await tokenOf('ada-lindmoser', tomorrow)
  await tables.deleteFrom('personal_token').where('token_hash', '=', sha256(removed)).execute()
  for (const token of [expired, removed, newToken()]) {
    const answer = await town.app.request('/api/v1/search?q=x', { headers: { authorization: `Bearer ${token}` } })
    expect(answer.status).toBe(401)
  }
})

test('a session that has expired is a visitor’s', async () => {
  const old = await town.as('kalina-mewowska')
  expect((await old.get('/account')).status).toBe(200)
  const hash = sha256(old.cookie.replace('session=', ''))
  await tables
    .updateTable('session')
    .set({ expires_at: new Date(Date.now() - 1000) })
    .where('token_hash', '=', hash)
    .execute()
  expect((await old.get('/account')).status).toBe(303)
})

test('signing out ends the session itself, not only its cookie; a copy of the cookie opens nothing', async () => {
  const rachid = await town.as('rachid-maasdonk')
  const out = await rachid.post('/sign-out')
  expect(out.headers.get('set-cookie')).toMatch(/session=;/)
  expect((await rachid.get('/account')).status).toBe(303)
})

test('Ada ends another of her sessions, and nobody else’s', async () => {
  const other = await town.as('ada-lindmoser')
  const saverio = await town.as('saverio-doragrossa')
  const idOf = async (cookie: string): Promise<number> => {
    const hash = sha256(cookie.replace('session=', ''))
    return (await tables.selectFrom('session').select('id').where('token_hash', '=', hash).executeTakeFirstOrThrow()).id
  }
  await ada.post(`/account/sessions/${await idOf(other.cookie)}/end`)
  await ada.post(`/account/sessions/${await idOf(saverio.cookie)}/end`)
  expect((await other.get('/account')).status).toBe(303)
  expect((await saverio.get('/account')).status).toBe(200)
})

test('neither sessions nor tokens lie in the database in a form that opens anything', async () => {
  const rows = await tables.selectFrom('session').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(ada.cookie.replace('session=', ''))
  expect(rows.every((row) => /^[0-9a-f]{64}$/.test(row.token_hash))).toBe(true)
})
