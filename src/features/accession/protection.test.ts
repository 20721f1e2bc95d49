// Whom a file could reach that it is not for: by guessing, by page, by document, and by SQL with every store bypassed.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { attempt, type Door, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { apply, enquire, type OwnFile, pdf } from './fixtures.ts'

let town: Town
let door: Door
let german: OwnFile
let french: OwnFile
let document: number
let others: Readonly<Record<string, Visitor>>
beforeAll(async () => {
  town = await openTown()
  town.now = new Date('2026-06-01T10:00:00Z')
  door = await openDoor(town)
  german = await enquire(town)
  french = await enquire(town, { name: 'Valcreux', country: 'FR', contactEmail: 'maire@valcreux.example' })
  await apply(german)
  await german.post('/steps/resolution', {
    day: '2026-05-13',
    for: '3',
    against: '1',
    abstained: '0',
    note: 'secretword',
    file: pdf('secretword.pdf'),
  })
  document = await fill(town, `select id from accession_document where accession_id = ${german.id}`)
  others = {
    visitor: town.visitor,
    'coordinator of another city': await town.as('ada-lindmoser'),
    'colleague of another city': await town.as('jonte-pfalzgrafer'),
    'office of the German forum': await town.as('carsten-mittelweg'),
    'office of the French forum': await town.as('maelle-brindeforge'),
  }
})
afterAll(() => door.close())

const parts = ['', '/steps/resolution', '/paper', '/paper.pdf', '/paper.docx', '/paper/edit'] as const

describe('nobody else opens a file', () => {
  test.each([
    'coordinator of another city',
    'colleague of another city',
    'office of the German forum',
    'office of the French forum',
  ])('not the %s', async (role) => {
    for (const part of [...parts, `/documents/${document}`])
      expect((await others[role]?.get(`/accessions/${german.id}${part}`))?.status, part).toBe(404)
    for (const step of ['resolution', 'application', 'admission', 'refusal', 'withdrawal'])
      expect((await others[role]?.post(`/accessions/${german.id}/steps/${step}`, { note: 'x' }))?.status, step).toBe(
        404,
      )
    expect((await others[role]?.post(`/accessions/${german.id}/paper`, { revision: '0' }))?.status).toBe(404)
  })

  test('a visitor is asked to sign in, whether there is such a file or not', async () => {
    for (const id of [german.id, 999_999])
      for (const part of parts) expect((await town.visitor.get(`/accessions/${id}${part}`)).status, part).toBe(303)
  })

  test('not with a guessed secret, the secret of another file, or part of the right one', async () => {
    for (const key of [
      'x',
      french.key,
      german.key.slice(0, -1),
      `${german.key}x`,
      german.key.toUpperCase(),
      `' or true --`,
      '%00',
    ])
      for (const part of [...parts, `/documents/${document}`])
        expect(
          (await town.visitor.get(`/accessions/${german.id}${part}?token=${encodeURIComponent(key)}`)).status,
          key,
        ).toBe(404)
  })

  test('guessing is slowed down', async () => {
    const answers = new Set<number>()
    for (let i = 0; i < 310; i += 1)
      answers.add((await town.visitor.get(`/accessions/${german.id}?token=guess${i}`)).status)
    expect(answers).toEqual(new Set([404, 429]))
    const { forgetTries } = await import('#platform/http/limits.ts')
    forgetTries()
  })
})

test('a document is served under its own file only', async () => {
  expect((await german.get(`/documents/${document}`)).status).toBe(200)
  expect((await french.get(`/documents/${document}`)).status).toBe(404)
  expect(
    (await (await town.as('irena-halvorsdottir-blau')).get(`/accessions/${german.id}/documents/${document}`)).status,
  ).toBe(200)
  expect((await town.visitor.get(`/attachments/${document}/secretword.pdf`)).status).toBe(404)
})

test('the lists of the offices hold their own files only, and nobody else has a list', async () => {
  const network = await (await town.as('irena-halvorsdottir-blau')).page('/accessions')
  expect(network).toContain('Lindenau')
  expect(network).not.toContain('Valcreux')
  const forum = (await others['office of the French forum']?.page('/accessions')) ?? ''
  expect(forum).toContain('Valcreux')
  expect(forum).not.toContain('Lindenau')
  expect(await others['office of the German forum']?.page('/accessions')).not.toMatch(/Lindenau|Valcreux/)
  expect((await others['coordinator of another city']?.get('/accessions'))?.status).toBe(403)
})

test('the city’s side neither admits nor refuses, the office neither withdraws nor writes the paper', async () => {
  for (const step of ['admission', 'refusal'])
    expect(
      (await german.post(`/steps/${step}`, { day: '2026-06-01', effective: '2027-01-01', name: 'x', note: 'x' }))
        .status,
    ).toBe(403)
  const office = await town.as('irena-halvorsdottir-blau')
  expect((await office.post(`/accessions/${german.id}/steps/withdrawal`, { note: '' })).status).toBe(403)
  expect((await office.get(`/accessions/${german.id}/paper`)).status).toBe(200)
  expect((await office.get(`/accessions/${german.id}/paper/edit`)).status).toBe(403)
  expect((await office.post(`/accessions/${german.id}/paper`, { revision: '0', subject: 'x' })).status).toBe(403)
})

test('pages with the secret are kept by nobody, and the secret goes to no other site', async () => {
  for (const part of parts) {
    const { headers } = await german.get(part)
    expect(headers.get('cache-control'), part).toContain('no-store')
    expect(headers.get('referrer-policy'), part).toMatch(/no-referrer|same-origin|strict-origin/)
  }
})

describe('in SQL, with every store bypassed', () => {
  const tables = ['accession', 'accession_step', 'accession_document', 'accession_paper']
  const rows = (client: { query: (sql: string) => Promise<{ rows: unknown[] }> }, table: string) =>
    client
      .query(`select 1 from ${table} where ${table === 'accession' ? 'id' : 'accession_id'} = ${german.id}`)
      .then((found) => found.rows.length)

  test.each(['ada-lindmoser', 'jonte-pfalzgrafer', 'almut-westrichter', 'carsten-mittelweg', 'maelle-brindeforge'])(
    '%s finds no row of the German file',
    async (slug) => {
      await door.as(await town.personId(slug), async (client) => {
        for (const table of tables) expect(await rows(client, table), table).toBe(0)
      })
    },
  )

  test('nobody reads the secret’s digest, moves a file, or changes what was recorded', async () => {
    await door.as(await town.personId('irena-halvorsdottir-blau'), async (client) => {
      expect(await rows(client, 'accession')).toBe(1)
      for (const sql of [
        'select token_hash from accession',
        `update accession set forum_id = 1 where id = ${german.id}`,
        `update accession set admitted_at = now() where id = ${german.id}`,
        `update accession_step set note = 'x'`,
        'delete from accession_step',
        'delete from accession_document',
        'delete from accession',
      ])
        expect(await attempt(client, sql), sql).toBe(refused)
    })
    await expect(fill(town, `update accession_step set note = 'x' where accession_id = ${german.id}`)).rejects.toThrow(
      'stays',
    )
    await expect(fill(town, `delete from accession_document where id = ${document}`)).rejects.toThrow('stays')
  })

  test('a step is taken by whoever it is due to, in their own name', async () => {
    const step = (kind: string, side: string, by: number | string = 'null') =>
      `insert into accession_step (accession_id, kind, day, side, by_person) values (${german.id}, '${kind}', '2026-06-01', '${side}', ${by})`
    const irena = await town.personId('irena-halvorsdottir-blau')
    const maelle = await town.personId('maelle-brindeforge')
    await door.as(undefined, async (client) => {
      expect(await attempt(client, step('application', 'city'))).toBe(refused)
      await client.query(`select app.enter_accession(${german.id}, encode(sha256('${german.key}'), 'hex'))`)
      expect(await attempt(client, step('application', 'city'))).toBe('1 rows')
      for (const kind of ['admission', 'effective', 'refusal', 'welcome', 'enquiry'])
        for (const side of ['city', 'office', 'software'])
          expect(await attempt(client, step(kind, side)), kind).toBe(refused)
      expect(await attempt(client, step('application', 'city', irena))).toBe(refused)
      expect((await client.query(`select app.admit_accession(${german.id}, 'de-x', 'X') as id`)).rows).toEqual([
        { id: null },
      ])
    })
    await door.as(maelle, async (client) => {
      expect(await attempt(client, step('admission', 'office', maelle))).toBe(refused)
      expect((await client.query(`select app.admit_accession(${german.id}, 'de-x', 'X') as id`)).rows).toEqual([
        { id: null },
      ])
    })
    await door.as(irena, async (client) => {
      expect(await attempt(client, step('welcome', 'office', irena))).toBe(refused)
      expect(await attempt(client, step('withdrawal', 'office', irena))).toBe(refused)
      expect(await attempt(client, step('admission', 'office', maelle))).toBe(refused)
      expect(await attempt(client, step('admission', 'office', irena))).toBe('1 rows')
    })
  })
})
