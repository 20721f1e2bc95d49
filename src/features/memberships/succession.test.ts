// Municipalities merge and split: told first, then done; what goes ends on the day before, what comes is a member from the day on.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { act, ask, currentMembership } from './fixtures.ts'

let town: Town
let network: Visitor
let germany: Visitor
beforeAll(async () => {
  town = await openTown()
  network = await town.as('irena-halvorsdottir-blau')
  germany = await town.as('carsten-mittelweg')
})
const membershipOf = (slug: string) => currentMembership(town, slug)
const count = (sql: string): Promise<number> => fill(town, `select count(*) from ${sql}`)

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
    expect(await town.visitor.page('/memberships/it-parma-e-prato')).toContain(
      'Parma and Prato: merged into Parma e Prato',
    )
  })

  test('a municipality that writes its name in other letters merges as every other', async () => {
    await act(network, '/memberships/it-modena/split', {
      ...{ names: 'Θήβα', goes_on: 'yes', on_day: '2020-01-01', decision: 'x' },
    })
    const slug = await rowsOf<{ slug: string }>(town, `select slug from organisation where name = 'Θήβα'`)
    const { location } = await act(network, '/memberships/it-modena/merger', {
      ...{ 'others[]': [slug[0]?.slug ?? ''], into: 'it-modena', name: '', on_day: '2030-01-01', decision: 'x' },
    })
    expect(location).toBe('/memberships/it-modena')
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

  test('an act that is refused half way leaves nothing of its first half, said yes to or not', async () => {
    const before = [
      await count('organisation'),
      await count('succession'),
      await count('membership where ends_on is null'),
    ]
    const answer = await network.post('/memberships/at-graz/merger', {
      ...{ 'others[]': ['at-quellmoos'], into: '', name: 'Graz am Moos', on_day: '2018-01-01', decision: 'x' },
    })
    expect(answer.status).toBe(422)
    expect([
      await count('organisation'),
      await count('succession'),
      await count('membership where ends_on is null'),
    ]).toEqual(before)
  })

  test('a membership that is over is ended by no merger of an earlier day, and a sentence says so', async () => {
    await act(network, '/memberships/ch-lausanne/resignation', {
      membership: String(await membershipOf('ch-lausanne')),
      received: '2024-01-10',
    })
    const answer = await network.post('/memberships/ch-lausanne/merger', {
      ...{ 'others[]': ['ch-zurich'], into: 'ch-zurich', name: '', on_day: '2024-06-01', decision: 'x' },
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('has a last day already')
  })

  test('a split makes members of the new ones; an office whose memberships follow has none to record', async () => {
    await act(network, '/memberships/it-modena/split', {
      ...{ names: 'Modena Nord', goes_on: 'yes', on_day: '2030-01-01', decision: 'x' },
    })
    const file = await town.visitor.page('/memberships.csv?day=2030-01-01')
    expect([file.includes(',it-modena-nord,'), file.includes(',it-modena,')]).toEqual([true, true])
    const merger = {
      'others[]': ['de-kaiserslautern'],
      into: 'de-augsburg',
      name: '',
      on_day: '2030-01-01',
      decision: 'x',
    }
    expect((await germany.post('/memberships/de-augsburg/merger', merger)).status).toBe(403)
    const french = await network.post('/memberships/fr-lyon/merger', {
      ...merger,
      'others[]': ['fr-nice'],
      into: 'fr-lyon',
    })
    expect(french.status).toBe(403)
  })

  test('a yes to a split that is clicked twice founds one; a colleague who says the same yes is asked anew', async () => {
    const theo = await town.as('theo-quintavoll')
    const path = '/memberships/it-brescia/split'
    const fields = { names: 'Brescia Nuova', goes_on: 'yes', on_day: '2030-01-01', decision: 'x' }
    const [mine, his] = [await ask(network, path, fields), await ask(theo, path, fields)]
    const clicks = await Promise.all([network.post(path, mine.yes), network.post(path, mine.yes)])
    expect(clicks.map(({ status }) => status)).toEqual([303, 303])
    expect(await count(`organisation where name = 'Brescia Nuova'`)).toBe(1)
    expect((await theo.post(path, his.yes)).status).toBe(422)
    expect(await count(`organisation where name = 'Brescia Nuova'`)).toBe(1)
  })

  test('a form without anything comes back with a sentence at each field', async () => {
    for (const name of ['resignation', 'suspension', 'figure', 'renaming', 'merger', 'split']) {
      const answer = await network.post(`/memberships/at-graz/${name}`)
      expect([name, answer.status]).toEqual([name, 422])
    }
  })
})
