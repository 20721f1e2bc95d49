// Whoever looks after a membership learns by mail what became of it: in their language, once, and nobody else.
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { dayOf } from '#kernel/locale.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { sendNews } from './actions/send-news.ts'
import { act, currentMembership } from './fixtures.ts'
import { dayPlus } from './membership.ts'
import { noteNews } from './store-news.ts'

let town: Town
let irena: Visitor
let ada: Visitor
const today = dayOf(new Date())
const year = Number(today.slice(0, 4))
beforeAll(async () => {
  town = await openTown()
  irena = await town.as('irena-halvorsdottir-blau')
  // Adds a German to those of Graz, and a colleague who is told nothing.
  const graz = `(select id from organisation where slug = 'at-graz')`
  for (const [slug, role] of [
    ['gerlinde', 'coordinator'],
    ['kolja', 'colleague'],
  ])
    await fill(
      town,
      `insert into person (slug, name, email, role, organisation_id, lang)
       values ('${slug}', '${slug}', '${slug}@graz.example', '${role}', ${graz}, 'de') returning id`,
    )
  ada = await town.as('ada-lindmoser', 'en')
  await work()
})
beforeEach(() => {
  town.mails.length = 0
})
const work = async () => {
  while ((await town.work()) > 0);
}
const emailOf = async (slug: string) =>
  (await rowsOf<{ email: string }>(town, `select email from person where slug = '${slug}'`))[0]?.email ?? ''
const coordinators = async () => [await emailOf('ada-lindmoser'), 'gerlinde@graz.example'].sort()
const offices = async () => [await emailOf('irena-halvorsdottir-blau'), await emailOf('theo-quintavoll')]
const sentTo = () => town.mails.map(({ to }) => to).sort()
const textTo = (to: string) => town.mails.find((mail) => mail.to === to)?.text ?? ''
const membership = () => currentMembership(town, 'at-graz').then(String)

test('a suspension and its end: both coordinators, each in their language, without the reason; a colleague and other offices nothing', async () => {
  const fields = { membership: await membership(), begins: today, reason: 'Streng vertraulicher Grund' }
  await act(irena, '/memberships/at-graz/suspension', fields)
  await work()
  expect(sentTo()).toEqual(await coordinators())
  const text = textTo('gerlinde@graz.example')
  expect(text).toContain('die Mitgliedschaft von Graz (Netzwerk) ruht ab')
  expect(textTo(await emailOf('ada-lindmoser'))).toContain('the membership of Graz (Network) is suspended from')
  expect(JSON.stringify(town.mails)).not.toContain('vertraulicher')
  expect(text).toContain('http://localhost/memberships/at-graz')
  town.mails.length = 0
  await irena.post('/memberships/at-graz/suspension/end', { from: dayPlus(today, 1) })
  await work()
  expect(sentTo()).toEqual(await coordinators())
  expect(textTo('gerlinde@graz.example')).toContain('ruht nicht mehr')
  await fill(town, `update suspension set ends_on = '${today}'::date - 1 where reason like 'Streng%' returning id`)
})

test('suspended in its forum alone, a city is told what it loses there, and not that it sees nothing of the network', async () => {
  const lyon = `(select id from organisation where slug = 'fr-lyon')`
  const forum = await fill(
    town,
    `select m.id from membership m join forum f on f.id = m.forum_id where m.organisation_id = ${lyon} and f.slug = 'forum-france'`,
  )
  const maelle = await town.as('maelle-brindeforge', 'fr')
  const fields = { membership: String(forum), begins: today, reason: 'x' }
  const { told } = await act(maelle, '/memberships/fr-lyon/suspension', fields)
  expect(told).toContain('l’adhésion au réseau n’est pas touchée')
  await work()
  const text = textTo(await emailOf('assia-verdonnel'))
  expect(text).toContain('l’adhésion au réseau n’est pas touchée')
  expect(text).not.toContain('ne voient que ce qui est public')
  await maelle.post('/memberships/fr-lyon/suspension/end', { from: today })
  await work()
})

test('one that was taken back before it began was never one; lifted before the mails go out, only that is told', async () => {
  const begins = dayPlus(today, 30)
  await act(irena, '/memberships/at-graz/suspension', { membership: await membership(), begins, reason: 'x' })
  await irena.post('/memberships/at-graz/suspension/end', { from: begins })
  await work()
  expect(sentTo()).toEqual(await coordinators())
  expect(textTo('gerlinde@graz.example')).toContain('dazu kommt es nicht')
})

test('Ada’s notice: confirmed to the coordinators, told to the office it was given to; taken back, the same', async () => {
  await act(ada, '/memberships/at-graz/resignation', { membership: await membership() })
  await work()
  expect(sentTo()).toEqual([...(await coordinators()), ...(await offices())].sort())
  expect(textTo('gerlinde@graz.example')).toMatch(
    /ist am .* die Kündigung eingegangen\. Ihr letzter Tag ist der 31\. Dezember \d{4}\. Bis dahin/,
  )
  expect(textTo((await offices())[1] ?? '')).toContain('Graz (R')
  town.mails.length = 0
  await ada.post('/memberships/at-graz/resignation/withdrawal', { membership: await membership() })
  await work()
  expect(sentTo()).toEqual([...(await coordinators()), ...(await offices())].sort())
  expect(textTo('gerlinde@graz.example')).toContain('wurde zurückgenommen')
})

test('a letter that the office writes down: the coordinators alone; one taken back at once is not told as standing', async () => {
  const fields = { membership: await membership(), received: today }
  await act(irena, '/memberships/at-graz/resignation', fields)
  await work()
  expect(sentTo()).toEqual(await coordinators())
  await irena.post('/memberships/at-graz/resignation/withdrawal', fields)
  await work()
  town.mails.length = 0
  await act(irena, '/memberships/at-graz/resignation', fields)
  await irena.post('/memberships/at-graz/resignation/withdrawal', fields)
  await work()
  expect(sentTo()).toEqual(await coordinators())
  for (const { text } of town.mails) expect(text).toMatch(/zurückgenommen|taken back/)
})

test('a forum’s notice goes to that forum’s office, and to no other', async () => {
  const lyon = await fill(
    town,
    `select m.id from membership m join organisation o on o.id = m.organisation_id join forum f on f.id = m.forum_id
     where o.slug = 'fr-lyon' and f.slug = 'forum-france'`,
  )
  const assia = await town.as('assia-verdonnel', 'fr')
  await act(assia, '/memberships/fr-lyon/resignation', { membership: String(lyon) })
  await work()
  expect(sentTo()).toEqual([await emailOf('assia-verdonnel'), await emailOf('maelle-brindeforge')].sort())
  expect(textTo(await emailOf('maelle-brindeforge'))).toContain('Forum français')
})

test('a new name: its coordinators; a merger: those of all that it concerns', async () => {
  await act(irena, '/memberships/at-graz/renaming', { name: 'Groß-Graz', on_day: dayPlus(today, 40) })
  await work()
  expect(sentTo()).toEqual(await coordinators())
  expect(textTo('gerlinde@graz.example')).toContain('Groß-Graz')
  town.mails.length = 0
  const vienna = `(select id from organisation where slug = 'at-quellmoos')`
  await fill(
    town,
    `insert into person (slug, name, email, role, organisation_id, lang)
     values ('quirin', 'Quirin', 'quirin@quellmoos.example', 'coordinator', ${vienna}, 'nl') returning id`,
  )
  await act(irena, '/memberships/at-graz/merger', {
    ...{ 'others[]': ['at-quellmoos'], into: 'at-graz', name: '', on_day: `${year + 1}-01-01` },
    decision: 'Landesgesetz 7/2025',
  })
  await work()
  expect(sentTo()).toEqual([...(await coordinators()), 'quirin@quellmoos.example'].sort())
  expect(textTo('quirin@quellmoos.example')).toMatch(/samenvoeging[\s\S]*Landesgesetz 7\/2025/)
  expect(textTo('gerlinde@graz.example')).toContain('ein Zusammenschluss ist eingetragen')
})

test('a split: the coordinators of what was divided', async () => {
  await fill(
    town,
    `insert into person (slug, name, email, role, organisation_id, lang) values ('modesta', 'Modesta', 'm@modena.example', 'coordinator',
     (select id from organisation where slug = 'it-modena'), 'it') returning id`,
  )
  await act(irena, '/memberships/it-modena/split', {
    ...{ names: 'Modena Nord\nModena Sud', goes_on: 'no', on_day: `${year + 1}-01-01`, decision: 'Legge 1' },
  })
  await work()
  expect(sentTo()).toContain('m@modena.example')
  expect(textTo('m@modena.example')).toContain('Modena Nord e Modena Sud')
})

test('noted twice and heard twice it is one mail; whoever left, or coordinates no more, gets none', async () => {
  const [{ id: fact = 0 } = {}] = await rowsOf<{ id: number }>(
    town,
    `select id::int from fact where name = 'organisation.renamed' order by id desc limit 1`,
  )
  const announced = () =>
    fill(town, `select count(*) from fact where name = 'membership.announced' and data ->> 'of' = '${fact}'`)
  const before = await announced()
  await noteNews(town.database.system, fact)
  expect(await announced()).toBe(before)
  const gerlinde = await town.personId('gerlinde')
  const ids: unknown[] = []
  const parts = {
    ...{
      system: town.database.system,
      now: () => town.now,
      mail: async ({ id }: { id?: string }) => void ids.push(id),
    },
    settings: { baseUrl: '', networkName: 'N' } as never,
  }
  await sendNews(parts, { fact, person: gerlinde, heard: fact })
  await sendNews(parts, { fact, person: gerlinde, heard: fact })
  expect(new Set(ids)).toEqual(new Set([`membership-news-${fact}-${gerlinde}`]))
  await fill(town, `update person set role = 'colleague' where slug = 'gerlinde' returning id`)
  await sendNews(parts, { fact, person: gerlinde, heard: fact })
  await sendNews(parts, { fact, person: await town.personId('kolja'), heard: fact })
  await fill(town, `update person set role = 'coordinator', left_at = now() where slug = 'gerlinde' returning id`)
  await sendNews(parts, { fact, person: gerlinde, heard: fact })
  expect(ids.length).toBe(2)
})
