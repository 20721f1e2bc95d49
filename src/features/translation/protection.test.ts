// What no translation may tell, and what no service may do: hostile readers, hostile services, and texts that change meanwhile.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Town, Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import type { TranslationServer } from '../../../testing/translation-server.ts'
import { answered, askedBy, pageOf, replyOn } from '../discussion/fixtures.ts'
import { openTranslatedTown, translated } from './fixtures.ts'

let town: Town
let service: TranslationServer
let ada: Visitor
let jonte: Visitor
let beatriz: Visitor
let irena: Visitor
beforeAll(async () => {
  ;({ town, service } = await openTranslatedTown())
  ada = await town.as('ada-lindmoser')
  jonte = await town.as('jonte-pfalzgrafer', 'de')
  beatriz = await town.as('beatriz-ribeirinha-douro', 'pt')
  irena = await town.as('irena-halvorsdottir-blau')
})
beforeEach(() => {
  service.sent.length = 0
  service.failing = 'well'
})

const posts = () => service.sent.filter(({ method }) => method === 'POST')
/** An audience of these people; gives its id. */
async function audienceOf(kind: 'room' | 'persons', ...slugs: string[]): Promise<number> {
  const [made] = await rowsOf<{ id: number }>(town, `insert into audience (kind) values ('${kind}') returning id`)
  const id = made?.id ?? 0
  if (kind === 'room')
    await fill(
      town,
      `insert into room (audience_id, name, aim, lang, entry, listed_for, chatham) values (${id}, 'Quiet room ${id}', '', 'en', 'invitation', 2, false)`,
    )
  for (const slug of slugs)
    await fill(
      town,
      `insert into audience_person (audience_id, person_id) values (${id}, ${await town.personId(slug)})`,
    )
  return id
}
const move = (id: string, audience: number): Promise<unknown> =>
  fill(town, `update contribution set audience_id = ${audience} where id = ${id}`)
const amber = (allowed: boolean) =>
  irena.post('/translation/settings', { monthly: '500000', ...(allowed && { amber: 'yes' }) })

test('TLP:RED is sent by nobody, also by a forged form, and whatever the office allows', async () => {
  await amber(true)
  const id = await askedBy(ada, { audience: '2' })
  const reply = await answered(ada, id, 'Secreto')
  await move(id, await audienceOf('persons', 'ada-lindmoser', 'jonte-pfalzgrafer'))
  expect(await pageOf(jonte, id)).not.toContain('/translation"')
  for (const what of [`contributions/${id}`, `replies/${reply}`])
    expect((await jonte.post(`/${what}/translation`)).status).toBe(403)
  expect(posts()).toEqual([])
})

test('TLP:AMBER only where the office allows it, TLP:AMBER+STRICT never', async () => {
  await amber(false)
  const room = await audienceOf('room', 'ada-lindmoser', 'jonte-pfalzgrafer')
  const id = await askedBy(ada, { audience: '2' }, 'In a room, who walks?')
  await move(id, room)
  expect(await pageOf(jonte, id)).not.toContain('/translation"')
  expect((await jonte.post(`/contributions/${id}/translation`)).status).toBe(403)
  await amber(true)
  expect(await translated(jonte, `contributions/${id}`)).toContain('IN A ROOM, WHO WALKS?')
  await fill(
    town,
    `update contribution set audience_id = (select a.id from audience a join person p on p.organisation_id = a.organisation_id where p.slug = 'jonte-pfalzgrafer') where id = ${id}`,
  )
  expect((await jonte.post(`/contributions/${id}/translation`)).status).toBe(403)
})

test('who is taken out of a room reads no translation of what is said there, nor has one made', async () => {
  await amber(true)
  const room = await audienceOf('room', 'ada-lindmoser', 'jonte-pfalzgrafer', 'beatriz-ribeirinha-douro')
  const id = await askedBy(ada, { audience: '2' }, 'Who walks behind doors?')
  await move(id, room)
  expect((await translated(jonte, `contributions/${id}`)).includes('WHO WALKS BEHIND DOORS?')).toBe(true)
  await fill(
    town,
    `delete from audience_person where audience_id = ${room} and person_id = ${await town.personId('jonte-pfalzgrafer')}`,
  )
  const asked = await jonte.post(`/contributions/${id}/translation`)
  expect(asked.status).toBe(404)
  expect(await asked.text()).not.toContain('WHO WALKS')
  const rows = await town.database.read({ personId: await town.personId('jonte-pfalzgrafer') }, (db) =>
    import('./store.ts').then(({ listTranslations }) =>
      listTranslations(db, Number(id), [], { target: 'de', provider: 'libretranslate' }),
    ),
  )
  expect(rows).toEqual([])
  expect(await rowsOf(town, `select 1 from translation where contribution_id = ${id}`)).toHaveLength(1)
})

test.each([
  ['withdrawn', (id: string) => ada.post(`/questions/${id}/withdrawal`)],
  [
    'narrowed',
    (id: string) =>
      fill(
        town,
        `update contribution set audience_id = (select id from audience where kind = 'persons' limit 1) where id = ${id}`,
      ),
  ],
  ['hidden', (id: string) => fill(town, `update contribution set hidden_at = now() where id = ${id}`)],
] as const)('what is %s leaves no translation behind, of itself and of what was said below it', async (_, act) => {
  const id = await askedBy(ada, { audience: '2' }, 'It will be gone')
  const reply = await answered(beatriz, id, 'Também')
  await translated(jonte, `contributions/${id}`)
  await translated(jonte, `replies/${reply}`)
  await act(id)
  expect(await rowsOf(town, `select 1 from translation where contribution_id = ${id}`)).toEqual([])
})

test('what was taken back or hidden below it leaves none either, and what is hidden is sent by nobody', async () => {
  const id = await askedBy(ada, { audience: '2' })
  const [one, other] = [await answered(beatriz, id, 'Primeira'), await answered(beatriz, id, 'Segunda')]
  for (const reply of [one, other]) await translated(jonte, `replies/${reply}`)
  await beatriz.post(`/replies/${one}/withdrawal`)
  await fill(town, `update reply set hidden_at = now() where id = ${other}`)
  expect(await rowsOf(town, `select 1 from translation where contribution_id = ${id}`)).toEqual([])
  expect((await jonte.post(`/replies/${one}/translation`)).status).toBe(404)
  service.sent.length = 0
  // She goes on reading what was hidden of hers, in another language than her own.
  await fill(town, `update reply set lang = 'fr' where id = ${other}`)
  await beatriz.post(`/replies/${other}/translation`)
  expect(posts()).toEqual([])
})

describe('a hostile or broken service', () => {
  const script = '<script>alert(1)</script><img src=x onerror=alert(2)>[x](javascript:alert(3)) https://evil.example'

  test('what it answers is words: no markup, no link', async () => {
    const id = await askedBy(ada, { audience: '2' }, 'An attack')
    service.failing = { body: JSON.stringify({ translatedText: [script, script] }) }
    const page = await translated(jonte, `contributions/${id}`)
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).not.toContain('<script>alert')
    expect(page).not.toMatch(/<img src=x|href="(?:javascript|https:\/\/evil)/)
  })

  test.each([
    [
      'answers ten megabytes',
      { body: `{"translatedText":["${'x'.repeat(10_000_000)}"]}` },
      'answered with something else than a translation',
    ],
    ['never answers', 'never', 'did not answer in time'],
    ['answers something else', { body: '<html>Sign in</html>' }, 'answered with something else than a translation'],
    [
      'answers with another number of pieces',
      { body: '{"translatedText":[]}' },
      'answered with something else than a translation',
    ],
    ['refuses', { status: 403 }, 'refused'],
  ] as const)('%s: a sentence, the original, and the office is told', async (_, failing, reason) => {
    const id = await askedBy(ada, { audience: '2' }, `Still here ${reason}`)
    service.failing = failing
    const page = await translated(jonte, `contributions/${id}`)
    expect(page).toContain('Von LibreTranslate kam keine brauchbare Übersetzung.')
    expect(page).toContain(`Still here ${reason}`)
    expect(await irena.page('/translation')).toContain(reason)
    const [use] = await rowsOf<{ characters: number }>(
      town,
      'select sum(characters)::int as characters from translation_use',
    )
    service.failing = 'well'
    expect(await translated(jonte, `contributions/${id}`)).toContain('STILL HERE')
    const [after] = await rowsOf<{ characters: number }>(
      town,
      'select sum(characters)::int as characters from translation_use',
    )
    expect(after?.characters).toBeGreaterThan(use?.characters ?? 0)
  })
})

test('nobody has more translated than they can read', async () => {
  const many = await town.as('theo-quintavoll', 'de')
  const id = await askedBy(ada, { audience: '2' }, 'Too often')
  service.failing = { status: 503 }
  const asked = []
  for (let times = 0; times < 45; times += 1) asked.push((await many.post(`/contributions/${id}/translation`)).status)
  expect(asked.slice(0, 40).every((status) => status === 303)).toBe(true)
  expect(asked.at(-1)).toBe(429)
})

test('an address brings nobody’s translation, and anybody may open it', async () => {
  const id = await askedBy(ada, { audience: '2' })
  const reply = await answered(beatriz, id, 'Olá a todos')
  const { headers } = await jonte.get(`/questions/${id}`)
  const page = await jonte.page(`${headers.get('location')}?reply=${reply}&translation=<script>`)
  expect(replyOn(page, reply)).toContain('Ins Deutsche übersetzen')
})
