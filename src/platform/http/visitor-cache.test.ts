// A page kept for visitors is never a person's, and a person's page is kept by nobody.
import { expect, test } from 'vitest'
import { openTown } from '../../../testing/app.ts'

const town = await openTown()
const ada = await town.as('ada-lindmoser')
const paths = ['/', '/practices', '/members', '/members/at-graz', '/search?q=night', '/about']

test.each(paths)('%s: visitor after Ada, Ada after visitor, each gets their own', async (path) => {
  for (let round = 0; round < 2; round += 1) {
    expect(await ada.page(path)).toContain('Ada Lindmoser')
    const visited = await town.visitor.get(path)
    expect(visited.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    expect(await visited.text()).not.toContain('/sign-out')
  }
})

test.each([...paths, '/account', '/people', '/nowhere'])(
  '%s as Ada sees it stays out of every shared cache',
  async (path) => {
    const { headers } = await ada.get(path)
    expect(headers.get('cache-control')).toMatch(/^private/)
    expect(headers.get('vary')).toContain('Cookie')
  },
)

test('the interface for programs and files are kept by nobody', async () => {
  expect((await town.visitor.get('/api/v1/search?q=night')).headers.get('cache-control')).toBe('private, no-store')
})

test('an empty or odd header cannot put its own answer in the place of the page', async () => {
  const whole = async () => (await town.visitor.page('/about')).startsWith('<!doctype html>')
  for (const headers of [{ 'x-fragment': '' }, { 'x-fragment': 'true' }, { 'x-fragment': ' en' }]) {
    await town.work()
    expect((await (await town.visitor.get('/about', headers)).text()).startsWith('<!doctype html>')).toBe(false)
    expect(await whole()).toBe(true)
  }
})

test('each language gets its own page, whoever came first', async () => {
  await town.visitor.get('/about', { 'accept-language': 'de' })
  expect(await (await town.visitor.get('/about', { 'accept-language': 'fr' })).text()).toContain('lang="fr"')
  expect(await (await town.visitor.get('/about', { cookie: 'lang=pl' })).text()).toContain('lang="pl"')
  expect(await (await town.visitor.get('/about', { 'accept-language': 'de' })).text()).toContain('lang="de"')
})

test('somebody with a cookie of a session that is over is served afresh, as a visitor', async () => {
  const answer = await town.visitor.get('/practices', { cookie: 'session=over' })
  expect(await answer.text()).not.toContain('/sign-out')
})
