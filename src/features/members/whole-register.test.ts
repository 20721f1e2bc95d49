// The register of a large network: all of it, at once after a change, in the reader's order, and within everybody's reach only.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, pastTriggers } from '../../../testing/as-owner.ts'

const many = 5600
let town: Town
let ada: Visitor
let before: number
const found = (html: string): number => {
  const [, count = '?'] = /id="results">[\s\S]*?>(No|One|[\d,]+) members?</.exec(html) ?? []
  return { No: 0, One: 1 }[count] ?? Number(count.replaceAll(',', ''))
}
const facet = (html: string, value: string): number =>
  Number(
    new RegExp(`type="checkbox" name="[a-z]+" value="${value}"[\\s\\S]*?facet-count[^>]*>\\D*([\\d,.]+)`)
      .exec(html)?.[1]
      ?.replaceAll(/\D/g, '') ?? 0,
  )
const rowsIn = (csv: string): number => csv.trim().split('\r\n').length - 1

beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  before = rowsIn(await ada.page('/members.csv'))
  await pastTriggers(
    town,
    `insert into organisation (slug, name, names, kind, country, active)
      select 'blorf-' || n, 'Blörf ' || n, jsonb_build_object('pl', 'Błorf ' || n), 'municipality', 'MT', true from generate_series(1, ${many}) n;
    insert into member (organisation_id, local_name, population, latitude, longitude, state)
      select id, name, 60000, 45 + id % 20, id % 30, 'member' from organisation where slug like 'blorf-%';
    insert into membership (organisation_id, begins_on, ground)
      select id, '2015-01-01', 'register' from organisation where slug like 'blorf-%'`,
  )
})

describe('with more than five thousand members', () => {
  test('the list, its filters, its files and the map hold all of them', async () => {
    const html = await ada.page('/members?country=MT')
    expect(found(html)).toBe(many)
    expect(html).toContain(`>Blörf 1<`)
    expect(facet(html, 'MT')).toBe(many)
    expect(html.match(/map-point/g)?.length).toBeLessThan(700)
    expect(rowsIn(await ada.page('/members.csv'))).toBe(before + many)
    expect(await ada.page(`/members?country=MT&page=${Math.ceil(many / 45)}`)).toContain(`>Blörf ${many}<`)
    expect((await ada.get('/members.xlsx?country=MT')).status).toBe(200)
  })

  test('any of their names finds them, with and without accents', async () => {
    for (const q of ['blorf 5599', 'BLÖRF 5599', 'Błorf 5599']) {
      const html = await ada.page(`/members?q=${encodeURIComponent(q)}`)
      expect(found(html), q).toBe(1)
      expect(html).toContain('href="/members/blorf-5599"')
    }
  })

  test('the members of a day are all counted, and the last page shows the last of them', async () => {
    const html = await ada.page('/memberships?day=2016-01-01')
    const csv = await ada.page('/memberships.csv?day=2016-01-01')
    expect(rowsIn(csv)).toBeGreaterThanOrEqual(many)
    const last = Math.ceil(rowsIn(csv) / 100)
    expect(html).toContain(rowsIn(csv).toLocaleString('en-GB'))
    const end = await ada.page(`/memberships?day=2016-01-01&page=${last}`)
    const slug = csv.trim().split('\r\n').at(-1)?.split(',')[1] ?? 'none'
    expect(end).toContain(`/memberships/${slug}"`)
    expect((await ada.get(`/memberships?day=2016-01-01&page=${last + 1}`)).status).toBe(200)
  })

  test('the index of search takes them all', async () => {
    const { memberSearch } = await import('./search.ts')
    expect((await memberSearch.subjects(town.database.system)).length).toBe(before + many)
  })
})

describe('what is kept of the register', () => {
  test('gives way at once to what changed, however it was changed', async () => {
    await ada.page('/members')
    await fill(town, `update organisation set name = 'Zwulch' where slug = 'blorf-7'`)
    expect(found(await ada.page('/members?q=zwulch'))).toBe(1)
    await fill(
      town,
      `update member set population = 900000 where organisation_id = (select id from organisation where slug = 'blorf-7')`,
    )
    expect(found(await ada.page('/members?q=zwulch&size=from-500000'))).toBe(1)
    const german = `(select id from forum where slug = 'forum-germany'), (select id from organisation where slug = 'blorf-7')`
    await pastTriggers(town, `insert into forum_member (forum_id, organisation_id) values (${german})`)
    expect(found(await ada.page('/members?q=zwulch&forum=forum-germany'))).toBe(1)
    await pastTriggers(town, `delete from forum_member where (forum_id, organisation_id) = (${german})`)
    expect(found(await ada.page('/members?q=zwulch&forum=forum-germany'))).toBe(0)
    await fill(town, `update organisation set active = false where slug = 'blorf-7'`)
    await fill(
      town,
      `update member set state = 'left' where organisation_id = (select id from organisation where slug = 'blorf-7')`,
    )
    expect(found(await ada.page('/members?q=zwulch'))).toBe(0)
  })

  test('holds nothing of what one viewer sees for the next: a field of action counts for whom it reaches', async () => {
    const graz = `(select id from organisation where slug = 'at-graz')`
    const author = `(select id from person where slug = 'ada-lindmoser')`
    const audience = `(select id from audience where organisation_id = ${graz})`
    const jonte = await town.as('jonte-pfalzgrafer')
    const counts = async () => [
      facet(await ada.page('/members?x=1'), 'traffic'),
      facet(await jonte.page('/members'), 'traffic'),
      facet(await town.visitor.page(`/members?x=${Math.random()}`), 'traffic'),
    ]
    const [own = 0, other = 0, anybody = 0] = await counts()
    await fill(
      town,
      `insert into contribution (kind, title, lang, author_id, steward_id, organisation_id, audience_id, state, published_at, concepts)
       values ('practice', 'x', 'de', ${author}, ${author}, (select id from organisation where slug = 'blorf-9'), ${audience}, 'published', now(), array['traffic'])`,
    )
    expect(await counts()).toEqual([own + 1, other, anybody])
  })
})
