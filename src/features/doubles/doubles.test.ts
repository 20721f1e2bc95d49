// One city twice in the register: whatever hangs on the double moves, its address leads on, and nothing is half done.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, pastTriggers, rowsOf } from '../../../testing/as-owner.ts'
import { attempt, openDoor } from '../../../testing/policies/as-person.ts'

let town: Town
let irena: Visitor
let ada: Visitor
const id = (slug: string) => fill(town, `select id from organisation where slug = '${slug}'`)
const join = (who: Visitor, gone: string, kept: string) => who.post(`/members/${gone}/double`, { other: kept })

/** An entry that somebody made a second time, with a person who works there. */
async function addDouble(slug: string, person: string): Promise<number> {
  const gone = await fill(
    town,
    `insert into organisation (slug, name, kind, country) values ('${slug}', 'Stadt Graz', 'municipality', 'AT') returning id`,
  )
  await fill(town, `insert into member (organisation_id, local_name, state) values (${gone}, 'Stadt Graz', 'none')`)
  await fill(
    town,
    `insert into population_figure (organisation_id, as_of, population, source) values (${gone}, '2020-12-31', 290000, 'x')`,
  )
  await fill(
    town,
    `insert into person (slug, name, email, role, organisation_id, lang)
    values ('${person}', '${person}', '${person}@graz.example', 'coordinator', ${gone}, 'en')`,
  )
  return gone
}
const share = (person: string, title: string, audience: string) =>
  fill(
    town,
    `with told as (insert into contribution (kind, title, lang, author_id, organisation_id, audience_id, state, published_at)
      select 'practice', '${title}', 'de', p.id, p.organisation_id, (${audience}), 'published', now() from person p where p.slug = '${person}' returning id)
    insert into practice (contribution_id) select id from told returning contribution_id`,
  )

beforeAll(async () => {
  town = await openTown()
  irena = await town.as('irena-halvorsdottir-blau')
  ada = await town.as('ada-lindmoser')
})

describe('joined with Graz', () => {
  let gone: number
  let shown: number
  let inside: number
  let gustl: Visitor
  beforeAll(async () => {
    gone = await addDouble('stadt-graz', 'gustl')
    shown = await share('gustl', 'Blorfen in der Stadt', 'select 2')
    inside = await share('gustl', 'Nur im Haus blorfen', `select id from audience where organisation_id = ${gone}`)
    gustl = await town.as('gustl')
    await gustl.post('/my-city/contacts', {
      function: 'press',
      name: 'Presse Doppelt',
      email: '',
      phone: '',
      beginsOn: '2026-01-01',
    })
    while ((await town.work()) > 0);
    expect((await ada.get(`/practices/${inside}-nur-im-haus-blorfen`)).status).toBe(404)
    expect(await irena.page('/members/stadt-graz')).toContain('/members/stadt-graz/double')
    expect((await join(irena, 'stadt-graz', 'at-graz')).headers.get('location')).toBe('/members/at-graz')
    while ((await town.work()) > 0);
  })

  test('people, contributions, contacts and figures are Graz’s, and the entry is gone', async () => {
    expect(await fill(town, `select count(*) from organisation where id = ${gone}`)).toBe(0)
    expect(await ada.page(`/practices/${shown}-blorfen-in-der-stadt`)).toContain('/members/at-graz')
    expect(await ada.page('/my-city/contacts')).toContain('Presse Doppelt')
    expect(await ada.page('/my-city/colleagues')).toContain('gustl')
    expect(
      await fill(
        town,
        `select count(*) from population_figure where organisation_id = ${await id('at-graz')} and source = 'x'`,
      ),
    ).toBe(1)
  })

  test('what was for the people of the city is for the people of the city', async () => {
    expect((await ada.get(`/practices/${inside}-nur-im-haus-blorfen`)).status).toBe(200)
    expect(
      (await (await town.as('beatriz-ribeirinha-douro')).get(`/practices/${inside}-nur-im-haus-blorfen`)).status,
    ).toBe(404)
  })

  test('Gustl goes on working where he was signed in, now for Graz', async () => {
    expect(await gustl.page('/my-city/colleagues')).toContain('Ada Lindmoser')
  })

  test('search finds it under the name that stayed', async () => {
    const html = await ada.page('/search?q=Blorfen+in+der+Stadt')
    expect(html).toContain(`/practices/${shown}-`)
    expect(html).not.toContain('Stadt Graz')
  })

  test('the old address leads on, for everybody', async () => {
    const answer = await town.visitor.get('/members/stadt-graz')
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/members/at-graz'])
    expect((await town.visitor.get('/members/nowhere')).status).toBe(404)
  })
})

test('begun from the member, the other entry goes', async () => {
  const gone = await addDouble('graz-sechs', 'sechs')
  expect(await irena.page('/members/at-graz/double')).toContain('Which entry disappears?')
  expect((await join(irena, 'at-graz', 'graz-sechs')).headers.get('location')).toBe('/members/at-graz')
  expect(await fill(town, `select count(*) from organisation where id = ${gone}`)).toBe(0)
})

describe('refused, with nothing changed', () => {
  const refusal = async (gone: string, kept: string): Promise<string> => {
    const answer = await join(irena, gone, kept)
    expect(answer.status).toBe(422)
    return answer.text()
  }

  test('two members are no double; nor are two kinds, two countries, one and itself, one and nobody', async () => {
    await addDouble('graz-zwei', 'zwei')
    expect(await refusal('at-graz', 'at-vienna')).toContain('is or was a member')
    expect(await refusal('graz-zwei', 'de-augsburg')).toContain('not two entries of the same kind')
    expect(await refusal('graz-zwei', 'graz-zwei')).toContain('not two entries')
    expect(await refusal('graz-zwei', 'nowhere')).toContain('Choose the other entry')
  })

  test('both took over the same practice: one has to go first, and all is as it was', async () => {
    const gone = await addDouble('graz-drei', 'drei')
    const [taken] = await rowsOf<{ practice: number }>(
      town,
      `select practice_id as practice from adoption_origin where organisation_id = ${await id('at-graz')} and shared limit 1`,
    )
    await pastTriggers(
      town,
      `with told as (insert into contribution (kind, title, lang, author_id, steward_id, organisation_id, audience_id, state, published_at)
        select 'adoption', 'Auch wir', 'de', p.id, p.id, p.organisation_id, 2, 'published', now() from person p where p.slug = 'drei' returning id),
      one as (insert into adoption (contribution_id, stage) select id, 'running' from told)
      insert into adoption_origin (contribution_id, practice_id, organisation_id, shared) select id, ${taken?.practice}, ${gone}, true from told`,
    )
    expect(await refusal('graz-drei', 'at-graz')).toContain('there can be only one of')
    expect(await fill(town, `select count(*) from person where organisation_id = ${gone}`)).toBe(1)
    expect((await town.visitor.get('/members/graz-drei')).status).toBe(200)
  })

  test('nobody but the network’s office: not by the page, not by the function', async () => {
    await addDouble('graz-vier', 'vier')
    for (const slug of ['ada-lindmoser', 'carsten-mittelweg', 'vier']) {
      const who = await town.as(slug)
      expect((await who.get('/members/graz-vier/double')).status, slug).toBe(403)
      expect((await join(who, 'graz-vier', 'at-graz')).status, slug).toBe(403)
    }
    expect((await join(town.visitor, 'graz-vier', 'at-graz')).status).toBe(401)
    const [four, graz] = [await id('graz-vier'), await id('at-graz')]
    const door = await openDoor(town)
    await door.as(await town.personId('carsten-mittelweg'), async (client) => {
      const { rows } = await client.query(`select app.join_doubles(${four}, ${graz}) as said`)
      expect(rows).toEqual([{ said: 'forbidden' }])
      expect(await attempt(client, `insert into former_address (slug, organisation_id) values ('x', ${graz})`)).toBe(
        '42501',
      )
    })
    await door.close()
  })

  test('two who press at once: one joins, the other learns that there is nothing left', async () => {
    await addDouble('graz-fuenf', 'fuenf')
    const theo = await town.as('theo-quintavoll')
    const answers = await Promise.all([join(irena, 'graz-fuenf', 'at-graz'), join(theo, 'graz-fuenf', 'at-graz')])
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    for (const { status } of answers) expect([303, 404, 422]).toContain(status)
  })
})
