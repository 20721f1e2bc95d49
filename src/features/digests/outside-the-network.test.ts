// Whoever is let in without being of a member: a city that is in a forum alone, a guest of a room. They hear of what reaches them.
import { beforeEach, expect, test } from 'vitest'
import { fill, pastTriggers } from '../../../testing/as-owner.ts'
import { beatrizAddress, nextDay, notice, openReadersTown, workAll } from './fixtures.ts'

const { town, ada, beatriz, beatrizId } = await openReadersTown()
const porto = await fill(town, `select organisation_id from person where id = ${beatrizId}`)
const forum = await fill(town, 'select min(id) from forum')
const forumAudience = await fill(town, `select id from audience where forum_id = ${forum}`)
const graz = await fill(town, "select id from organisation where slug = 'at-graz'")
const aside = (resting: boolean) =>
  pastTriggers(
    town,
    `update organisation set active = false where id = ${porto}; delete from forum_member where organisation_id = ${porto};
     insert into forum_member (forum_id, organisation_id) values (${forum}, ${graz}) on conflict do nothing;
     insert into forum_member (forum_id, organisation_id, without_network, resting) values (${forum}, ${porto}, true, ${resting})`,
  )
const fields = { summary: 'Kurz.', lang: 'de', problem: 'p', response: 'r', results: 's', evidence: '0' }

/** What Beatriz watches is published, and all listeners heard of it. */
async function publish(title: string, audience: number): Promise<string> {
  const answer = await ada.post('/practices', { ...fields, title, 'concepts[]': ['youth'], audience: String(audience) })
  const id = /\d+/.exec(answer.headers.get('location') ?? '')?.[0] ?? ''
  await ada.post(`/practices/${id}/publication`)
  await workAll(town)
  return id
}
const last = () => town.mails.at(-1)

beforeEach(() => fill(town, 'delete from notice'))

test('a city that is in a forum alone gets what is for the forum, and nothing for the network', async () => {
  await beatriz.post('/notices/subscriptions', { of: 'concept.youth' })
  await aside(false)
  await publish('Netzwort', 2)
  expect(await nextDay(town)).toBe(0)
  await publish('Forumswort', forumAudience)
  expect(await nextDay(town)).toBe(1)
  expect(last()).toMatchObject({ to: beatrizAddress })
  expect(last()?.text).toContain('Forumswort')
  expect(last()?.text).not.toContain('Netzwort')
})

test('where its membership of the forum rests, it gets nothing', async () => {
  await aside(true)
  await publish('Ruhewort', forumAudience)
  expect([await fill(town, 'select count(*) from notice'), await nextDay(town)]).toEqual([0, 0])
})

test('a guest gets what is in their room, as long as they are one', async () => {
  const room = await fill(
    town,
    `with a as (insert into audience (kind) values ('room') returning id)
     insert into room (audience_id, name, aim, lang, entry, listed_for, chatham)
     select id, 'Gastkreis', '', 'de', 'invitation', 2, false from a returning audience_id`,
  )
  const guest = (until: string) =>
    pastTriggers(
      town,
      `update organisation set kind = 'guest' where id = ${porto}; update person set guest = true where id = ${beatrizId};
       delete from audience_person where person_id = ${beatrizId};
       insert into audience_person (audience_id, person_id, host, until) values (${room}, ${beatrizId}, false, ${until})`,
    )
  for (const [title, until, mails] of [
    ['Gastwort', `now() + interval '1 day'`, 1],
    ['Vorbeiwort', `now() - interval '1 minute'`, 0],
  ] as const) {
    const id = await publish(title, 2)
    await fill(town, `update contribution set audience_id = ${room} where id = ${id}`)
    await guest(until)
    await notice(town, id)
    expect(await nextDay(town), title).toBe(mails)
  }
  expect(last()?.text).toContain('Gastwort')
})
