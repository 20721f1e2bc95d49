// Adding a passkey and signing in with it, against an authenticator in software.
import { expect, test } from 'vitest'
import { openTown, type Visitor } from '../../../testing/app.ts'
import { createAuthenticator } from './soft-authenticator.ts'

const town = await openTown()
const origin = 'http://localhost'
const cookieIn = (response: Response, name: string): string =>
  new RegExp(`(?:^|, )${name}=([\\w-]{43});`).exec(response.headers.get('set-cookie') ?? '')?.[1] ?? ''

const postJson = (path: string, cookie: string, body: unknown = {}) =>
  town.app.request(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
  })

const begin = async (path: string, cookie: string) => {
  const response = await postJson(path, cookie)
  const { challenge } = (await response.json()) as { challenge: string }
  return { challenge, cookie: `${cookie}; challenge=${cookieIn(response, 'challenge')}` }
}

const addKey = async (who: Visitor, authenticator = createAuthenticator(origin)) => {
  const begun = await begin('/account/passkeys/options', who.cookie)
  const response = await postJson('/account/passkeys', begun.cookie, authenticator.register(begun.challenge))
  return { authenticator, response }
}

test('Ada adds a passkey and signs in with it', async () => {
  const { authenticator, response } = await addKey(await town.as('ada-lindmoser'))
  expect([response.status, await response.json()]).toEqual([200, { next: '/account/sign-in' }])
  const begun = await begin('/sign-in/passkey/options', '')
  const arrived = await postJson(
    '/sign-in/passkey?next=%2Fpractices',
    begun.cookie,
    authenticator.signIn(begun.challenge),
  )
  expect(await arrived.json()).toEqual({ next: '/practices' })
  const session = cookieIn(arrived, 'session')
  const account = await town.app.request('/account', { headers: { cookie: `session=${session}` } })
  expect(await account.text()).toContain('Ada Lindmoser')
})

test('an answer cannot be sent twice, nor to another challenge, nor from another site', async () => {
  const { authenticator } = await addKey(await town.as('kalina-mewowska'))
  const first = await begin('/sign-in/passkey/options', '')
  const answer = authenticator.signIn(first.challenge)
  expect((await postJson('/sign-in/passkey', first.cookie, answer)).status).toBe(200)
  expect((await postJson('/sign-in/passkey', first.cookie, answer)).status).toBe(422)
  const second = await begin('/sign-in/passkey/options', '')
  expect((await postJson('/sign-in/passkey', second.cookie, answer)).status).toBe(422)
  const third = await begin('/sign-in/passkey/options', '')
  const foreign = authenticator.signIn(third.challenge, 'https://localhost.evil.example')
  expect((await postJson('/sign-in/passkey', third.cookie, foreign)).status).toBe(422)
})

test('a challenge given to Ada does not add a key to Beatriz', async () => {
  const ada = await begin('/account/passkeys/options', (await town.as('ada-lindmoser')).cookie)
  const beatriz = await town.as('beatriz-ribeirinha-douro')
  const challengeCookie = ada.cookie.split('; ')[1] ?? ''
  const answer = createAuthenticator(origin).register(ada.challenge)
  expect((await postJson('/account/passkeys', `${beatriz.cookie}; ${challengeCookie}`, answer)).status).toBe(422)
})

test('a removed passkey opens nothing, and nobody removes another person’s', async () => {
  const rachid = await town.as('rachid-maasdonk')
  const { authenticator } = await addKey(rachid)
  const id = /\/account\/passkeys\/(\d+)\/removal/.exec(await rachid.page('/account/sign-in'))?.[1]
  const saverio = await town.as('saverio-doragrossa')
  expect((await saverio.post(`/account/passkeys/${id}/removal`)).status).toBe(404)
  expect((await rachid.post(`/account/passkeys/${id}/removal`)).status).toBe(303)
  const begun = await begin('/sign-in/passkey/options', '')
  expect((await postJson('/sign-in/passkey', begun.cookie, authenticator.signIn(begun.challenge))).status).toBe(422)
})

test.each([undefined, null, 7, 'x', [], {}, { id: 'a' }, { id: 'a', rawId: 'a', type: 'public-key', response: {} }])(
  'something that is no answer at all is refused calmly: %j',
  async (answer) => {
    const begun = await begin('/sign-in/passkey/options', '')
    expect((await postJson('/sign-in/passkey', begun.cookie, answer)).status).toBe(422)
  },
)
