// Away until a day: shown where one would be asked, to whoever may know the person, and over by itself; routing asks who stands in.

import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayOf } from '#kernel/locale.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { rowsOf } from '../../../testing/as-owner.ts'
import { attempt, type Door, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { beginRounds } from '../routing/actions/carry-question.ts'
import { type AskedRow, askAs, askedOf, partsAt, work } from '../routing/fixtures.ts'

let town: Town
let door: Door
let jonte: Visitor
let beatriz: Visitor
const now = new Date()
const inDays = (days: number): string => dayOf(new Date(now.getTime() + days * 86_400_000))
const sentence = 'Jonte Pfalzgräfer is away until'

beforeAll(async () => {
  town = await openTown()
  door = await openDoor(town)
  jonte = await town.as('jonte-pfalzgrafer')
  beatriz = await town.as('beatriz-ribeirinha-douro')
}, 120_000)
afterAll(() => door.close())

const away = async (fields: Record<string, string>) => jonte.post('/people/me/absence', fields)
const almut = async () => String(await town.personId('almut-westrichter'))

// The first of the file: whom later questions go to depends on how often somebody was asked.
test('a question goes to who stands in, and not to who is away; where nobody does, to neither', async () => {
  const first = await askAs(town, 'jonte-pfalzgrafer')
  await work(town)
  const [one, other] = (await askedOf(town, first.id)) as [AskedRow, AskedRow]
  const until = inDays(4)
  const fresh = `insert into person (slug, name, email, role, organisation_id, lang) select 'tilda-ersatz', 'Tilda Ersatz', 'tilda@x.example',
    'colleague', organisation_id, lang from person where slug = '${one.slug}'`
  const absent = (slug: string, substitute: string) =>
    `insert into absence select p.id, '${inDays(0)}', '${until}', ${substitute} from person p where p.slug = '${slug}'`
  await rowsOf(
    town,
    `${fresh}; ${absent(one.slug, `(select id from person where slug = 'tilda-ersatz')`)}; ${absent(other.slug, 'null')}`,
  )
  const { id, path } = await askAs(town, 'jonte-pfalzgrafer')
  await beginRounds(partsAt(town, now), id)
  const slugs = (await askedOf(town, id)).map(({ slug }) => slug)
  expect(slugs).toContain('tilda-ersatz')
  expect(slugs).not.toContain(one.slug)
  expect(slugs).not.toContain(other.slug)
  expect(await (await town.as('tilda-ersatz')).page(path)).toContain('You stand in for somebody who knows about this')
})

describe('Jonte is away, and Almut stands in', () => {
  let path: string
  beforeAll(async () => {
    path = (await askAs(town, 'jonte-pfalzgrafer')).path
    expect((await away({ awayUntil: inDays(12), substitute: await almut() })).status).toBe(303)
  })

  test('whoever would ask him sees it, and whom to ask instead: on his page, his city’s, in the directory, beside what he wrote', async () => {
    for (const where of ['/people/jonte-pfalzgrafer', '/members/de-kaiserslautern', path]) {
      const page = await beatriz.page(where)
      expect(page, where).toContain(sentence)
      expect(page, where).toContain('/people/almut-westrichter')
    }
    expect(await beatriz.page('/people?q=Jonte')).toContain('away until')
    expect(await (await town.as('almut-westrichter')).page('/')).toContain('You stand in for')
  })

  test('a visitor learns nothing of it', async () => {
    for (const where of ['/members/de-kaiserslautern', '/', '/search?q=Jonte'])
      expect(await town.visitor.page(where), where).not.toMatch(/away until|Pfalzgräfer/)
  })

  test('who asks as a member city is not given away by it', async () => {
    const { path: veiled } = await askAs(town, 'jonte-pfalzgrafer', { text: 'Wer kennt das?', veiled: 'yes' })
    expect(await beatriz.page(veiled)).not.toContain('away until')
  })

  test('naming him as who knows better is answered with a sentence', async () => {
    const { id } = await askAs(town, 'ada-lindmoser')
    await work(town)
    const asked = (await askedOf(town, id)).find(({ slug }) => slug !== 'jonte-pfalzgrafer') as AskedRow
    const answer = await (await town.as(asked.slug)).post(`/asked/${id}/colleague`, { colleague: 'Jonte Pfalzgräfer' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('This person is away at the moment.')
  })

  test('a substitute who has left is named no more', async () => {
    await rowsOf(town, `update person set left_at = now() where slug = 'almut-westrichter'`)
    const page = await beatriz.page('/people/jonte-pfalzgrafer')
    expect(page).toContain(sentence)
    expect(page).not.toContain('Ask instead')
    await rowsOf(town, `update person set left_at = null where slug = 'almut-westrichter'`)
  })

  test('it is over the day after, by itself, and then forgotten', async () => {
    town.now = new Date(now.getTime() + 12 * 86_400_000)
    expect(await beatriz.page('/people/jonte-pfalzgrafer')).toContain(sentence)
    town.now = new Date(now.getTime() + 13 * 86_400_000)
    for (const where of ['/people/jonte-pfalzgrafer', path, '/people?q=Jonte'])
      expect(await beatriz.page(where), where).not.toContain('away until')
    town.now = now
  })

  test('it ends at once where he is back earlier', async () => {
    expect((await jonte.post('/people/me/absence/end')).status).toBe(303)
    expect(await beatriz.page('/people/jonte-pfalzgrafer')).not.toContain(sentence)
  })
})

test('somebody who leaves while they are being chosen comes back as a sentence, with what was typed', async () => {
  await jonte.post('/people/me/absence/end')
  const other = new pg.Client(town.owner)
  await other.connect()
  try {
    await other.query('begin; lock table absence in exclusive mode')
    const saving = away({ awayUntil: inDays(12), substitute: await almut() })
    while (
      Number((await rowsOf<{ n: number }>(town, 'select count(*)::int as n from pg_locks where not granted'))[0]?.n) ===
      0
    );
    await rowsOf(town, `update person set left_at = now() where slug = 'almut-westrichter'`)
    await other.query('commit')
    const answer = await saving
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Please choose somebody from the list.')
    expect(page).toContain(inDays(12))
  } finally {
    await other.end()
    await rowsOf(town, `update person set left_at = null where slug = 'almut-westrichter'`)
  }
})

test('what is planned is known to nobody else', async () => {
  expect((await away({ awaySince: inDays(5), awayUntil: inDays(9) })).status).toBe(303)
  expect(await jonte.page('/people/me')).toContain('Entered from')
  expect(await beatriz.page('/people/jonte-pfalzgrafer')).not.toContain(sentence)
  const seen = await door.as(await town.personId('beatriz-ribeirinha-douro'), (client) =>
    client.query(`select 1 from absence a join person p on p.id = a.person_id where p.slug = 'jonte-pfalzgrafer'`),
  )
  expect(seen.rowCount).toBe(0)
})

test.each([
  [{ awayUntil: '' }, 'Please give a day.'],
  [{ awayUntil: 'morgen' }, 'Please give a day.'],
  [{ awayUntil: '2027-02-31' }, 'Please give a day.'],
  [{ awayUntil: inDays(-1) }, 'The last day has passed already.'],
  [{ awayUntil: inDays(900) }, 'Please choose a day within the next year.'],
  [{ awayUntil: inDays(3), awaySince: inDays(5) }, 'The last day is before the first.'],
  [{ awayUntil: inDays(3), awaySince: '9'.repeat(40) }, 'Please give a day.'],
  [{ awayUntil: inDays(3), substitute: '1e99' }, 'Please choose somebody from the list.'],
  [{ awayUntil: inDays(3), substitute: 'Almut' }, 'Please choose somebody from the list.'],
])('%o comes back with a sentence', async (fields, words) => {
  const answer = await away(fields)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(words)
})

test('nobody of another city stands in, by the form or past it', async () => {
  const rachid = await town.personId('rachid-maasdonk')
  expect((await away({ awayUntil: inDays(3), substitute: String(rachid) })).status).toBe(422)
  const write = `insert into absence (person_id, since, until, substitute_id) values`
  const days = `'${inDays(0)}', '${inDays(3)}'`
  await door.as(await town.personId('ada-lindmoser'), async (client) => {
    expect(await attempt(client, `${write} (app.person(), ${days}, ${rachid})`)).toBe(refused)
    expect(await attempt(client, `${write} (${rachid}, ${days}, null)`)).toBe(refused)
    expect(await attempt(client, `delete from absence where person_id <> app.person()`)).toBe('0 rows')
    expect(await attempt(client, `update absence set until = '2030-01-01' where person_id <> app.person()`)).toBe(
      '0 rows',
    )
  })
})
