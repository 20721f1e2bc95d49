// Who tries to act for others, or to learn of a suspension that is nobody's business: refused on every way.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayOf } from '#kernel/locale.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { attempt, type Door, openDoor, refused } from '../../../testing/policies/as-person.ts'

let town: Town
let owner: pg.Client
let door: Door
const today = dayOf(new Date())
const secret = 'Zwergenschulden'
const people: Record<string, number> = {}
beforeAll(async () => {
  town = await openTown()
  owner = new pg.Client(town.owner)
  await owner.connect()
  door = await openDoor(town)
  for (const slug of [
    'irena-halvorsdottir-blau',
    'carsten-mittelweg',
    'ada-lindmoser',
    'assia-verdonnel',
    'wannes-opdegracht',
  ])
    people[slug] = await town.personId(slug)
  await owner.query(
    `insert into suspension (membership_id, begins_on, reason) select m.id, $1, $2 from membership m join organisation o on o.id = m.organisation_id
     where o.slug = 'be-ghent' and m.forum_id is null`,
    [today, secret],
  )
})
afterAll(async () => {
  await door.close()
  await owner.end()
})

const idOf = async (slug: string, forum: string | null = null): Promise<number> =>
  (
    await owner.query(
      `select m.id from membership m join organisation o on o.id = m.organisation_id left join forum f on f.id = m.forum_id
       where o.slug = $1 and f.slug is not distinct from $2`,
      [slug, forum],
    )
  ).rows[0]?.id
const as = (slug: string | undefined, work: (client: pg.Client) => Promise<unknown>) =>
  door.as(slug === undefined ? undefined : people[slug], work)

describe('the office of the German forum', () => {
  let germany: Visitor
  beforeAll(async () => {
    germany = await town.as('carsten-mittelweg')
  })

  test('finds no act for a French, Belgian or Austrian city', async () => {
    for (const slug of ['fr-lyon', 'be-antwerp', 'at-graz'])
      for (const act of ['resignation', 'suspension', 'figure', 'renaming', 'merger', 'split']) {
        expect((await germany.get(`/memberships/${slug}/${act}`)).status, `${slug} ${act}`).toBe(403)
        expect((await germany.post(`/memberships/${slug}/${act}`, { confirmed: 'yes' })).status).toBe(403)
      }
  })

  test('does not touch the network’s membership of its own city, by no number sent', async () => {
    const membership = String(await idOf('de-kaiserslautern'))
    const fields = { membership, begins: today, reason: 'x', received: today }
    // What follows the network's is not resigned by anybody; the forum may let its own rest, not the network's.
    expect((await germany.post('/memberships/de-kaiserslautern/resignation', fields)).status).toBe(403)
    const answer = await germany.post('/memberships/de-kaiserslautern/suspension', fields)
    expect(answer.status).toBe(422)
    expect((await answer.text()).includes('or belongs to another office')).toBe(true)
    const others = String(await idOf('fr-lyon', 'forum-france'))
    const abroad = { ...fields, membership: others }
    expect((await germany.post('/memberships/de-kaiserslautern/suspension', abroad)).status).toBe(422)
  })

  test('is refused by the database with every store bypassed', async () => {
    const network = await idOf('de-kaiserslautern')
    const french = await idOf('fr-lyon', 'forum-france')
    const belgium = (await owner.query(`select id from forum where slug = 'forum-belgium'`)).rows[0]?.id
    const graz = (await owner.query(`select id from organisation where slug = 'at-graz'`)).rows[0]?.id
    const me = people['carsten-mittelweg']
    await as('carsten-mittelweg', async (client) => {
      const admit =
        'insert into membership (organisation_id, forum_id, begins_on, ground, recorded_by) values ($1, $2, $3, $4, $5)'
      expect(await attempt(client, admit, [graz, null, '2040-01-01', 'admission', me])).toBe(refused)
      expect(await attempt(client, admit, [graz, belgium, '2040-01-01', 'admission', me])).toBe(refused)
      for (const id of [network, french])
        for (const sql of [
          `insert into suspension (membership_id, begins_on, reason, recorded_by) values (${id}, '${today}', 'x', ${me})`,
          `insert into resignation (membership_id, received_on, last_day, recorded_by) values (${id}, '${today}', app.last_day(null, '${today}'), ${me})`,
        ])
          expect(await attempt(client, sql), sql).toBe(refused)
      const close = `update membership set closes_on = '2030-12-31', closing = 'succession' where id =`
      for (const id of [network, french]) expect(await attempt(client, `${close} ${id}`)).toBe('0 rows')
      const figure = `insert into population_figure (organisation_id, as_of, population, source, recorded_by) values (${graz}, '2024-01-01', 1, 'x', ${me})`
      expect(await attempt(client, figure)).toBe(refused)
      expect(
        await attempt(
          client,
          `insert into renaming (organisation_id, on_day, name, recorded_by) values (${graz}, '2024-01-01', 'x', ${me})`,
        ),
      ).toBe(refused)
      expect(
        await attempt(
          client,
          `insert into succession (kind, on_day, decision, forum_id, recorded_by) values ('merger', '2030-01-01', 'x', null, ${me})`,
        ),
      ).toBe(refused)
      expect(await attempt(client, `select app.found_successor(${graz}, 'x', 'x')`)).toBe(refused)
      expect(await attempt(client, `select app.settle_memberships('2030-01-01', null)`)).toBe(refused)
      expect(await attempt(client, 'update membership set ends_on = null')).toBe(refused)
      expect(await attempt(client, 'update organisation set active = true')).toBe(refused)
    })
  })
})

test('the city that is none, and where a guest of a room comes from, are no subject of memberships', async () => {
  const office = await town.as('irena-halvorsdottir-blau')
  await owner.query(
    `insert into organisation (slug, name, kind, country) values ('guest-of-a-room', 'Somewhere', 'guest', 'DE')`,
  )
  for (const slug of ['a-member-city', 'guest-of-a-room']) {
    expect((await office.get(`/memberships/${slug}`)).status).toBe(404)
    expect((await office.post(`/memberships/${slug}/figure`, { population: '1000' })).status).toBe(404)
  }
  expect((await office.get('/memberships/be-antwerp')).status).toBe(200)
})

test('the office of the network does nothing about a forum’s own membership', async () => {
  const office = await town.as('irena-halvorsdottir-blau')
  const membership = String(await idOf('be-antwerp', 'forum-belgium'))
  const fields = { membership, begins: today, reason: 'x', received: today }
  for (const act of ['resignation', 'suspension'])
    expect((await office.post(`/memberships/be-antwerp/${act}`, fields)).status).toBe(422)
  await as('irena-halvorsdottir-blau', async (client) => {
    const me = people['irena-halvorsdottir-blau']
    const sql = `insert into suspension (membership_id, begins_on, reason, recorded_by) values (${membership}, '${today}', 'x', ${me})`
    expect(await attempt(client, sql)).toBe(refused)
  })
})

test('the coordinator of another city gives no notice for Graz, nor takes one back; a colleague does not for their own', async () => {
  const membership = String(await idOf('at-graz'))
  for (const slug of ['assia-verdonnel', 'jonte-pfalzgrafer']) {
    const who = await town.as(slug)
    const city = slug === 'jonte-pfalzgrafer' ? 'de-kaiserslautern' : 'at-graz'
    for (const path of ['resignation', 'resignation/withdrawal', 'suspension', 'suspension/end', 'figure', 'renaming'])
      expect((await who.post(`/memberships/${city}/${path}`, { membership, confirmed: 'yes' })).status, path).toBe(403)
  }
  // With her own city's page, and the number of another's membership.
  const assia = await town.as('assia-verdonnel')
  const answer = await assia.post('/memberships/fr-lyon/resignation', { membership })
  expect(answer.status).toBe(422)
  await as('assia-verdonnel', async (client) => {
    const me = people['assia-verdonnel']
    const sql = `insert into resignation (membership_id, received_on, last_day, recorded_by) values (${membership}, '${today}', app.last_day(null, '${today}'), ${me})`
    expect(await attempt(client, sql)).toBe(refused)
  })
})

test('a coordinator does not date their own notice back, nor choose the last day', async () => {
  const membership = await idOf('at-graz')
  await as('ada-lindmoser', async (client) => {
    const insert = `insert into resignation (membership_id, received_on, last_day, recorded_by) values (${membership}, $1, $2, ${people['ada-lindmoser']})`
    expect(await attempt(client, insert, ['2020-01-01', '2020-12-31'])).toBe(refused)
    expect(await attempt(client, insert, [today, `${today.slice(0, 4)}-12-31`])).toMatch(/^(?:23514)$/)
    expect(
      await attempt(
        client,
        `update membership set closes_on = '${today}', closing = 'register' where id = ${membership}`,
      ),
    ).toBe('0 rows')
  })
})

describe('a suspension', () => {
  const others = ['ada-lindmoser', 'assia-verdonnel', 'carsten-mittelweg', 'jonte-pfalzgrafer']

  test('is read by the office of the network and by Ghent’s coordinator, on the page', async () => {
    for (const slug of ['irena-halvorsdottir-blau', 'wannes-opdegracht'])
      expect(await (await town.as(slug)).page('/memberships/be-ghent'), slug).toContain(secret)
  })

  test('is found by nobody else on any page, in any file or search, and not in the table', async () => {
    const ways = [
      ...['/memberships', '/memberships.csv', '/memberships/be-ghent', '/members', '/members.csv', '/members/be-ghent'],
      ...['/search?q=Ghent', '/api/v1/search?q=Ghent', '/sitemap.xml', '/my-city/history'],
    ]
    for (const who of [town.visitor, ...(await Promise.all(others.map((slug) => town.as(slug))))]) {
      const told = await Promise.all(
        ways.map(async (way) => [way, /Zwergenschulden|suspended|suspension/.exec(await who.page(way))?.[0]]),
      )
      expect(told).toEqual(ways.map((way) => [way, undefined]))
      expect((await who.page('/memberships/coming')).includes('be-ghent')).toBe(false)
      expect((await who.page(`/search?q=${secret}`)).includes('be-ghent')).toBe(false)
    }
    for (const slug of [undefined, ...others.slice(0, 3)])
      await as(slug, async (client) => {
        expect((await client.query('select * from suspension')).rows).toEqual([])
        expect((await client.query('select * from resignation')).rows).toEqual([])
        expect(
          (await client.query(`select 1 from fact where name like 'membership.suspended' or name like 'suspension.%'`))
            .rows,
        ).toEqual([])
      })
  })

  test('leaves the register as it was: Ghent stands in it, on its page and in the file', async () => {
    expect((await owner.query(`select active from organisation where slug = 'be-ghent'`)).rows).toEqual([
      { active: false },
    ])
    expect(await town.visitor.page('/members.csv')).toContain('be-ghent')
    expect(await town.visitor.page('/members/be-ghent')).toContain('Member city')
    expect(await town.visitor.page('/members/be-ghent')).not.toContain('does not belong to the network')
    expect(await town.visitor.page('/memberships.csv')).toContain('be-ghent')
    await town.work()
    expect(await town.visitor.page('/search?q=Ghent&kind=member')).toContain('/members/be-ghent')
  })
})

test('a visitor, a colleague and a partner find no office’s page', async () => {
  for (const path of ['/memberships/coming', '/memberships/figures', '/memberships/figures/1'])
    for (const slug of ['ada-lindmoser', 'jonte-pfalzgrafer'])
      expect((await (await town.as(slug)).get(path)).status).toBe(403)
  expect((await town.visitor.get('/memberships/coming')).headers.get('location')).toMatch(/^\/sign-in/)
})
