// Whatever the rule of a forum: no two memberships of one kind overlap, what follows keeps its days, what has ended is final.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ask,
  city,
  codeOf,
  counted,
  end,
  forums,
  join,
  one,
  settle,
  standInCountries,
  stretches,
} from '../../../testing/countries.ts'

standInCountries()

describe('whatever the rule', () => {
  test('no two memberships of one kind overlap, what has ended is final, nothing is deleted or rewritten', async () => {
    const graz = await city('AT')
    const first = await join(graz, null, '2010-01-01')
    expect(await codeOf(join(graz, null, '2012-01-01'))).toBe('23P01')
    await end(first, '2015-12-31')
    expect(await codeOf(end(first, '2016-12-31'))).toBe('42501')
    expect(await codeOf(ask('delete from membership where id = $1', [first]))).toBe('42501')
    expect(await codeOf(ask(`update membership set begins_on = '2009-01-01' where id = $1`, [first]))).toBe('42501')
    const coming = await join(graz, null, '2040-01-01')
    await end(coming, '2039-12-31')
    expect(await stretches(graz)).toEqual(['N 2010-01-01 2015-12-31'])
    await join(graz, null, '2040-01-01')
  })

  test('organisations without any membership are left as they are', async () => {
    const id = await one(
      `insert into organisation (slug, name, kind, country, active) values ('untouched', 'x', 'municipality', 'AT', true) returning id`,
    )
    await ask('select app.settle_memberships($1, null)', ['2026-01-01'])
    expect(await one<boolean>('select active from organisation where id = $1', [id])).toBe(true)
  })

  test('a figure, a new name and a day that comes are shown by the register and told as a fact', async () => {
    const graz = await city('AT')
    await join(graz, null, '2040-01-01')
    expect(await counted(graz, '2039-12-31')).toEqual([false, 0])
    await ask(
      `insert into population_figure (organisation_id, as_of, population, source) values ($1, '2024-12-31', 300000, 'office')`,
      [graz],
    )
    await ask(`insert into renaming (organisation_id, on_day, name) values ($1, '2040-01-01', 'Neu-Graz')`, [graz])
    const told = () =>
      one(`select count(*)::int from fact where name = 'member.changed' and organisation_id = $1`, [graz])
    const before = await told()
    expect(await settle('2040-01-01', graz)).toBe(1)
    expect(await told()).toBe(before + 1)
    expect(await settle('2040-01-01', graz)).toBe(0)
    const { rows } = await ask(
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
