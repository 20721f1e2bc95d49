// How membership of the network and of a forum hang together, asked of PostgreSQL itself: four rules, each with joining, leaving,
// suspension and coming back; whatever happens, no two memberships of the same kind overlap and what follows keeps its days.
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown } from '../../../testing/app.ts'

let owner: pg.Client
const forums: Record<string, number> = {}
beforeAll(async () => {
  const town = await openTown('empty')
  owner = new pg.Client(town.owner)
  await owner.connect()
  for (const [country, rule] of [
    ['DE', 'automatic-from-network'],
    ['FR', 'automatic-from-forum'],
    ['PT', 'precondition'],
    ['BE', 'independent'],
  ])
    forums[country ?? ''] = await one(
      `insert into forum (slug, names, country, membership_rule) values ('forum-' || $1::text, '{}', $1, $2) returning id`,
      [country, rule],
    )
})
afterAll(() => owner.end())

async function one<Value = number>(sql: string, values: readonly unknown[] = []): Promise<Value> {
  const { rows } = await owner.query(sql, [...values])
  return Object.values(rows[0] ?? {})[0] as Value
}

let count = 0
const city = async (country: string): Promise<number> => {
  count += 1
  const id = await one(
    `insert into organisation (slug, name, kind, country) values ($1, $1, 'municipality', $2) returning id`,
    [`city-${count}`, country],
  )
  await owner.query(`insert into member (organisation_id, local_name, state) values ($1, $2, 'none')`, [
    id,
    `city-${count}`,
  ])
  return id
}

const join = (organisation: number, forum: number | null, from: string, ground = 'admission'): Promise<number> =>
  one('insert into membership (organisation_id, forum_id, begins_on, ground) values ($1, $2, $3, $4) returning id', [
    organisation,
    forum,
    from,
    ground,
  ])
const end = (id: number, on: string | null) =>
  owner.query(
    'update membership set closes_on = $2, closing = case when $2::date is not null then $3 end where id = $1',
    [id, on, 'resignation'],
  )
/** `N 2020-01-01 …` of the network, `F` of a forum. */
const stretches = async (organisation: number): Promise<string[]> => {
  const { rows } = await owner.query(
    `select case when forum_id is null then 'N' else 'F' end || ' ' || begins_on || ' ' || coalesce(ends_on::text, '…') as line from membership
     where organisation_id = $1 and (ends_on is null or ends_on >= begins_on) order by forum_id nulls first, begins_on`,
    [organisation],
  )
  return rows.map(({ line }) => line)
}
const settle = (day: string, ...whose: number[]) => one('select app.settle_memberships($1, $2)', [day, whose])
/** What follows for a day: whether the network counts it, and how many forums do. */
const counted = async (organisation: number, day: string): Promise<[boolean, number]> => {
  await settle(day, organisation)
  return [
    await one<boolean>('select active from organisation where id = $1', [organisation]),
    await one('select count(*)::int from forum_member where organisation_id = $1', [organisation]),
  ]
}
const suspend = (id: number, from: string, to: string | null): Promise<number> =>
  one(`insert into suspension (membership_id, begins_on, ends_on, reason) values ($1, $2, $3, 'x') returning id`, [
    id,
    from,
    to,
  ])
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error) => String(error.code),
  )

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

describe('whatever the rule', () => {
  test('no two memberships of one kind overlap, what has ended is final, nothing is deleted or rewritten', async () => {
    const graz = await city('AT')
    const first = await join(graz, null, '2010-01-01')
    expect(await codeOf(join(graz, null, '2012-01-01'))).toBe('23P01')
    await end(first, '2015-12-31')
    expect(await codeOf(end(first, '2016-12-31'))).toBe('42501')
    expect(await codeOf(owner.query('delete from membership where id = $1', [first]))).toBe('42501')
    expect(await codeOf(owner.query(`update membership set begins_on = '2009-01-01' where id = $1`, [first]))).toBe(
      '42501',
    )
    const coming = await join(graz, null, '2040-01-01')
    await end(coming, '2039-12-31')
    expect(await stretches(graz)).toEqual(['N 2010-01-01 2015-12-31'])
    await join(graz, null, '2040-01-01')
  })

  test('organisations without any membership are left as they are', async () => {
    const id = await one(
      `insert into organisation (slug, name, kind, country, active) values ('untouched', 'x', 'municipality', 'AT', true) returning id`,
    )
    await owner.query('select app.settle_memberships($1, null)', ['2026-01-01'])
    expect(await one<boolean>('select active from organisation where id = $1', [id])).toBe(true)
  })

  test('a figure, a new name and a day that comes are shown by the register and told as a fact', async () => {
    const graz = await city('AT')
    await join(graz, null, '2040-01-01')
    expect(await counted(graz, '2039-12-31')).toEqual([false, 0])
    await owner.query(
      `insert into population_figure (organisation_id, as_of, population, source) values ($1, '2024-12-31', 300000, 'office')`,
      [graz],
    )
    await owner.query(`insert into renaming (organisation_id, on_day, name) values ($1, '2040-01-01', 'Neu-Graz')`, [
      graz,
    ])
    const told = () =>
      one(`select count(*)::int from fact where name = 'member.changed' and organisation_id = $1`, [graz])
    const before = await told()
    expect(await settle('2040-01-01', graz)).toBe(1)
    expect(await told()).toBe(before + 1)
    expect(await settle('2040-01-01', graz)).toBe(0)
    const { rows } = await owner.query(
      `select o.name, o.active, m.local_name, m.state, m.population, m.population_year, m.member_since::text from organisation o
       join member m on m.organisation_id = o.id where o.id = $1`,
      [graz],
    )
    expect(rows).toEqual([
      {
        ...{ name: 'Neu-Graz', active: true, local_name: 'Neu-Graz', state: 'member' },
        ...{ population: 300000, population_year: 2024, member_since: '2040-01-01' },
      },
    ])
  })
})

const years = fc.integer({ min: 2027, max: 2060 })
const act = fc.oneof(
  fc.record({ what: fc.constant('join' as const), of: fc.constantFrom('network', 'forum'), year: years }),
  fc.record({ what: fc.constant('end' as const), of: fc.constantFrom('network', 'forum'), year: years }),
  fc.record({ what: fc.constant('go on' as const), of: fc.constantFrom('network', 'forum'), year: years }),
)

test.each(['DE', 'FR', 'PT', 'BE'])('in %s no order of acts breaks the rule', async (country) => {
  const forum = forums[country] ?? 0
  const last = (organisation: number, of: string) =>
    one<number | undefined>(
      `select id from membership where organisation_id = $1 and forum_id is not distinct from $2 and ground <> 'automatic' order by begins_on desc limit 1`,
      [organisation, of === 'forum' ? forum : null],
    )
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 8 }), async (acts) => {
      const organisation = await city(country)
      for (const { what, of, year } of acts) {
        const id = await last(organisation, of)
        const work =
          what === 'join'
            ? join(organisation, of === 'forum' ? forum : null, `${year}-01-01`)
            : id === undefined
              ? Promise.resolve()
              : end(id, what === 'end' ? `${year}-12-31` : null)
        // Refused is refused; what matters is what stands afterwards.
        await codeOf(work)
      }
      const broken = await one(
        `select count(*)::int from membership f left join membership n on n.id = f.follows_id join forum r on r.id = $2
         where f.organisation_id = $1 and (f.ends_on is null or f.ends_on >= f.begins_on) and case r.membership_rule
           when 'automatic-from-network' then f.forum_id = r.id and (n.begins_on, n.ends_on) is distinct from (f.begins_on, f.ends_on)
           when 'precondition' then f.forum_id = r.id and not daterange(n.begins_on, n.ends_on + 1) @> daterange(f.begins_on, f.ends_on + 1)
           when 'automatic-from-forum' then f.forum_id is null and f.ground = 'automatic'
             and not daterange(n.begins_on, n.ends_on + 1) @> daterange(f.begins_on, f.ends_on + 1)
           else f.follows_id is not null end`,
        [organisation, forum],
      )
      expect(broken).toBe(0)
      // France: every day in the forum is a day in the network.
      const uncovered = await one(
        `select count(*)::int from generate_series(2027, 2062) y where $3 = 'FR'
         and exists (select 1 from membership where organisation_id = $1 and forum_id = $2 and make_date(y, 6, 1) between begins_on and coalesce(ends_on, 'infinity'))
         and not exists (select 1 from membership where organisation_id = $1 and forum_id is null and make_date(y, 6, 1) between begins_on and coalesce(ends_on, 'infinity'))`,
        [organisation, forum, country],
      )
      expect(uncovered).toBe(0)
    }),
    { numRuns: 60 },
  )
})
