// How membership of the network and of a forum hang together, asked of PostgreSQL itself: four rules, each with joining, leaving,
// suspension and coming back.
import { describe, expect, test } from 'vitest'
import {
  city,
  codeOf,
  counted,
  end,
  forums,
  join,
  one,
  standInCountries,
  stretches,
  suspend,
} from '../../../testing/countries.ts'

standInCountries()

describe('automatic from the network (Germany)', () => {
  test('the forum’s begins and ends with the network’s, and goes on when the notice is taken back', async () => {
    const trier = await city('DE')
    const network = await join(trier, null, '2025-01-01')
    expect(await stretches(trier)).toEqual(['N 2025-01-01 …', 'F 2025-01-01 …'])
    await end(network, '2030-12-31')
    expect(await stretches(trier)).toEqual(['N 2025-01-01 2030-12-31', 'F 2025-01-01 2030-12-31'])
    expect(await counted(trier, '2030-12-31')).toEqual([true, 1])
    expect(await counted(trier, '2031-01-01')).toEqual([false, 0])
    await end(network, null)
    expect(await stretches(trier)).toEqual(['N 2025-01-01 …', 'F 2025-01-01 …'])
  })

  test('nobody joins the forum alone, and a city elsewhere joins the network without it', async () => {
    const trier = await city('DE')
    expect(await codeOf(join(trier, forums['DE'] ?? 0, '2025-01-01'))).toBe('23514')
    const graz = await city('AT')
    await join(graz, null, '2025-01-01')
    expect(await stretches(graz)).toEqual(['N 2025-01-01 …'])
  })

  test('a suspension in the network rests both, one in the forum the forum alone', async () => {
    const trier = await city('DE')
    const network = await join(trier, null, '2025-01-01')
    await suspend(network, '2025-06-01', '2025-06-30')
    expect(await counted(trier, '2025-06-30')).toEqual([false, 0])
    expect(await counted(trier, '2025-07-01')).toEqual([true, 1])
    const forum = await one('select id from membership where follows_id = $1', [network])
    await suspend(forum, '2025-09-01', null)
    expect(await counted(trier, '2025-09-01')).toEqual([true, 0])
  })

  test('who comes back later is a member of both again, the years between stay empty', async () => {
    const trier = await city('DE')
    await end(await join(trier, null, '2010-01-01'), '2015-12-31')
    await join(trier, null, '2020-01-01')
    expect(await stretches(trier)).toEqual([
      'N 2010-01-01 2015-12-31',
      'N 2020-01-01 …',
      'F 2010-01-01 2015-12-31',
      'F 2020-01-01 …',
    ])
    expect(await counted(trier, '2017-05-05')).toEqual([false, 0])
  })
})

describe('automatic from the forum (France)', () => {
  test('the forum’s admission makes the network’s membership; both end together', async () => {
    const lens = await city('FR')
    const forum = await join(lens, forums['FR'] ?? 0, '2025-03-01')
    expect(await stretches(lens)).toEqual(['N 2025-03-01 …', 'F 2025-03-01 …'])
    await end(forum, '2030-12-31')
    expect(await stretches(lens)).toEqual(['N 2025-03-01 2030-12-31', 'F 2025-03-01 2030-12-31'])
  })

  test('a membership of the network that was there before stays its own; the rule fills what comes after it', async () => {
    const lens = await city('FR')
    await end(await join(lens, null, '2010-01-01'), '2026-12-31')
    await join(lens, forums['FR'] ?? 0, '2025-03-01')
    expect(await stretches(lens)).toEqual(['N 2010-01-01 2026-12-31', 'N 2027-01-01 …', 'F 2025-03-01 …'])
  })

  test('a notice in the network leaves no gap: the forum makes it go on, and gives the days back with the notice', async () => {
    const lens = await city('FR')
    const network = await join(lens, null, '2020-01-01')
    await join(lens, forums['FR'] ?? 0, '2025-03-01')
    expect(await stretches(lens)).toEqual(['N 2020-01-01 …', 'F 2025-03-01 …'])
    await end(network, '2030-12-31')
    expect(await stretches(lens)).toEqual(['N 2020-01-01 2030-12-31', 'N 2031-01-01 …', 'F 2025-03-01 …'])
    await end(network, null)
    expect(await stretches(lens)).toEqual(['N 2020-01-01 …', 'F 2025-03-01 …'])
  })

  test('suspended in the forum it rests in the network; the forum makes no member of a city abroad', async () => {
    const lens = await city('FR')
    await suspend(await join(lens, forums['FR'] ?? 0, '2025-03-01'), '2025-05-01', null)
    expect(await counted(lens, '2025-04-30')).toEqual([true, 1])
    expect(await counted(lens, '2025-05-01')).toEqual([false, 0])
    expect(await codeOf(join(await city('AT'), forums['FR'] ?? 0, '2025-03-01'))).toBe('23514')
  })
})

describe('a precondition (Portugal)', () => {
  test('no forum without the network on that day; it ends with it, and goes on with it', async () => {
    const faro = await city('PT')
    expect(await codeOf(join(faro, forums['PT'] ?? 0, '2025-01-01'))).toBe('23514')
    const network = await join(faro, null, '2025-01-01')
    expect(await codeOf(join(faro, forums['PT'] ?? 0, '2024-12-31'))).toBe('23514')
    await join(faro, forums['PT'] ?? 0, '2026-01-01')
    await end(network, '2030-12-31')
    expect(await stretches(faro)).toEqual(['N 2025-01-01 2030-12-31', 'F 2026-01-01 2030-12-31'])
    await end(network, null)
    expect(await stretches(faro)).toEqual(['N 2025-01-01 …', 'F 2026-01-01 …'])
  })

  test('leaving the forum leaves the network as it was; its own end stays when the network’s is taken back', async () => {
    const faro = await city('PT')
    const network = await join(faro, null, '2025-01-01')
    const forum = await join(faro, forums['PT'] ?? 0, '2025-01-01')
    await end(forum, '2029-12-31')
    await end(network, '2028-12-31')
    expect(await stretches(faro)).toEqual(['N 2025-01-01 2028-12-31', 'F 2025-01-01 2028-12-31'])
    await end(network, null)
    expect(await stretches(faro)).toEqual(['N 2025-01-01 …', 'F 2025-01-01 2029-12-31'])
    await suspend(network, '2026-01-01', null)
    expect(await counted(faro, '2026-02-02')).toEqual([false, 0])
  })
})

describe('independent (Belgium)', () => {
  test('neither makes, ends or rests the other; who is in the forum alone reaches the forum, not the network', async () => {
    const gent = await city('BE')
    const forum = await join(gent, forums['BE'] ?? 0, '2025-01-01')
    expect(await counted(gent, '2025-01-01')).toEqual([false, 1])
    const person = await one(
      `insert into person (slug, name, email, role, organisation_id, lang) values ($1, 'x', $1 || '@x.example', 'colleague', $2, 'nl') returning id`,
      [`p-${gent}`, gent],
    )
    const reached = () => one<string>('select app.audiences_of($1)', [person])
    const audience = await one('select id from audience where forum_id = $1', [forums['BE']])
    expect((await reached()).split(',')).toContain(String(audience))
    expect((await reached()).split(',')).not.toContain('2')
    const network = await join(gent, null, '2026-01-01')
    await suspend(network, '2026-05-01', '2026-05-31')
    expect(await counted(gent, '2026-04-01')).toEqual([true, 1])
    expect(await counted(gent, '2026-05-01')).toEqual([false, 1])
    await end(forum, '2030-12-31')
    expect(await stretches(gent)).toEqual(['N 2026-01-01 …', 'F 2025-01-01 2030-12-31'])
  })
})
