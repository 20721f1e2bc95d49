// Whom a notice must not reach, nor its number, nor its mail: each tried, before it is told and afterwards.
import { describe, expect, test } from 'vitest'
import { fill, pastTriggers } from '../../../testing/as-owner.ts'
import { openWatchingTown } from './fixtures.ts'

const { town, ada, beatriz, publish, watch, countOf, workAll } = await openWatchingTown()
const everything = { asked: 'at_once', city: 'at_once', watched: 'at_once', rooms: 'at_once' }
const beatrizId = await town.personId('beatriz-ribeirinha-douro')
const adaId = await town.personId('ada-lindmoser')
const circle = await fill(town, `insert into audience (kind) values ('room') returning id`)
await fill(
  town,
  `insert into room (audience_id, name, aim, lang, entry, listed_for, chatham) values (${circle}, 'Zwirbelkreis', '', 'en', 'invitation', 2, false) returning audience_id`,
)
const enter = () =>
  fill(
    town,
    `insert into audience_person (audience_id, person_id, host) values (${circle}, ${adaId}, true), (${circle}, ${beatrizId}, false) on conflict do nothing`,
  )
const leave = () => fill(town, `delete from audience_person where audience_id = ${circle} and person_id = ${beatrizId}`)

const shows = async (word: string): Promise<boolean> => (await beatriz.page('/notices')).includes(word)
/** Nothing on the page, nothing counted, nothing mailed. */
const silent = async (word: string) => [await shows(word), await countOf(beatriz), town.mails.length]

describe('before it is told', () => {
  test('what does not reach whoever watches is told to nobody', async () => {
    await watch(beatriz, 'concept.youth')
    await beatriz.post('/notices/rhythms', everything)
    const own = await fill(
      town,
      `select a.id from audience a join organisation o on o.id = a.organisation_id where o.slug = 'at-graz'`,
    )
    await publish(ada, { title: 'Fernwort', audience: String(own) })
    expect(await silent('Fernwort')).toEqual([false, 0, 0])
    expect(await fill(town, 'select count(*) from notice')).toBe(0)
  })

  test('whoever was removed from a room hears nothing of it, though they go on watching it', async () => {
    await enter()
    expect(await watch(beatriz, `audience.${circle}`)).toBe(303)
    await beatriz.post('/notices/rhythms', everything)
    await leave()
    await fill(town, `insert into subscription (person_id, kind, ref) values (${beatrizId}, 'audience', '${circle}')`)
    await ada.post(`/rooms/${circle}/threads`, { title: 'Zwirbelfaden', text: 'Worte', lang: 'en' })
    await workAll()
    expect(await fill(town, 'select count(*) from notice')).toBe(0)
    expect(await silent('Zwirbelfaden')).toEqual([false, 0, 0])
  })

  test('a room that one may not know of cannot be watched, and says no more than one that is not there', async () => {
    await leave()
    expect([await watch(beatriz, `audience.${circle}`), await watch(beatriz, 'audience.99999999')]).toEqual([404, 404])
  })

  test('neither who wrote it nor who blocked them hears of it', async () => {
    for (const who of [ada, beatriz]) await watch(who, 'concept.youth')
    await fill(town, `insert into message_block (person_id, blocked_id) values (${beatrizId}, ${adaId})`)
    await publish(ada, { title: 'Sperrwort' })
    expect([await countOf(ada), await countOf(beatriz)]).toEqual([0, 0])
    await fill(town, `delete from message_block where person_id = ${beatrizId}`)
  })

  test('only what concerns my city: of other subjects nothing is told', async () => {
    for (const of of ['concept.lighting', 'kind.practice']) await watch(beatriz, of)
    await fill(town, `insert into notice_setting (person_id, only_my_city) values (${beatrizId}, true)`)
    await fill(
      town,
      `update contribution set concepts = '{}' where organisation_id = (select organisation_id from person where id = ${beatrizId})`,
    )
    await publish(ada, { title: 'Fremdwort', 'concepts[]': ['lighting'] })
    expect(await countOf(beatriz)).toBe(0)
  })
})

describe('afterwards', () => {
  /** Beatriz is told, then something happens. */
  async function told(word: string): Promise<string> {
    await watch(beatriz, 'concept.youth')
    const id = await publish(ada, { title: word })
    expect(await silent(word)).toEqual([true, 1, 0])
    return id
  }
  const away = {
    hidden: 'hidden_at = now()',
    withdrawn: `state = 'withdrawn', withdrawn_at = now()`,
    narrowed: 'audience_id = 0',
  }
  for (const [name, change] of Object.entries(away))
    test(`what is ${name} is gone from page and number, and a mail that waited is not sent`, async () => {
      const word = `Wegwort${name}`
      const id = await told(word)
      await beatriz.post('/notices/rhythms', everything)
      const own = `(select a.id from audience a join organisation o on o.id = a.organisation_id where o.slug = 'at-graz')`
      await fill(town, `update contribution set ${change.replace('= 0', `= ${own}`)} where id = ${id}`)
      await fill(
        town,
        `insert into fact (name, contribution_id, data) select 'notice.raised', ${id}, jsonb_build_object('notice', id) from notice`,
      )
      await workAll()
      expect(await silent(word)).toEqual([false, 0, 0])
    })

  test('whoever mutes it sees it no more; who shows it again does', async () => {
    const id = await told('Stummwort')
    await beatriz.post(`/contributions/${id}/mute`)
    expect(await silent('Stummwort')).toEqual([false, 0, 0])
  })

  test('removed from the room, its notices vanish; back in it they are there again', async () => {
    await enter()
    await watch(beatriz, `audience.${circle}`)
    await ada.post(`/rooms/${circle}/threads`, { title: 'Kreisfaden', text: 'Worte', lang: 'en' })
    await workAll()
    expect(await silent('Kreisfaden')).toEqual([true, 1, 0])
    await leave()
    expect(await silent('Kreisfaden')).toEqual([false, 0, 0])
    await enter()
    expect(await silent('Kreisfaden')).toEqual([true, 1, 0])
  })

  test('whoever leaves takes along what they watched and were told', async () => {
    await told('Abschiedswort')
    await fill(town, `update person set left_at = now() where id = ${beatrizId}`)
    expect(await fill(town, `select (select count(*) from notice) + (select count(*) from subscription)`)).toBe(0)
    await fill(town, `update person set left_at = null where id = ${beatrizId}`)
  })
})

describe('in a room under the Chatham House Rule', () => {
  const rule = (holds: boolean) =>
    pastTriggers(town, `update room set chatham = ${holds} where audience_id = ${circle}`)
  const graz = () => fill(town, `select id from organisation where slug = 'at-graz'`)
  const thread = async (title: string) => {
    await ada.post(`/rooms/${circle}/threads`, { title, text: 'Worte', lang: 'en' })
    await workAll()
  }

  test('a city that one watches finds nothing, and the page names the room', async () => {
    await enter()
    await rule(true)
    await fill(town, `delete from subscription where person_id = ${beatrizId}`)
    await watch(beatriz, `organisation.${await graz()}`)
    await thread('Regelfaden')
    expect(await silent('Regelfaden')).toEqual([false, 0, 0])
    await watch(beatriz, `audience.${circle}`)
    await thread('Regelfaden zwei')
    const page = await beatriz.page('/notices')
    expect(page).toContain('Regelfaden zwei')
    expect(page).toContain('Zwirbelkreis')
    expect(page).not.toMatch(/Graz|You watch this city/)
    await rule(false)
  })

  test('nor of what came before the rule', async () => {
    await enter()
    await watch(beatriz, `organisation.${await graz()}`)
    await thread('Vorregelfaden')
    expect(await beatriz.page('/notices')).toMatch(/Graz[\s\S]*You watch this city/)
    await rule(true)
    const page = await beatriz.page('/notices')
    expect(page).toContain('Vorregelfaden')
    expect(page).not.toMatch(/Graz|You watch this city/)
    await rule(false)
    await leave()
  })
})

test('TLP:RED: neither title, nor city, nor the subject by which it came stands in the mail or its links', async () => {
  await watch(beatriz, 'concept.youth')
  await beatriz.post('/notices/rhythms', everything)
  await publish(ada, { title: 'Murmelwort', audience: 'persons', persons: 'Beatriz Ribeirinha Douro' })
  expect(town.mails).toHaveLength(1)
  expect(JSON.stringify(town.mails[0])).not.toMatch(/Murmelwort|youth|Jugend|Graz|Ada/)
})

test('whoever asks as a member city hears nothing of their own question, and nobody hears whose it is', async () => {
  const jonte = await town.as('jonte-pfalzgrafer')
  const kaiserslautern = await fill(town, `select id from organisation where slug = 'de-kaiserslautern'`)
  for (const who of [jonte, beatriz]) for (const of of ['concept.youth', 'kind.question']) await watch(who, of)
  await watch(ada, `organisation.${kaiserslautern}`)
  await beatriz.post('/notices/rhythms', everything)
  const words = { title: 'Schleierwort', text: 'Wer hat das Schleierwort wieder abgebaut?', lang: 'de', audience: '2' }
  const asked = await jonte.post('/questions', { ...words, 'concepts[]': ['youth'], veiled: 'yes' })
  expect(asked.status).toBe(303)
  await workAll()
  expect([await countOf(jonte), await countOf(ada), await countOf(beatriz)]).toEqual([0, 0, 1])
  const page = await beatriz.page('/notices')
  expect(page).toContain('Schleierwort')
  const card = page.slice(page.indexOf('item-card'), page.indexOf('</article>'))
  const mails = town.mails.filter(({ to }) => to.startsWith('beatriz'))
  expect(mails).toHaveLength(1)
  expect(`${card} ${JSON.stringify(mails)}`).not.toMatch(/Jonte|Pfalzgrafer|Kaiserslautern/)
})
