// From what somebody watches to what they are told: on the page, in the number beside the bell, by mail at the rhythm they chose.
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { openWatchingTown } from './fixtures.ts'
import { raiseNotices } from './store-raising.ts'

const { town, ada, beatriz, publish, watch, countOf, workAll, hearAgain } = await openWatchingTown()

test('a watched subject, also a wider one: the notice says why, is counted, and is read by opening the thing', async () => {
  await watch(beatriz, 'concept.lighting')
  const id = await publish(ada, { title: 'Laternenwort', 'concepts[]': ['lighting'] })
  const page = await beatriz.page('/notices')
  expect(page).toContain('Laternenwort')
  expect(page).toMatch(/You watch “[^”]+”\./)
  expect([await countOf(beatriz), await countOf(ada)]).toEqual([1, 0])
  const address = (await beatriz.get(`/practices/${id}`)).headers.get('location') ?? ''
  expect(await beatriz.page(address)).toContain('Nothing new')
  await expect.poll(() => countOf(beatriz)).toBe(0)
  expect(await beatriz.page('/notices')).toContain('Laternenwort')
})

test('a city, a kind, and several reasons at once make one notice', async () => {
  const graz = await fill(town, `select id from organisation where slug = 'at-graz'`)
  for (const of of ['concept.youth', `organisation.${graz}`, 'kind.practice']) await watch(beatriz, of)
  await publish(ada, { title: 'Dreigrundwort' })
  expect(await countOf(beatriz)).toBe(1)
  const [{ why } = { why: [] }] = await rowsOf<{ why: { by: string }[] }>(town, 'select why from notice')
  expect(why.map(({ by }) => by)).toEqual(['concept', 'kind', 'organisation'])
})

test('usually what is watched waits for the morning; at once it comes by mail, with why, and with a way to end it', async () => {
  await watch(beatriz, 'concept.youth')
  await publish(ada, { title: 'Morgenwort' })
  expect(town.mails).toEqual([])
  await beatriz.post('/notices/rhythms', { asked: 'at_once', city: 'at_once', watched: 'at_once', rooms: 'daily' })
  const id = await publish(ada, { title: 'Sofortwort' })
  expect(town.mails.map(({ to, subject }) => [to, subject])).toEqual([
    ['beatriz.ribeirinha-douro@porto.example', 'New: Sofortwort'],
  ])
  expect(town.mails[0]?.text).toContain(`http://localhost/practices/${id}`)
  expect(town.mails[0]?.text).toContain('You get this e-mail for this reason: You watch “')
  const ending = town.mails[0]?.endAddress?.replace('http://localhost', '') ?? ''
  expect(await (await town.visitor.get(ending)).text()).toContain('You watch “')
  expect(await fill(town, 'select count(*) from subscription')).toBe(1)
  expect((await town.visitor.post(ending, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200)
  expect(await fill(town, 'select count(*) from subscription')).toBe(0)
  expect((await town.visitor.post(ending.replace(/code=./, 'code=0'))).status).toBe(410)
})

test('in quiet hours the mail waits until they end, and goes once', async () => {
  await watch(beatriz, 'concept.youth')
  await beatriz.post('/notices/rhythms', { asked: 'at_once', city: 'at_once', watched: 'at_once', rooms: 'daily' })
  await fill(
    town,
    `insert into notice_setting (person_id, quiet_from, quiet_to, time_zone)
     select id, (now() at time zone 'UTC')::time - interval '1 hour', (now() at time zone 'UTC')::time + interval '1 hour', 'UTC' from person
     where slug = 'beatriz-ribeirinha-douro'`,
  )
  await publish(ada, { title: 'Nachtwort' })
  expect([town.mails.length, await countOf(beatriz)]).toEqual([0, 1])
  expect(await fill(town, 'select count(*) from notice_later')).toBe(1)
  await fill(town, 'delete from notice_setting')
  await fill(town, `update notice_later set until = now() - interval '1 minute'`)
  await hearAgain()
  await workAll()
  expect(town.mails.map(({ subject }) => subject)).toEqual(['New: Nachtwort'])
  await hearAgain()
  await workAll()
  expect(town.mails).toHaveLength(1)
})

test.each([
  ['watched', 'city'],
  ['city', 'watched'],
] as const)(
  'one fact of which two features tell (%s, then %s): what their city is asked comes at once',
  async (...order) => {
    const contributionId = Number(await publish(ada, { title: 'Zweifachwort' }))
    const factId = await fill(town, `select min(id) from fact where contribution_id = ${contributionId}`)
    for (const area of order) {
      const candidates = sql`select id as person_id, ${area}::text as area, '[]'::jsonb as why, null::timestamptz as since
      from person where slug = 'beatriz-ribeirinha-douro'`
      const what = area === 'city' ? 'poll' : 'new'
      await raiseNotices(town.database.system, { contributionId, factId, what, candidates })
    }
    await workAll()
    expect(await rowsOf(town, 'select area, what, mailed_at is not null as mailed from notice')).toEqual([
      { area: 'city', what: 'poll', mailed: true },
    ])
    expect(town.mails).toHaveLength(1)
  },
)

test('what names no thing marks nothing read; left out, everything', async () => {
  await watch(beatriz, 'concept.youth')
  await publish(ada, { title: 'Ungelesenwort' })
  for (const thing of ['x', '', '0', '-1', '1e3', '99999999999'])
    expect((await beatriz.post('/notices/reading', { thing })).status, thing).toBe(404)
  expect(await countOf(beatriz)).toBe(1)
  expect((await beatriz.post('/notices/reading')).status).toBe(303)
  expect(await countOf(beatriz)).toBe(0)
})
