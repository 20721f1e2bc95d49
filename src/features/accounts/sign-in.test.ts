// Signing in by a link from an e-mail, and into a demonstration.
import { describe, expect, test } from 'vitest'
import { openTown } from '../../../testing/app.ts'
import { insertRealPerson } from './fixtures.ts'
import { findInventedPerson, listDemonstrationPeople } from './store-before-sign-in.ts'

const minutes = (count: number): number => count * 60_000
const town = await openTown()
const real = await openTown('empty')
const tokenIn = (text: string): string => /token=([\w-]{43})/.exec(text)?.[1] ?? ''
const sessionIn = (response: Response): string =>
  /(?:^|, )session=([\w-]{43});/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? ''

const askForLink = async (email: string, next = '/'): Promise<string> => {
  const before = town.mails.length
  await town.visitor.post('/sign-in/links', { email, next })
  await town.work()
  return tokenIn(town.mails[before]?.text ?? '')
}
const whoIs = async (session: string): Promise<string> => {
  const response = await town.app.request('/account', { headers: { cookie: `session=${session}` } })
  return response.status === 200 ? response.text() : ''
}

describe('a link by e-mail', () => {
  test('Ada asks for a link, opens it, presses the button and is in', async () => {
    const token = await askForLink('Ada.Lindmoser@graz.example', '/practices?kind=a')
    expect(town.mails.at(-1)).toMatchObject({ to: 'ada.lindmoser@graz.example' })
    const looked = await town.visitor.get(`/sign-in/link?token=${token}`)
    expect(looked.status).toBe(200)
    expect(looked.headers.get('cache-control')).toContain('no-store')
    const opened = await town.visitor.post('/sign-in/link', { token })
    expect(opened.status).toBe(303)
    expect(opened.headers.get('location')).toBe('/practices?kind=a')
    expect(await whoIs(sessionIn(opened))).toContain('Ada Lindmoser')
  })

  test('looking at a link does not use it up, pressing the button does', async () => {
    const token = await askForLink('ada.lindmoser@graz.example')
    await town.visitor.get(`/sign-in/link?token=${token}`)
    await town.visitor.get(`/sign-in/link?token=${token}`)
    expect((await town.visitor.post('/sign-in/link', { token })).status).toBe(303)
    const again = await town.visitor.post('/sign-in/link', { token })
    expect(again.status).toBe(422)
    expect(sessionIn(again)).toBe('')
  })

  test('of two who press the button at the same moment, one gets in', async () => {
    const token = await askForLink('ada.lindmoser@graz.example')
    const both = await Promise.all([1, 2].map(() => town.visitor.post('/sign-in/link', { token })))
    expect(both.map((response) => response.status).sort()).toEqual([303, 422])
  })

  test('after a quarter of an hour a link is too old', async () => {
    const token = await askForLink('kalina.mewowska@gdansk.example')
    const before = town.now
    town.now = new Date(before.getTime() + minutes(16))
    expect((await town.visitor.post('/sign-in/link', { token })).status).toBe(422)
    town.now = before
  })

  test('an address that nobody has gets the same answer and no mail', async () => {
    const before = town.mails.length
    const known = await town.visitor.post('/sign-in/links', { email: 'salome.debruyneux@brussels.example' })
    const unknown = await town.visitor.post('/sign-in/links', { email: 'nobody@nowhere.example' })
    await town.work()
    expect([unknown.status, unknown.headers.get('location')]).toEqual([known.status, known.headers.get('location')])
    expect(town.mails.slice(before).map((mail) => mail.to)).not.toContain('nobody@nowhere.example')
  })

  test('what is no address is said at the field, and stays in it', async () => {
    const response = await town.visitor.post('/sign-in/links', { email: 'ada at graz' })
    const page = await response.text()
    expect(response.status).toBe(422)
    expect(page).toContain('value="ada at graz"')
    expect(page).toContain('id="email-error"')
  })

  test('the sixth link for one address within a quarter of an hour is refused', async () => {
    const statuses: number[] = []
    for (let count = 0; count < 6; count += 1)
      statuses.push((await town.visitor.post('/sign-in/links', { email: 'casilda@madrid.example' })).status)
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
  })

  test('the secret of a link is not in the database', async () => {
    const token = await askForLink('saverio.doragrossa@turin.example')
    const rows = await town.database.system
      .withTables<{ sign_in_link: { token_hash: string }; fact: { data: unknown } }>()
      .selectFrom('sign_in_link')
      .selectAll()
      .execute()
    expect(token).not.toBe('')
    expect(JSON.stringify(rows)).not.toContain(token)
  })
})

describe('the demonstration', () => {
  test('the sign-in page lists the fifteen people in their order', async () => {
    const page = await town.visitor.page('/sign-in')
    expect(page.match(/name="person"/g)).toHaveLength(15)
    expect(page.indexOf('Ada Lindmoser')).toBeLessThan(page.indexOf('Kalina Mewowska'))
    expect(page).toContain('Coordinates prevention in Graz')
  })

  test('a visitor enters as Ada and goes where they were going', async () => {
    const response = await town.visitor.post('/demo/enter', { person: 'ada-lindmoser', next: '/account' })
    expect(response.headers.get('location')).toBe('/account')
    expect(await whoIs(sessionIn(response))).toContain('Ada Lindmoser')
  })

  test('nobody enters as somebody real, or as somebody who does not exist', async () => {
    await town.database.system
      .withTables<{ person: { slug: string; invented: boolean } }>()
      .updateTable('person')
      .set({ invented: false })
      .where('slug', '=', 'carsten-mittelweg')
      .execute()
    expect((await town.visitor.post('/demo/enter', { person: 'carsten-mittelweg' })).status).toBe(404)
    expect((await town.visitor.post('/demo/enter', { person: 'santa-claus' })).status).toBe(404)
    expect((await town.visitor.post('/demo/enter', {})).status).toBe(404)
  })

  test('the mail of the demonstration can be read on a page', async () => {
    expect((await town.visitor.get('/demo/mail')).status).toBe(200)
  })

  test('a database that was not created as a demonstration refuses, even when the process believes it is one', async () => {
    await insertRealPerson(real.database.system, { slug: 'eva', invented: true })
    expect((await real.visitor.post('/demo/enter', { person: 'eva' })).status).toBe(404)
    expect((await real.visitor.get('/demo/mail')).status).toBe(404)
    expect(await real.visitor.page('/sign-in')).not.toContain('/demo/enter')
    expect(await findInventedPerson(real.database.system, 'eva')).toBeUndefined()
    expect(await listDemonstrationPeople(real.database.system, 'en')).toEqual([])
  })
})
