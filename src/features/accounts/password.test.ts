// Passwords: set up with an authenticator app, used in two steps, paused after wrong tries, removed together.
import { beforeEach, describe, expect, test } from 'vitest'
import { forgetTries } from '#platform/http/limits.ts'
import { codeAt } from '#platform/identity/one-time-code.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { openTown, type Visitor } from '../../../testing/app.ts'

const town = await openTown()
const password = 'vier Laternen am Fluss'
const cookieIn = (response: Response, name: string): string =>
  new RegExp(`(?:^|, )${name}=([\\w-]{43});`).exec(response.headers.get('set-cookie') ?? '')?.[1] ?? ''
const later = (seconds: number): void => {
  town.now = new Date(town.now.getTime() + seconds * 1000)
}
beforeEach(() => {
  forgetTries()
  // Every test has codes of its own.
  later(120)
})

const setUp = async (who: Visitor) => {
  const page = await who.page('/account/password')
  const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1] ?? '').replaceAll(' ', '')
  const sealed = /name="sealed" value="([\w-]+)"/.exec(page)?.[1] ?? ''
  const response = await who.post('/account/password', { sealed, password, code: codeAt(secret, town.now) })
  return {
    secret,
    sealed,
    response,
    codes: [...(await response.text()).matchAll(/<code>([a-z2-9]{5}-[a-z2-9]{5})<\/code>/g)].map(
      (found) => found[1] ?? '',
    ),
  }
}
const firstStep = async (email: string, typed = password) => {
  const response = await town.visitor.post('/sign-in/password', { email, password: typed, next: '/account' })
  return { response, challenge: `challenge=${cookieIn(response, 'challenge')}` }
}
const secondStep = (challenge: string, code: string) =>
  town.visitor.post('/sign-in/code', { code, next: '/account' }, { cookie: challenge })

describe('setting up', () => {
  test('the secret is confirmed by a code; ten recovery codes are shown once', async () => {
    const ada = await town.as('ada-lindmoser')
    const { response, codes } = await setUp(ada)
    expect(response.status).toBe(200)
    expect(new Set(codes).size).toBe(10)
    expect(await ada.page('/account/sign-in')).toContain('10 recovery codes are left')
  })

  test('a wrong code, a short and a guessable password are said at the field; the picture stays the same', async () => {
    const kalina = await town.as('kalina-mewowska')
    const page = await kalina.page('/account/password')
    const sealed = /name="sealed" value="([\w-]+)"/.exec(page)?.[1] ?? ''
    const picture = /src="(data:image[^"]+)"/.exec(page)?.[1] ?? ''
    const tries = [
      [{ sealed, password, code: '000000' }, 'code-error'],
      [{ sealed, password: 'kurz', code: '123456' }, 'password-error'],
      [{ sealed, password: 'Kalina Mewowska', code: '123456' }, 'password-error'],
      [{ sealed, password: 'passwordpassword', code: '123456' }, 'password-error'],
    ] as const
    for (const [typed, field] of tries) {
      const response = await kalina.post('/account/password', typed)
      const again = await response.text()
      expect(response.status).toBe(422)
      expect(again).toContain(`id="${field}"`)
      expect(again).toContain(picture)
      expect(again).not.toContain(`value="${typed.password}"`)
    }
  })

  test('a secret sealed for Ada does not serve Rachid', async () => {
    const page = await (await town.as('ada-lindmoser')).page('/account/password')
    const sealed = /name="sealed" value="([\w-]+)"/.exec(page)?.[1] ?? ''
    const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1] ?? '').replaceAll(' ', '')
    const rachid = await town.as('rachid-maasdonk')
    const response = await rachid.post('/account/password', {
      sealed,
      password,
      code: secret === '' ? '000000' : codeAt(secret, town.now),
    })
    expect(response.status).toBe(422)
  })
})

describe('signing in', () => {
  const email = 'assia.verdonnel@lyon.example'
  let secret = ''
  let codes: string[] = []
  test('password, then code, and Assia is in', async () => {
    const made = await setUp(await town.as('assia-verdonnel'))
    secret = made.secret
    codes = made.codes
    later(60)
    const { response, challenge } = await firstStep(email)
    expect(response.headers.get('location')).toBe('/sign-in/code?next=%2Faccount')
    expect(cookieIn(response, 'session')).toBe('')
    const arrived = await secondStep(challenge, codeAt(secret, town.now))
    expect([arrived.status, arrived.headers.get('location')]).toEqual([303, '/account'])
    expect(cookieIn(arrived, 'session')).not.toBe('')
  })

  test('a code works once, also while it is still shown', async () => {
    const code = codeAt(secret, town.now)
    expect((await secondStep((await firstStep(email)).challenge, code)).status).toBe(303)
    expect((await secondStep((await firstStep(email)).challenge, code)).status).toBe(422)
  })

  test('a recovery code works once, however it is typed', async () => {
    const typed = (codes[0] ?? '').toUpperCase().replace('-', ' ')
    expect((await secondStep((await firstStep(email)).challenge, typed)).status).toBe(303)
    expect((await secondStep((await firstStep(email)).challenge, typed)).status).toBe(422)
  })

  test('new recovery codes end the old ones, and that is on record', async () => {
    const response = await (await town.as('assia-verdonnel')).post('/account/recovery-codes')
    const fresh = /<code>([a-z2-9]{5}-[a-z2-9]{5})<\/code>/.exec(await response.text())?.[1] ?? ''
    expect((await secondStep((await firstStep(email)).challenge, codes[1] ?? '')).status).toBe(422)
    expect((await secondStep((await firstStep(email)).challenge, fresh)).status).toBe(303)
    const facts = await town.database.system
      .withTables<TrunkTables>()
      .selectFrom('fact')
      .select(['actor_id', 'audience_id'])
      .where('name', '=', 'recovery-codes.renewed')
      .execute()
    expect(facts).toEqual([{ actor_id: await town.personId('assia-verdonnel'), audience_id: null }])
  })

  test('a wrong password, an unknown address and one without a password read the same', async () => {
    const texts: string[] = []
    for (const address of [email, 'nobody@nowhere.example', 'beatriz.ribeirinha-douro@porto.example']) {
      const { response } = await firstStep(address, 'not the password at all')
      expect(response.status).toBe(422)
      texts.push((await response.text()).replaceAll(address, 'ADDRESS'))
    }
    expect(new Set(texts).size).toBe(1)
    expect(texts[0]).not.toContain('not the password at all')
  })

  test('without the first step the second one leads back', async () => {
    const response = await secondStep('challenge=', codeAt(secret, town.now))
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('/sign-in/links')
  })

  test('ten wrong tries pause the password, even for the right one; a quarter of an hour later it works again', async () => {
    for (let count = 0; count < 10; count += 1) await firstStep(email, 'wrong again and again')
    forgetTries()
    expect((await firstStep(email)).response.status).toBe(422)
    later(16 * 60)
    expect((await firstStep(email)).response.status).toBe(303)
  })

  test('a pause that begins between the steps stops the second one too', async () => {
    const { challenge } = await firstStep(email)
    for (let count = 0; count < 10; count += 1) await secondStep(challenge, '000000')
    expect((await secondStep(challenge, codeAt(secret, town.now))).status).toBe(422)
  })

  test('the twenty-first try for one address within a quarter of an hour is too many', async () => {
    const statuses = new Set<number>()
    for (let count = 0; count < 21; count += 1)
      statuses.add((await firstStep('guess@nowhere.example', 'x')).response.status)
    expect([...statuses]).toEqual([422, 429])
  }, 60_000)
})

describe('changing and removing', () => {
  test('changing ends the other sessions; removing takes the second factor along', async () => {
    const salome = await town.as('salome-debruyneux')
    const elsewhere = await town.as('salome-debruyneux')
    const { secret } = await setUp(salome)
    later(60)
    const fresh = { password: 'five lanterns by the water', code: codeAt(secret, town.now) }
    expect((await salome.post('/account/password', fresh)).status).toBe(303)
    expect((await elsewhere.get('/account')).status).toBe(303)
    const email = 'salome.debruyneux@brussels.example'
    expect((await firstStep(email)).response.status).toBe(422)
    expect((await firstStep(email, fresh.password)).response.status).toBe(303)
    expect((await salome.post('/account/password/removal')).status).toBe(303)
    expect((await firstStep(email, fresh.password)).response.status).toBe(422)
    const left = await town.database.system
      .withTables<{ recovery_code: { person_id: number } }>()
      .selectFrom('recovery_code')
      .selectAll()
      .where('person_id', '=', await town.personId('salome-debruyneux'))
      .execute()
    expect(left).toEqual([])
  })
})
