// Contacts by function: kept with their days, read inside the city and by the offices above it, and by nobody else.
import { beforeAll, describe, expect, test } from 'vitest'
import { inOrder as migrationsInOrder } from '#platform/db/migrate.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { attempt, openDoor } from '../../../testing/policies/as-person.ts'
import { inOrder, isCurrent } from './contact.ts'
import { contacts } from './feature.ts'

describe('a function', () => {
  test('is held on its first and on its last day, and on no day around them', () => {
    const held = { beginsOn: '2026-03-01', endsOn: '2026-11-26' }
    const days = ['2026-02-28', '2026-03-01', '2026-11-26', '2026-11-27']
    expect(days.map((day) => isCurrent(held, day))).toEqual([false, true, true, false])
    expect(isCurrent({ beginsOn: '2026-03-01', endsOn: null }, '2099-01-01')).toBe(true)
  })

  test('that ends today stands under now, one that ended yesterday under before', () => {
    const of = (id: number, endsOn: string | null) =>
      ({
        id,
        endsOn,
        beginsOn: '2020-01-01',
        function: 'press',
        organisationId: 1,
        name: '',
        email: '',
        phone: '',
      }) as const
    const { now, before } = inOrder(
      [of(1, '2026-11-25'), of(2, '2026-11-26'), of(3, null), of(4, '2025-01-01')],
      '2026-11-26',
    )
    expect([now, before].map((list) => list.map(({ id }) => id))).toEqual([
      [2, 3],
      [1, 4],
    ])
  })
})

describe('on the page', () => {
  let town: Town
  let ada: Visitor
  const path = '/my-city/contacts'
  const fresh = {
    function: 'press',
    name: 'Presseamt Qwertz',
    email: 'presse@qwertz.example',
    phone: '+43 316 1',
    beginsOn: '2026-01-01',
  }
  const idOf = (name: string) => fill(town, `select id from contact where name = '${name}'`)
  beforeAll(async () => {
    town = await openTown()
    ada = await town.as('ada-lindmoser')
    expect((await ada.post(path, fresh)).status).toBe(303)
  })

  test('Ada of Graz enters the press office; her colleagues and the network’s office read it', async () => {
    expect(await ada.page(path)).toContain('Presseamt Qwertz')
    const office = await town.as('irena-halvorsdottir-blau')
    expect(await office.page(`${path}?organisation=at-graz`)).toContain('presse@qwertz.example')
    expect(await office.page('/contacts?function=press')).toContain('Presseamt Qwertz')
    expect(await office.page('/contacts?function=elected')).not.toContain('Presseamt Qwertz')
    expect(await office.page('/contacts.csv?function=press')).toContain('presse@qwertz.example')
    expect((await office.get('/contacts.xlsx')).headers.get('content-type')).toContain('spreadsheetml')
  })

  test('entered by a double click it is one', async () => {
    const twice = { ...fresh, name: 'Zweimal Geklickt' }
    const answers = await Promise.all([ada.post(path, twice), ada.post(path, twice)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await fill(town, `select count(*) from contact where name = 'Zweimal Geklickt'`)).toBe(1)
  })

  test('entered again with other details it is not kept silently: the field says that there is an entry', async () => {
    for (const [field, sentence] of [
      ['email', 'with another e-mail address'],
      ['phone', 'with another phone number'],
    ] as const) {
      const answer = await ada.post(path, { ...fresh, [field]: field === 'email' ? 'new@qwertz.example' : '+43 1' })
      const html = await answer.text()
      expect([answer.status, html.includes(sentence), html.includes(`id="${field}-error"`)]).toEqual([422, true, true])
    }
    const kept = `contact where name = '${fresh.name}' and email = '${fresh.email}' and phone = '${fresh.phone}'`
    expect(await fill(town, `select count(*) from ${kept}`)).toBe(1)
    expect(await fill(town, `select count(*) from contact where name = '${fresh.name}'`)).toBe(1)
  })

  test('a database in which a double click entered somebody twice takes the index: what was entered last stays', async () => {
    const twin = (email: string, name: string) =>
      `((select id from organisation where slug = 'at-graz'), 'press', '${name}', '${email}', '2024-02-02')`
    const rows = [twin('old@graz.example', 'Doppelt'), twin('new@graz.example', 'DOPPELT'), twin('x@graz.example', 'Y')]
    await rowsOf(town, 'drop index contact_once')
    await rowsOf(
      town,
      `insert into contact (organisation_id, function, name, email, begins_on) values ${rows.join(', ')}`,
    )
    const missing = migrationsInOrder(contacts.migrations?.slice(1) ?? [])
    expect(missing.map(({ name }) => name)).toEqual(['contacts/003-duplicates', 'contacts/002-once'])
    for (const { sql } of missing) await rowsOf(town, sql)
    const left = await rowsOf(town, `select email from contact where begins_on = '2024-02-02' order by id`)
    expect(left).toEqual([{ email: 'new@graz.example' }, { email: 'x@graz.example' }])
  })

  test('what is wrong is said at its field, and what was typed is kept', async () => {
    const answer = await ada.post(path, { ...fresh, name: '', email: 'no', phone: 'call me', beginsOn: '2026-02-31' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const sentence of ['The name is missing', 'not a valid e-mail', 'digits, spaces', 'not a valid day'])
      expect(html).toContain(sentence)
    expect(html).toContain('value="call me"')
  })

  test('a day in the year 0 is none', async () => {
    expect((await ada.post(path, { ...fresh, beginsOn: '0000-01-01' })).status).toBe(422)
    const end = `${path}/${await idOf('Presseamt Qwertz')}/end`
    expect((await ada.post(end, { endsOn: '0000-01-01' })).status).toBe(422)
  })

  test('another city, another forum’s office, a visitor read and change nothing', async () => {
    for (const slug of ['beatriz-ribeirinha-douro', 'carsten-mittelweg', 'assia-verdonnel']) {
      const other = await town.as(slug)
      expect((await other.get(`${path}?organisation=at-graz`)).status, slug).toBe(404)
      expect([403, 404], slug).toContain((await other.post(path, { ...fresh, organisation: 'at-graz' })).status)
      const end = await other.post(`${path}/${await idOf('Presseamt Qwertz')}/end`, { endsOn: '2026-11-01' })
      expect([403, 404], slug).toContain(end.status)
    }
    expect(await (await town.as('carsten-mittelweg')).page('/contacts.csv')).not.toContain('Qwertz')
    expect((await (await town.as('assia-verdonnel')).get('/contacts')).status).toBe(403)
    expect((await town.visitor.get(path)).status).toBe(303)
  })

  test('they are in no search, not even for those who may read them', async () => {
    while ((await town.work()) > 0);
    for (const who of [ada, await town.as('irena-halvorsdottir-blau'), town.visitor])
      expect(await who.page('/search?q=Presseamt+Qwertz')).not.toContain('presse@qwertz.example')
  })

  test('a function ends with its last day, never before it began, and the entry stays', async () => {
    const end = `${path}/${await idOf('Presseamt Qwertz')}/end`
    const early = await ada.post(end, { endsOn: '2025-12-31' })
    expect(early.status).toBe(422)
    const html = await early.text()
    expect(html).toContain('value="2025-12-31"')
    const anchor = /href="#(ends-on-\d+)"/.exec(html)?.[1] ?? 'none'
    expect(html).toContain(`id="${anchor}"`)
    expect(html).toContain(`id="${anchor}-error"`)
    expect((await ada.post(end, { endsOn: '2026-06-30' })).status).toBe(303)
    expect(await ada.page(path)).toMatch(/Before[\s\S]*Presseamt Qwertz/)
    expect((await ada.post(end, { endsOn: '2026-07-31' })).status).toBe(404)
  })

  test('whose last day is still to come stands under now with that day, and offers no second end', async () => {
    expect((await ada.post(path, { ...fresh, name: 'Bald Vorbei' })).status).toBe(303)
    const end = `${path}/${await idOf('Bald Vorbei')}/end`
    expect((await ada.post(end, { endsOn: '2199-12-31' })).status).toBe(303)
    const html = await ada.page(path)
    expect(html).toContain('31 December 2199')
    expect(html).not.toContain(end)
  })

  test('the database lets nobody write for another city, or over what has ended', async () => {
    const door = await openDoor(town)
    const [beatriz, me] = await Promise.all(
      ['beatriz-ribeirinha-douro', 'ada-lindmoser'].map((slug) =>
        fill(town, `select id from person where slug = '${slug}'`),
      ),
    )
    const graz = await fill(town, `select id from organisation where slug = 'at-graz'`)
    await door.as(beatriz ?? 0, async (client) => {
      const insert = `insert into contact (organisation_id, function, name, begins_on, recorded_by) values (${graz}, 'press', 'x', '2026-01-01', ${beatriz})`
      expect(await attempt(client, insert)).toBe('42501')
      expect(await attempt(client, `select * from contact where organisation_id = ${graz}`)).toBe('0 rows')
    })
    await door.as(me ?? 0, async (client) => {
      const again = `update contact set ends_on = null where name = 'Presseamt Qwertz'`
      expect(await attempt(client, again)).toBe('0 rows')
      expect(await attempt(client, `update contact set name = 'x' where organisation_id = ${graz}`)).toBe('42501')
    })
    await door.close()
  })
})
