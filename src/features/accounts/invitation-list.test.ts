// Inviting many: what a list says is read, what is wrong is named at its row, and nobody is invited before all is right.
import { beforeAll, describe, expect, test } from 'vitest'
import type { SignedIn } from '#kernel/viewer.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { inviteList, TakenMeanwhile } from './actions/invite-list.ts'
import { dutyWords, readInvitationList } from './invitation-list.ts'
import { findOrganisation } from './store-joining.ts'

const words = {
  duties: dutyWords([
    ['Koordination', 'coordinator'],
    ['colleague', 'colleague'],
  ]),
  lang: 'de',
} as const
const read = (...rows: string[][]) => readInvitationList(rows, words)

describe('a list', () => {
  test('has a head or none, and its columns in any order', () => {
    const person = { name: 'Ana Maria', email: 'ana@graz.example', role: 'coordinator', lang: 'fr', issue: undefined }
    expect(read(['Name', 'E-Mail'], ['Ana Maria', 'ana@graz.example', 'Koordination', 'FR'])).toEqual([
      { ...person, line: 2 },
    ])
    expect(read(['ana@graz.example', 'Ana Maria', 'fr', 'koordination'])).toEqual([{ ...person, line: 1 }])
    expect(read(['Bo', 'bo@graz.example'], ['', ''])).toMatchObject([{ role: 'colleague', lang: 'de', line: 1 }])
  })

  test.each([
    [['', 'x@y.example'], 'name'],
    [['Ana', 'x@'], 'email'],
    [['Ana'], undefined],
    [['Ana', 'x@y.example', 'Königin'], 'duty'],
    [['Ana', 'x@y.example', 'xx'], 'language'],
  ] as const)('names what is wrong: %j', (cells, issue) => {
    expect(read([...cells]).at(0)?.issue).toBe(issue)
  })

  test('marks the second of two with one address', () => {
    expect(read(['A', 'a@b.example'], ['B', 'A@b.example']).map(({ issue }) => issue)).toEqual([undefined, 'twice'])
  })
})

describe('on the page', () => {
  let town: Town
  let ada: Visitor
  beforeAll(async () => {
    town = await openTown()
    ada = await town.as('ada-lindmoser')
  })
  const path = '/my-city/invitations/list'
  const invited = () => fill(town, `select count(*) from invitation where email like '%@list.example'`)
  const give = async (fields: Record<string, string>) => ada.post(path, { lang: 'de', step: 'check', ...fields })

  test('a check invites nobody and shows what was read; the yes invites everybody', async () => {
    const list = 'Name\tE-Mail\nAnton\tanton@list.example\nBerta\tberta@list.example\tCoordination\ten'
    const html = await (await give({ list })).text()
    expect(html).toContain('2 lines read')
    expect(html).toContain('Invite 2 people')
    expect(await invited()).toBe(0)
    expect((await give({ list, step: 'send' })).status).toBe(303)
    expect(await invited()).toBe(2)
    while ((await town.work()) > 0);
    expect(town.mails.map(({ to }) => to)).toEqual(expect.arrayContaining(['anton@list.example', 'berta@list.example']))
  })

  test('with one bad row nobody is invited, everything typed is kept, and the row says why', async () => {
    const list = 'Carla;carla@list.example\nBeatriz;beatriz@'
    const before = await invited()
    const answer = await give({ list, step: 'send' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Not a valid e-mail address')
    expect(html).toContain('Carla;carla@list.example')
    expect(await invited()).toBe(before)
  })

  test('a file that is too long is not cut off in silence', async () => {
    const rows = Array.from({ length: 150 }, (_, row) => `Name ${'n'.repeat(450)};p${row}@list.example`)
    const file = new File([rows.join('\n')], 'people.csv')
    const answer = await ada.post(path, { lang: 'de', step: 'check', list: '', file })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('more than 200 lines')
  })

  test('somebody on the list who joins in the same moment undoes all of it', async () => {
    const before = await invited()
    const [beatriz] = await rowsOf<{ email: string }>(town, `select email from person where slug like 'beatriz%'`)
    const of = (line: number, email: string) =>
      ({ line, email, name: 'x', role: 'colleague', lang: 'de', issue: undefined }) as const
    const people = [of(1, 'zora@list.example'), of(2, beatriz?.email ?? '')]
    const organisation = await fill(town, `select organisation_id from person where slug = 'ada-lindmoser'`)
    const key = { personId: await town.personId('ada-lindmoser') }
    const inviting = town.database.write(key, (db, viewer) =>
      inviteList(db, viewer as SignedIn, organisation, people, new Date()),
    )
    await expect(inviting).rejects.toThrow(TakenMeanwhile)
    expect(await invited()).toBe(before)
  })

  test.each([
    ['', 'The list is empty'],
    ['"open', 'cannot be read as a list'],
    ['x;x@list.example\n'.repeat(300), 'more than 200 lines'],
  ])('a list that is none gets a sentence: %s', async (list, sentence) => {
    const answer = await give({ list })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(sentence)
  })

  test('nobody makes themselves an office by a list, and a colleague has none', async () => {
    expect(await (await give({ list: 'Otto;otto@list.example;Office' })).text()).toContain('There is no such duty')
    const jonte = await town.as('jonte-pfalzgrafer')
    expect((await jonte.get(path)).status).toBe(403)
    expect((await jonte.post(path, { list: 'x;y@list.example' })).status).toBe(403)
    expect((await ada.post(path, { list: 'x;y@list.example', organisation: 'fr-lyon' })).status).toBe(404)
  })

  test('the command line finds no organisation to which nobody is invited', async () => {
    await rowsOf(
      town,
      `insert into organisation (slug, name, kind, country) values ('some-guest', 'Some', 'guest', 'DE')`,
    )
    const { system } = town.database
    for (const slug of ['a-member-city', 'some-guest']) expect(await findOrganisation(system, slug)).toBeUndefined()
    expect(await findOrganisation(system, 'at-graz')).toBeDefined()
  })
})
