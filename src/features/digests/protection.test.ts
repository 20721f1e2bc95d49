// Between the notice and the mail everything may change: what a digest says is judged when it is sent, as its reader.
import { describe, expect, test } from 'vitest'
import { fill } from '../../../testing/as-owner.ts'
import { beatrizAddress, nextDay, notice, openReadersTown, publish, wish, workAll } from './fixtures.ts'

const { town, ada, beatriz, beatrizId } = await openReadersTown()
const graz = `(select a.id from audience a join organisation o on o.id = a.organisation_id where o.slug = 'at-graz')`
/** All of the last mail but the way to end it. */
const last = (): string => JSON.stringify({ ...town.mails.at(-1), endAddress: '' })
const forget = () => fill(town, 'delete from notice')
const amber = (lets: boolean) =>
  fill(
    town,
    `insert into digest_setting (amber_bodies, changed_at) values (${lets}, now()) on conflict (singular) do update set amber_bodies = ${lets}`,
  )

describe('between the notice and the mail', () => {
  test.each([
    ['narrowed', (id: string) => fill(town, `update contribution set audience_id = ${graz} where id = ${id}`)],
    ['withdrawn', (id: string) => ada.post(`/practices/${id}/withdrawal`)],
    ['muted', (id: string) => beatriz.post(`/contributions/${id}/mute`)],
    ['hidden', (id: string) => fill(town, `update contribution set hidden_at = now() where id = ${id}`)],
  ])('%s: nothing of it, and no mail where nothing else is new', async (what, act) => {
    const id = await publish(town, ada, { title: `Zwischenfall ${what}` })
    await act(id)
    const mails = town.mails.length
    await nextDay(town)
    expect(JSON.stringify(town.mails.slice(mails))).not.toContain('Zwischenfall')
    expect(town.mails.length).toBe(mails)
    await forget()
  })

  test('whoever left, or whose city rests, gets nothing', async () => {
    await publish(town, ada, { title: 'Stillstand' })
    const porto = `id = (select organisation_id from person where id = ${beatrizId})`
    await fill(town, `update organisation set active = false where ${porto}`)
    expect(await nextDay(town)).toBe(0)
    await fill(town, `update organisation set active = true where ${porto}`)
    await forget()
  })
})

test('whoever blocked meanwhile who wrote it hears nothing of it; taken back, they do', async () => {
  await publish(town, ada, { title: 'Sperrwort' })
  await fill(
    town,
    `insert into message_block (person_id, blocked_id) select ${beatrizId}, id from person where slug = 'ada-lindmoser'`,
  )
  expect(await nextDay(town)).toBe(0)
  await fill(town, `delete from message_block where person_id = ${beatrizId}`)
  expect(await nextDay(town)).toBe(1)
  expect(last()).toContain('Sperrwort')
  await forget()
})

test('whoever wishes for digests from today on gets no heap of what came while they wanted none', async () => {
  await publish(town, ada, { title: 'Altwort' })
  const before = (days: number) =>
    fill(
      town,
      `update notice set created_at = '${town.now.toISOString()}'::timestamptz - interval '${days} days' where person_id = ${beatrizId}`,
    )
  await before(14)
  expect(await nextDay(town)).toBe(0)
  await before(12)
  expect(await nextDay(town)).toBe(1)
  await forget()
})

async function roomOf(chatham: boolean): Promise<number> {
  const room = await fill(
    town,
    `with a as (insert into audience (kind) values ('room') returning id)
     insert into room (audience_id, name, aim, lang, entry, listed_for, chatham)
     select id, 'Stiller Kreis', '', 'de', 'invitation', 2, ${chatham} from a returning audience_id`,
  )
  await fill(
    town,
    `insert into audience_person (audience_id, person_id, host) select ${room}, id, slug = 'ada-lindmoser' from person
     where slug in ('ada-lindmoser', 'beatriz-ribeirinha-douro')`,
  )
  return room
}
const intoRoom = async (title: string, room: number): Promise<string> => {
  const id = await publish(town, ada, { title, summary: `Inhalt von ${title}.` })
  await fill(town, `update contribution set audience_id = ${room} where id = ${id}`)
  return id
}

test('a room: titled TLP:AMBER; its first sentences only where the office lets them; left meanwhile: nothing', async () => {
  const room = await roomOf(false)
  await amber(false)
  await intoRoom('Raumwort eins', room)
  expect(await nextDay(town)).toBe(1)
  expect(last()).toContain('Raumwort eins')
  expect(last()).toContain('TLP:AMBER')
  expect(last()).not.toContain('Inhalt von')
  await amber(true)
  await intoRoom('Raumwort zwei', room)
  expect(await nextDay(town)).toBe(1)
  expect(last()).toContain('Inhalt von Raumwort zwei.')
  await intoRoom('Raumwort drei', room)
  await fill(town, `delete from audience_person where audience_id = ${room} and person_id = ${beatrizId}`)
  expect(await nextDay(town)).toBe(0)
  await forget()
})

test('a room under the Chatham House Rule: counted, whatever the office lets go', async () => {
  const room = await roomOf(true)
  await amber(true)
  const id = await intoRoom('Regelwort', room)
  expect(await nextDay(town)).toBe(1)
  expect(last()).toContain('waiting for you that no e-mail names')
  expect(last()).not.toMatch(new RegExp(`Regelwort|Inhalt|Kreis|Graz|Ada|/practices/${id}`))
  await amber(false)
})

test('invited into it, asked to let somebody in: that something waits, and not into which room', async () => {
  await wish(town, 'rooms', 'daily')
  const [hosted, invited] = [await roomOf(true), await roomOf(true)]
  await fill(town, `update audience_person set host = true where audience_id = ${hosted} and person_id = ${beatrizId}`)
  await fill(town, `delete from audience_person where audience_id = ${invited} and person_id = ${beatrizId}`)
  await fill(
    town,
    `insert into room_request (audience_id, person_id, text) select ${hosted}, id, 'Bitte.' from person where slug = 'jonte-pfalzgrafer'`,
  )
  await fill(
    town,
    `insert into room_invitation (audience_id, person_id, lang, invited_by, expires_at)
     select ${invited}, ${beatrizId}, 'de', id, '2099-01-01' from person where slug = 'ada-lindmoser'`,
  )
  expect(await nextDay(town)).toBe(1)
  expect(last()).toContain('waiting for you that no e-mail names')
  expect(last()).not.toMatch(new RegExp(`Kreis|/rooms/(?:${hosted}|${invited})`))
  await wish(town, 'rooms', 'never')
})

test('TLP:RED: that something waits, and nothing of it, in neither part nor subject', async () => {
  const red = { audience: 'persons', persons: 'Beatriz Ribeirinha Douro' }
  await publish(town, ada, { title: 'Rotwort', summary: 'Roter Inhalt.', ...red })
  expect(await nextDay(town)).toBe(1)
  expect(town.mails.at(-1)?.to).toBe(beatrizAddress)
  expect(last()).toContain('waiting for you that no e-mail names')
  expect(last()).not.toMatch(/Rotwort|Roter|Graz|Ada|\/practices\/|TLP:RED/)
})

test('asked as a member city: neither city nor person is named', async () => {
  const answer = await ada.post('/questions', {
    ...{ text: 'Schleierfrage: Wer hat Erfahrung mit Nachtbussen?', title: 'Schleierfrage Nachtbusse', lang: 'de' },
    ...{ 'concepts[]': ['youth'], audience: '2', veiled: 'yes' },
  })
  const id = /questions\/(\d+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
  expect(await fill(town, `select count(*) from veil where contribution_id = ${id || 0}`)).toBe(1)
  await workAll(town)
  await notice(town, id)
  expect(await nextDay(town)).toBeGreaterThan(0)
  const mail = town.mails.findLast(({ id: own }) => own?.startsWith('digest-'))
  expect(JSON.stringify(mail)).toContain('Schleierfrage')
  expect(JSON.stringify({ ...mail, endAddress: '' })).not.toMatch(/Graz|Ada /)
})
