// Of what is new only what concerns one's city: in what one watches, in rooms, in saved searches and in the digest; never of what one is asked.
import { beforeEach, expect, test } from 'vitest'
import { fill } from '../../../testing/as-owner.ts'
import { deliver } from '../digests/fixtures.ts'
import { bringIn, foundBy, openIn } from '../rooms/fixtures.ts'
import { saveFor } from '../saved/fixtures.ts'
import { openWatchingTown } from './fixtures.ts'

const { town, ada, beatriz, watch, publish, countOf, workAll } = await openWatchingTown()
const beatrizId = await town.personId('beatriz-ribeirinha-douro')
const only = (chosen: boolean) =>
  fill(
    town,
    `insert into notice_setting (person_id, only_my_city) values (${beatrizId}, ${chosen})
     on conflict (person_id) do update set only_my_city = ${chosen}`,
  )
const porto = `organisation_id = (select organisation_id from person where id = ${beatrizId})`

/** Porto has shared something about youth, and about nothing else. */
beforeEach(async () => {
  await fill(town, `update contribution set concepts = '{}' where ${porto}`)
  const publishedOpenly = `select min(id) from contribution where ${porto} and state = 'published' and audience_id = 1`
  await fill(town, `update contribution set concepts = '{youth}' where id = (${publishedOpenly})`)
  await only(true)
})

test.each([
  ['youth', 1],
  ['lighting', 0],
])('a watched kind: something on %s is told %i times', async (concept, times) => {
  await watch(beatriz, 'kind.practice')
  await publish(ada, { title: 'Stadtwort', 'concepts[]': [concept] })
  expect(await countOf(beatriz)).toBe(times)
})

test('what a colleague wrote for named persons is not what the city shares: no notice tells of its subject', async () => {
  const karla = `insert into person (slug, name, email, role, organisation_id, lang) select 'karla', 'Karla', 'karla@porto.example',
    'colleague', organisation_id, 'en' from person where id = ${beatrizId} on conflict do nothing returning id`
  await fill(town, karla)
  await publish(await town.as('karla'), {
    ...{ title: 'Vertraulich', audience: 'persons', persons: 'Ada Lindmoser', 'concepts[]': ['victims'] },
  })
  await watch(beatriz, 'kind.practice')
  await publish(ada, { title: 'Opferwort', 'concepts[]': ['victims'] })
  expect(await countOf(beatriz)).toBe(0)
})

test('rooms: a thread of another city is no news for her, one of her own city is; chosen otherwise, both are', async () => {
  const room = await foundBy(ada, { entry: 'invitation' })
  await bringIn(ada, room, beatriz, 'Beatriz Ribeirinha Douro')
  await openIn(ada, room, 'Fremder Faden')
  await workAll()
  expect(await countOf(beatriz)).toBe(0)
  const colleague = await town.as('karla')
  await bringIn(ada, room, colleague, 'Karla')
  await openIn(colleague, room, 'Eigener Faden')
  await workAll()
  expect(await countOf(beatriz)).toBe(1)
  await only(false)
  await openIn(ada, room, 'Noch ein Faden')
  await workAll()
  expect(await countOf(beatriz)).toBe(2)
})

test('somebody answers her: told, whatever it is about', async () => {
  const id = await publish(beatriz, { title: 'Eigenes', 'concepts[]': ['lighting'] })
  await fill(town, `update contribution set concepts = '{}' where ${porto}`)
  await ada.post(`/contributions/${id}/replies`, { text: 'We do it too.', lang: 'en' })
  await workAll()
  expect(await countOf(beatriz)).toBe(1)
})

test('saved searches: at once comes only what concerns her city; the search itself marks both', async () => {
  await saveFor(beatriz, 'q=Suchstadtwort', 'at-once')
  for (const concept of ['lighting', 'youth'])
    await publish(ada, { title: `Suchstadtwort ${concept}`, 'concepts[]': [concept] })
  expect(town.mails.map(({ subject }) => subject)).toEqual(['New: Suchstadtwort youth'])
  expect(await beatriz.page('/saved-searches')).toContain('2 new')
  await fill(town, 'delete from saved_search')
})

test('chosen after it was raised: the digest leaves out what does not concern her city', async () => {
  await only(false)
  await watch(beatriz, 'kind.practice')
  for (const concept of ['lighting', 'youth'])
    await publish(ada, { title: `Morgenstadt ${concept}`, 'concepts[]': [concept] })
  await only(true)
  town.now = new Date(Date.now() + 86_400_000)
  town.now.setUTCHours(8, 0)
  await fill(town, `update notice_setting set digest_hour = 7`)
  await deliver(town)
  const letter = town.mails.find(({ to }) => to === 'beatriz.ribeirinha-douro@porto.example')?.text ?? ''
  expect(letter).toContain('Morgenstadt youth')
  expect(letter).not.toContain('Morgenstadt lighting')
})
