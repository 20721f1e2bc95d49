// The acts through their pages: first told, then done; and what everybody may read of it afterwards.
import { beforeAll, describe, expect, test } from 'vitest'
import { dayOf } from '#kernel/locale.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { act, ask, currentMembership } from './fixtures.ts'
import { dayPlus, lastDayAfter } from './membership.ts'

let town: Town
let network: Visitor
let germany: Visitor
const today = dayOf(new Date())
beforeAll(async () => {
  town = await openTown()
  network = await town.as('irena-halvorsdottir-blau')
  germany = await town.as('carsten-mittelweg')
})

const membershipOf = (slug: string) => currentMembership(town, slug)
const count = (sql: string): Promise<number> => fill(town, `select count(*) from ${sql}`)

describe('any day', () => {
  test('Kaiserslautern is a member from 1 January 2025 on, on the page and in the file', async () => {
    expect(await town.visitor.page('/memberships?day=2024-12-31')).not.toContain('Kaiserslautern')
    const html = await town.visitor.page('/memberships?day=2025-01-01')
    expect(html).toMatch(/On 1 January 2025: \d+ members/)
    const file = await town.visitor.page('/memberships.csv?day=2025-01-01')
    expect(file).toMatch(/2025-01-01,de-kaiserslautern,Kaiserslautern,DE,2025-01-01,yes,,forum-germany,/)
    expect(await town.visitor.page('/memberships.csv?day=2024-12-31')).not.toContain('kaiserslautern')
    expect(await town.visitor.page('/memberships.csv?day=2025-01-01&forum=forum-france')).not.toContain(',DE,')
  })

  test('a municipality is called as it was called then', async () => {
    const on = (day: string) => town.visitor.page(`/memberships.csv?day=${day}`)
    expect(await on('2018-12-31')).toContain('Niedererlau (demonstration)')
    expect(await on('2019-01-01')).toContain('Untererlau (demonstration)')
    expect(await on('2022-01-01')).not.toContain('Untererlau')
    expect(await on('2022-01-01')).toContain('Erlautal (demonstration)')
    expect(await town.visitor.page('/memberships/at-erlautal')).toContain(
      'merged into Erlautal (demonstration) (invented for the demonstration)',
    )
  })

  test.each(['?day=nonsense', '?day=2025-02-30', '?forum=nowhere&page=0', '?day=9999-99-99&page=999'])(
    'nonsense in the address is left out: %s',
    async (query) => {
      expect((await town.visitor.get(`/memberships${query}`)).status).toBe(200)
      expect((await town.visitor.get(`/memberships.csv${query}`)).status).toBe(200)
    },
  )
})

describe('notice', () => {
  test('Ada gives notice for Graz, sees the last day before, stays a member until then, and takes it back', async () => {
    const ada = await town.as('ada-lindmoser')
    const lastDay = lastDayAfter(today, 6)
    const { told, location } = await act(ada, '/memberships/at-graz/resignation', {
      membership: String(await membershipOf('at-graz')),
      // What arrives is not hers to say.
      received: '2020-01-01',
    })
    expect(told).toContain(`Graz is a member for the last time on 31 December ${lastDay.slice(0, 4)}: Network.`)
    expect(location).toBe('/memberships/at-graz')
    expect(await count(`membership where id = ${await membershipOf('at-graz')} and ends_on = '${lastDay}'`)).toBe(1)
    expect(await count(`organisation where slug = 'at-graz' and active`)).toBe(1)
    expect(await network.page('/memberships/coming')).toMatch(/Graz[\s\S]*last day as a member/)
    const again = await ada.post('/memberships/at-graz/resignation', {
      membership: String(await membershipOf('at-graz')),
    })
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('has a last day already')

    const page = await ada.page('/memberships/at-graz')
    expect(page).toContain('Take the notice back')
    await ada.post('/memberships/at-graz/resignation/withdrawal', { membership: String(await membershipOf('at-graz')) })
    expect(await count(`membership where id = ${await membershipOf('at-graz')} and ends_on is null`)).toBe(1)
    expect(await ada.page('/memberships/at-graz')).toContain('notice taken back')
  })

  test('a day of arrival that cannot be read is asked for again, not taken for today', async () => {
    const membership = String(await membershipOf('ch-zurich'))
    for (const received of ['31.03.2025', '', '2025-02-30']) {
      const answer = await network.post('/memberships/ch-zurich/resignation', { membership, received })
      expect([answer.status, (await answer.text()).includes('id="received-error"')], received).toEqual([422, true])
    }
  })

  test('a notice from before the membership leaves none, and is not taken back when that day is over', async () => {
    const membership = String(await membershipOf('ch-meyrin'))
    const { told } = await act(network, '/memberships/ch-meyrin/resignation', { membership, received: '1990-01-10' })
    expect(told).toContain('does not come about')
    const answer = await network.post('/memberships/ch-meyrin/resignation/withdrawal', { membership })
    expect(answer.status).toBe(303)
    expect(await count(`membership where id = ${membership} and ends_on < begins_on`)).toBe(1)
  })

  test('the day after the last one the city is no member any more, for pages and people', async () => {
    const lausanne = await town.as('clement-ruvignat', 'en')
    await act(network, '/memberships/ch-lausanne/resignation', {
      membership: String(await membershipOf('ch-lausanne')),
      received: '2024-01-10',
    })
    // Received so long ago that the last day is past: settled at once.
    expect(await count(`organisation where slug = 'ch-lausanne' and not active`)).toBe(1)
    expect((await lausanne.get('/questions/new')).status).toBe(403)
    expect(await town.visitor.page('/members/ch-lausanne')).toContain('does not belong to the network')
    expect(await town.visitor.page('/memberships.csv?day=2024-12-31')).toContain('ch-lausanne')
    expect(await town.visitor.page('/memberships.csv?day=2025-01-01')).not.toContain('ch-lausanne')
  })
})

describe('suspension', () => {
  test('through a live session: what the network shares is gone at once, and back at once', async () => {
    const ghent = await town.as('wannes-opdegracht')
    const asks = async () => (await ghent.get('/questions/new')).status
    expect(await asks()).toBe(200)
    const { told } = await act(network, '/memberships/be-ghent/suspension', {
      ...{
        membership: String(await membershipOf('be-ghent')),
        begins: today,
        reason: 'The fee of 2025 is open (test).',
      },
    })
    expect(told).toContain('see only what is public')
    expect(await asks()).toBe(403)
    expect((await ghent.get('/questions')).headers.get('location') ?? '').not.toContain('sign-in')
    const lifted = await network.post('/memberships/be-ghent/suspension/end', { from: today })
    expect(lifted.headers.get('location')).toBe('/memberships/be-ghent')
    expect(await asks()).toBe(200)
  })

  test('two officers press at the same moment: one suspension', async () => {
    const fields = { membership: String(await membershipOf('dk-aarhus')), begins: today, reason: 'x' }
    const path = '/memberships/dk-aarhus/suspension'
    const officers = [network, await town.as('theo-quintavoll')]
    const asked = await Promise.all(officers.map(async (who) => ({ who, yes: (await ask(who, path, fields)).yes })))
    const both = await Promise.all(asked.map(({ who, yes }) => who.post(path, yes)))
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422])
    await network.post('/memberships/dk-aarhus/suspension/end', { from: today })
  })

  test('a second one at the same time, one before the membership, and an end before the beginning are refused in a sentence', async () => {
    const membership = String(await membershipOf('be-mechelen'))
    const path = '/memberships/be-mechelen/suspension'
    const suspend = (begins: string) => act(network, path, { membership, begins, reason: 'x' })
    const refusal = async (begins: string) => (await network.post(path, { membership, begins, reason: 'x' })).text()
    expect(await refusal('2001-01-01')).toContain('there is no membership that could be suspended')
    expect((await suspend(today)).location).toBe('/memberships/be-mechelen')
    expect(await refusal(dayPlus(today, 5))).toContain('is suspended on or after that day already')
    const end = await network.post('/memberships/be-mechelen/suspension/end', { from: '2001-01-01' })
    expect([end.status, await end.text()]).toEqual([422, expect.stringContaining('not before the suspension began')])
    await network.post('/memberships/be-mechelen/suspension/end', { from: today })
    // It never came about, and the page says nothing of it.
    expect(await network.page('/memberships/be-mechelen')).not.toContain('Network: suspended')
    await suspend(dayPlus(today, 30))
    await network.post('/memberships/be-mechelen/suspension/end', { from: dayPlus(today, 30) })
    expect((await suspend(dayPlus(today, 10))).location).toBe('/memberships/be-mechelen')
    await network.post('/memberships/be-mechelen/suspension/end', { from: dayPlus(today, 10) })
  })
})

describe('inhabitants and names', () => {
  test('a new figure says which class it makes and from when; the old ones stay', async () => {
    const { told } = await act(germany, '/memberships/de-kaiserslautern/figure', {
      ...{ population: '99 000', as_of: '2025-12-31', source: 'Statistisches Landesamt (test)' },
    })
    expect(told).toContain('Kaiserslautern had 99,000 inhabitants on 31 December 2025.')
    const html = await town.visitor.page('/memberships/de-kaiserslautern')
    expect(html).toMatch(/99,000[\s\S]*Statistisches Landesamt \(test\)/)
    expect(await town.visitor.page('/members/de-kaiserslautern')).toContain('99,000')
    const once = await germany.post('/memberships/de-kaiserslautern/figure', {
      ...{ population: '99000', as_of: '2025-12-31', source: 'Statistisches Landesamt (test)' },
    })
    expect(await once.text()).toContain('This figure is recorded already')
  })

  test('another class is told with its year', async () => {
    const answer = await network.post('/memberships/at-graz/figure', {
      ...{ population: '501.000', as_of: '2025-06-30', source: 'x' },
    })
    expect(await answer.text()).toContain(
      'The class changes from 2026 on: 250,000 to 500,000 becomes 500,000 and more.',
    )
  })

  test('a name for a day to come waits for it; a past one is carried at once', async () => {
    const coming = dayPlus(today, 30)
    await act(network, '/memberships/at-quellmoos/renaming', { name: 'Bad Quellmoos', on_day: coming })
    expect(await town.visitor.page('/members/at-quellmoos')).not.toContain('Bad Quellmoos')
    expect(await town.visitor.page(`/memberships.csv?day=${coming}`)).toContain('Bad Quellmoos')
    const second = await network.post('/memberships/at-quellmoos/renaming', { name: 'X', on_day: dayPlus(coming, 1) })
    expect(await second.text()).toContain('Only one can wait')
    await act(network, '/memberships/at-erlautal/renaming', { name: 'Erlau am Tal', on_day: '2025-05-01' })
    expect(await town.visitor.page('/members/at-erlautal')).toContain('Erlau am Tal')
    expect(await town.visitor.page('/memberships.csv?day=2025-04-30')).toContain('Erlautal (demonstration)')
  })
})
