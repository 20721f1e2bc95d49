// The acts through their pages: first told, then done; and what everybody may read of it afterwards.
import { beforeAll, describe, expect, test } from 'vitest'
import { dayOf } from '#kernel/locale.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
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

type Fields = Record<string, string | readonly string[]>
/** Asks, reads what would happen, and says yes with exactly what that page holds. */
async function act(who: Visitor, path: string, fields: Fields): Promise<{ told: string; location: string | null }> {
  const answer = await who.post(path, fields)
  const told = await answer.text()
  expect(answer.status, told).toBe(200)
  const hidden = [...told.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  const confirmed: Record<string, string[]> = {}
  for (const [, name = '', value = ''] of hidden)
    confirmed[name] = [...(confirmed[name] ?? []), value.replaceAll('&#39;', "'")]
  return { told, location: (await who.post(path, confirmed)).headers.get('location') }
}
const membershipOf = (slug: string, forum: string | null = null): Promise<number> =>
  fill(
    town,
    `select m.id from membership m join organisation o on o.id = m.organisation_id left join forum f on f.id = m.forum_id
     where o.slug = '${slug}' and ${forum === null ? 'm.forum_id is null' : `f.slug = '${forum}'`} order by m.begins_on desc limit 1`,
  )
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
      'became part of Erlautal (demonstration) (invented for the demonstration)',
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

  test('what was told is what is done: a last day that moved meanwhile is shown again', async () => {
    const answer = await network.post('/memberships/ch-zurich/resignation', {
      ...{ membership: String(await membershipOf('ch-zurich')), received: today },
      ...{ confirmed: 'yes', expected: '2001-12-31' },
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('The last day has changed since you looked')
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
    const fields = { membership: String(await membershipOf('dk-aarhus')), begins: today, reason: 'x', confirmed: 'yes' }
    const both = await Promise.all([1, 2].map(() => network.post('/memberships/dk-aarhus/suspension', fields)))
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422])
    await network.post('/memberships/dk-aarhus/suspension/end', { from: today })
  })

  test('a second one at the same time, one before the membership, and an end before the beginning are refused in a sentence', async () => {
    const membership = String(await membershipOf('be-mechelen'))
    const suspend = (begins: string) =>
      network.post('/memberships/be-mechelen/suspension', { membership, begins, reason: 'x', confirmed: 'yes' })
    expect(await (await suspend('2001-01-01')).text()).toContain('there is no membership that could be suspended')
    expect((await suspend(today)).status).toBe(303)
    expect(await (await suspend(dayPlus(today, 5))).text()).toContain('is suspended on or after that day already')
    const end = await network.post('/memberships/be-mechelen/suspension/end', { from: '2001-01-01' })
    expect([end.status, await end.text()]).toEqual([422, expect.stringContaining('not before the suspension began')])
    await network.post('/memberships/be-mechelen/suspension/end', { from: today })
    // It never came about, and the page says nothing of it.
    expect(await network.page('/memberships/be-mechelen')).not.toContain('Network: suspended')
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
      ...{ population: '99000', as_of: '2025-12-31', source: 'Statistisches Landesamt (test)', confirmed: 'yes' },
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

describe('merger and split', () => {
  test('two become a new one: they end on the day before, it is a member with its forum from the day on', async () => {
    const { told, location } = await act(network, '/memberships/it-parma/merger', {
      ...{ 'others[]': ['it-prato'], into: '', name: 'Parma e Prato', on_day: '2030-01-01', decision: 'Legge (test)' },
    })
    expect(told).toContain('Parma e Prato is entered in the register.')
    expect(told).toContain('Parma is a member for the last time on 31 December 2029: Network.')
    expect(told).toContain('Parma e Prato becomes a member on 1 January 2030: Italian Forum.')
    expect(location).toBe('/memberships/it-parma')
    const file = await town.visitor.page('/memberships.csv?day=2030-01-01')
    expect(file).toMatch(/it-parma-e-prato,Parma e Prato,IT,2030-01-01,yes,,forum-italy/)
    expect(file).not.toContain(',it-prato,')
    expect(await town.visitor.page('/memberships/it-parma-e-prato')).toContain('became part of')
  })

  test('one that goes on takes in the other; its own membership is not touched', async () => {
    const before = await membershipOf('it-brescia')
    await act(network, '/memberships/it-bergamo/merger', {
      ...{ 'others[]': ['it-brescia'], into: 'it-brescia', name: '', on_day: '2030-01-01', decision: 'x' },
    })
    expect(await membershipOf('it-brescia')).toBe(before)
    expect(await count(`membership where id = ${before} and ends_on is null`)).toBe(1)
    expect(await count(`membership where id = ${await membershipOf('it-bergamo')} and ends_on = '2029-12-31'`)).toBe(1)
  })

  test('what is only told leaves nothing behind', async () => {
    const before = [await count('organisation'), await count('succession'), await count('fact')]
    const answer = await network.post('/memberships/it-modena/split', {
      ...{ names: 'Modena Nord\nModena Sud', goes_on: 'no', on_day: '2030-01-01', decision: 'x' },
    })
    expect(await answer.text()).toContain('Modena Sud becomes a member on 1 January 2030: Network.')
    expect([await count('organisation'), await count('succession'), await count('fact')]).toEqual(before)
  })

  test('a split makes members of the new ones; the Italian office cannot record it, since its memberships follow', async () => {
    await act(network, '/memberships/it-modena/split', {
      ...{ names: 'Modena Nord', goes_on: 'yes', on_day: '2030-01-01', decision: 'x' },
    })
    const file = await town.visitor.page('/memberships.csv?day=2030-01-01')
    expect([file.includes(',it-modena-nord,'), file.includes(',it-modena,')]).toEqual([true, true])
    const merger = await germany.post('/memberships/de-augsburg/merger', {
      ...{ 'others[]': ['de-kaiserslautern'], into: 'de-augsburg', name: '', on_day: '2030-01-01', decision: 'x' },
    })
    expect(merger.status).toBe(422)
    expect(await merger.text()).toContain('This membership follows another one by rule.')
  })

  test('a form without anything comes back with a sentence at each field', async () => {
    for (const name of ['resignation', 'suspension', 'figure', 'renaming', 'merger', 'split']) {
      const answer = await network.post(`/memberships/at-graz/${name}`)
      expect([name, answer.status]).toEqual([name, 422])
    }
  })
})
