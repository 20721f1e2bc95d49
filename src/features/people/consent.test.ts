// Consent field by field: nobody learns more than its owner said, by whatever way they ask.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { attempt, type Door, openDoor } from '../../../testing/policies/as-person.ts'
import { sendProfile } from './fixtures.ts'

let town: Town
let door: Door
let jonte: Visitor
let mareile: Visitor
let rachid: Visitor
let german: number
const phone = '+00 555 8123'
const secret = 'Quittengelee'
const profile = {
  name: 'Jonte Pfalzgräfer',
  textLang: 'de',
  functionTitle: 'Sachbearbeiter',
  functionEn: 'Officer',
  'languages[]': ['de', 'sq'],
  'concepts[]': ['youth'],
  askMeAbout: `Fragen Sie mich nach ${secret}`,
  phone,
}
const consents = {
  consentFunction: 'network',
  consentLanguages: 'network',
  consentConcepts: 'network',
  consentAskMeAbout: 'network',
  consentPhone: 'nobody',
  consentEmail: 'nobody',
}

beforeAll(async () => {
  town = await openTown()
  door = await openDoor(town)
  jonte = await town.as('jonte-pfalzgrafer')
  mareile = await town.as('mareile-obstberg')
  rachid = await town.as('rachid-maasdonk')
  german = await fill(
    town,
    `select a.id from audience a join forum f on f.id = a.forum_id where f.slug = 'forum-germany'`,
  )
})
afterAll(() => door.close())

const save = (more: Record<string, string | readonly string[]>) =>
  sendProfile(jonte, { ...profile, ...consents, ...more })
const saved = async (more: Record<string, string>): Promise<void> => {
  expect((await save(more)).status).toBe(303)
  while ((await town.work()) > 0);
}
/** All that anybody can ask by the words, and who of them finds him. */
const ways = [
  `/people?q=${secret}`,
  `/search?q=${secret}`,
  `/search/suggestions?q=${secret.slice(0, 6)}`,
  `/api/v1/search?q=${secret}`,
]
const findBy = async (who: Visitor, addresses = ways): Promise<string[]> => {
  const found: string[] = []
  for (const way of addresses) if (/jonte-pfalzgrafer/.test(await who.page(way))) found.push(way)
  return found
}

describe('what somebody shows to their forum', () => {
  beforeAll(() =>
    saved({
      consentAskMeAbout: `forum-${german}`,
      consentLanguages: `forum-${german}`,
      consentPhone: `forum-${german}`,
    }),
  )

  test('is read in the forum, on the page and in the directory', async () => {
    const page = await mareile.page('/people/jonte-pfalzgrafer')
    expect(page).toContain(phone)
    expect(page).toContain(secret)
    expect(await mareile.page(`/people?q=${secret}`)).toContain('Jonte Pfalzgräfer')
    expect(await mareile.page('/people?language=sq')).toContain('Jonte Pfalzgräfer')
  })

  test('is found by nobody of the network in any list, search, suggestion or answer for programs', async () => {
    expect(await findBy(rachid, [...ways, '/people?language=sq'])).toEqual([])
    const page = await rachid.page('/people/jonte-pfalzgrafer')
    expect(page).not.toContain(phone)
    expect(page).not.toContain(secret)
    expect(await findBy(town.visitor)).toEqual([])
  })

  test('is counted for nobody whom it does not reach', async () => {
    expect(await mareile.page('/people')).toMatch(/Albanian/)
    expect(await rachid.page('/people')).not.toMatch(/Albanian/)
  })

  test('ends with the membership in the forum, and does not come back with it', async () => {
    await door.as(await town.personId('mareile-obstberg'), async (client) => {
      const { rows } = await client.query(`select value from profile_entry where value = '${phone}'`)
      expect(rows).toHaveLength(1)
    })
    const [member] = await rowsOf<{ without_network: boolean }>(
      town,
      `delete from forum_member m using organisation o, forum f where o.id = m.organisation_id and f.id = m.forum_id
        and o.slug = 'de-kaiserslautern' and f.slug = 'forum-germany' returning m.without_network`,
    )
    expect(member).toBeDefined()
    expect(await mareile.page('/people/jonte-pfalzgrafer')).not.toContain(phone)
    await rowsOf(
      town,
      `insert into forum_member (forum_id, organisation_id) select f.id, o.id from forum f, organisation o
        where o.slug = 'de-kaiserslautern' and f.slug = 'forum-germany'`,
    )
    expect(await mareile.page('/people/jonte-pfalzgrafer')).not.toContain(phone)
  })
})

test('what is narrowed is found by nobody from that moment, before any job has run', async () => {
  await saved({ consentAskMeAbout: 'network' })
  expect(await rachid.page(`/search?q=${secret}`)).toContain('Jonte Pfalzgräfer')
  expect((await save({ consentAskMeAbout: 'organisation' })).status).toBe(303)
  expect(await findBy(rachid)).toEqual([])
  while ((await town.work()) > 0);
  expect(await findBy(rachid)).toEqual([])
  // The rest of the profile is found as before.
  expect(await findBy(rachid, ['/search?q=Jonte'])).toEqual(['/search?q=Jonte'])
})

test('a consent keeps its day while it stands, and gets a new one when it changes', async () => {
  await saved({})
  const back = `update profile_consent c set since = '2025-01-07' from person p where p.id = c.person_id and p.slug = 'jonte-pfalzgrafer' and c.field in ('function', 'phone')`
  await rowsOf(
    town,
    `alter table profile_consent disable trigger user; ${back}; alter table profile_consent enable trigger user`,
  )
  await saved({ consentPhone: 'organisation' })
  const days = await rowsOf<{ field: string; old: boolean }>(
    town,
    `select c.field, c.since < '2025-02-01' as old from profile_consent c join person p on p.id = c.person_id
      where p.slug = 'jonte-pfalzgrafer' and c.field in ('function', 'phone') order by c.field`,
  )
  expect(days).toEqual([
    { field: 'function', old: true },
    { field: 'phone', old: false },
  ])
  expect(await jonte.page('/people/me')).toContain('Your choice since 7 January 2025')
})

test.each(['forum-1', 'forum-2', 'forum-999999', 'everybody', 'public', ''])(
  '“%s” is no choice: the form comes back',
  async (choice) => {
    const answer = await save({ consentPhone: choice })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Please choose who may see this.')
  },
)

test('a forum of others is no choice', async () => {
  const french = await fill(
    town,
    `select a.id from audience a join forum f on f.id = a.forum_id where f.slug = 'forum-france'`,
  )
  expect((await save({ consentPhone: `forum-${french}` })).status).toBe(422)
})

describe('past every form', () => {
  const own = () => town.personId('jonte-pfalzgrafer')
  test.each([
    [
      'shows a row further than its consent',
      `insert into profile_entry (person_id, field, value, audience_id) values (app.person(), 'phone', 'x', 2)`,
    ],
    ['widens a row', 'update profile_entry set audience_id = 2 where person_id = app.person()'],
    ['dates a consent back', `update profile_consent set since = '2001-01-01' where person_id = app.person()`],
    ['shows something to everybody', `update profile_consent set audience_id = 1 where person_id = app.person()`],
    [
      'shows something to a forum of others',
      `update profile_consent set audience_id = (select max(id) + 1 from audience) where person_id = app.person()`,
    ],
    [
      'consents for somebody else',
      `insert into profile_consent (person_id, field, audience_id) select id, 'phone', 2 from person where slug = 'rachid-maasdonk'`,
    ],
    ['takes a consent away without a trace', 'delete from profile_consent'],
  ])('nobody %s', async (_, sql) => {
    const outcome = await door.as(await own(), (client) => attempt(client, sql))
    expect(outcome).toMatch(/^(?:42501|23503|23514)$/)
  })

  test('nobody reads or changes what others consented to', async () => {
    await door.as(await town.personId('rachid-maasdonk'), async (client) => {
      const { rows } = await client.query('select distinct person_id from profile_consent')
      expect(rows).toEqual([{ person_id: await town.personId('rachid-maasdonk') }])
      const changed = await client.query('update profile_consent set audience_id = 2 where person_id <> app.person()')
      expect(changed.rowCount).toBe(0)
    })
  })

  test('whoever goes to another city shows the old one nothing, and the new one nothing either until they say so', async () => {
    await saved({ consentPhone: 'organisation' })
    const almut = await town.personId('almut-westrichter')
    const read = () =>
      door.as(
        almut,
        async (client) => (await client.query(`select 1 from profile_entry where value = '${phone}'`)).rowCount,
      )
    expect(await read()).toBe(1)
    await rowsOf(
      town,
      `update person set organisation_id = (select id from organisation where slug = 'nl-rotterdam') where slug = 'jonte-pfalzgrafer'`,
    )
    expect(await read()).toBe(0)
    expect(await rachid.page('/people/jonte-pfalzgrafer')).not.toContain(phone)
  })

  test('whoever has left shows nothing', async () => {
    await rowsOf(town, `update person set left_at = now() where slug = 'jonte-pfalzgrafer'`)
    const seen = await door.as(await town.personId('rachid-maasdonk'), (client) =>
      client.query(
        `select 1 from profile_entry e join person p on p.id = e.person_id where p.slug = 'jonte-pfalzgrafer'`,
      ),
    )
    expect(seen.rowCount).toBe(0)
  })
})
