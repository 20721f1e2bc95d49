// Whoever has chosen nothing starts with what fits their city, as far as they reach it; whoever has chosen keeps what they chose.
import { expect, test } from 'vitest'
import type { Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { testJobs } from '../../../testing/template.ts'
import { bringIn, foundBy } from '../rooms/fixtures.ts'
import { setDefaultsFor, setDefaultsForAll } from './actions/set-defaults.ts'
import { openWatchingTown } from './fixtures.ts'
import { setDefaults } from './migrations/004-defaults.ts'

const { town, ada, beatriz, watch, publish, workAll } = await openWatchingTown()
const jobs = testJobs(town.database.system, town.dataDir, (personId, work) => town.database.read({ personId }, work))
const round = (): Promise<void> => setDefaultsForAll(jobs)
const watchedBy = async (slug: string, by = 'true'): Promise<string[]> =>
  (
    await rowsOf<{ of: string }>(
      town,
      `select s.kind || '.' || coalesce(a.kind, s.ref) as of from subscription s join person p on p.id = s.person_id
       left join audience a on s.kind = 'audience' and a.id::text = s.ref
       where p.slug = '${slug}' and by_default = ${by} order by 1`,
    )
  ).map(({ of }) => of)

/** Comes to Graz by an invitation of Ada's. */
async function join(name: string): Promise<Visitor> {
  const email = `${name.toLowerCase()}@graz.example`
  await ada.post('/my-city/invitations', { name, email, lang: 'en', role: 'colleague' })
  await workAll()
  const token = /\/invitation\?token=(\S+)/.exec(town.mails.findLast(({ to }) => to === email)?.text ?? '')?.[1] ?? ''
  expect((await town.visitor.post('/invitation', { token, name, lang: 'en' })).status).toBe(303)
  await workAll()
  return town.as(name.toLowerCase())
}

test('who joins watches what Graz shares and its forum, is told gathered, reads why, and ends one for good', async () => {
  const mirko = await join('Mirko')
  const watched = await watchedBy('mirko')
  expect(watched.filter((of) => of.startsWith('concept.')).length).toBeGreaterThan(2)
  expect(watched.filter((of) => of.startsWith('concept.')).length).toBeLessThan(9)
  expect(await fill(town, `select count(*) from notice_rhythm`)).toBe(0)
  const page = await mirko.page('/notices/settings')
  expect(page).toContain('What is marked “chosen for you” was set')
  expect(page).toContain('chosen for you: your city has shared something on it')
  const [of = ''] = watched.filter((one) => one.startsWith('concept.'))
  await publish(beatriz, { title: 'Grundwort', 'concepts[]': [of.slice('concept.'.length)] })
  expect(town.mails.filter(({ subject }) => subject.includes('Grundwort'))).toEqual([])
  expect(await mirko.page('/notices')).toContain('Grundwort')

  await mirko.post('/notices/subscriptions/removal', { of })
  await round()
  await setDefaultsFor(jobs, await town.personId('mirko'))
  expect(await watchedBy('mirko')).toEqual(watched.filter((one) => one !== of))
})

test('a round gives it to everybody who chose nothing, and to nobody who watched, ended, chose a rhythm or a time', async () => {
  const graz = ['watch', 'end', 'rhythm', 'times', 'nothing', 'device'] as const
  for (const slug of graz)
    await fill(
      town,
      `insert into person (slug, name, email, role, organisation_id, lang) select '${slug}', '${slug}', '${slug}@graz.example',
         'colleague', organisation_id, 'en' from person where slug = 'ada-lindmoser' returning id`,
    )
  const [watches, ends, rhythm, times] = [
    await town.as('watch'),
    await town.as('end'),
    await town.as('rhythm'),
    await town.as('times'),
  ]
  await town.as('device')
  await watch(watches, 'concept.victims')
  await ends.post('/notices/subscriptions/removal', { of: 'concept.victims' })
  await rhythm.post('/notices/rhythms', { asked: 'at_once', city: 'at_once', watched: 'at_once', rooms: 'at_once' })
  await times.post('/notices/times', { digestHour: '9', digestWeekday: '1' })
  await fill(
    town,
    `insert into push_device (person_id, session_id, endpoint, p256dh, auth) select p.id, s.id, 'https://push.example/x', 'k', 'a'
     from person p join session s on s.person_id = p.id where p.slug = 'device' returning id`,
  )
  for (const _ of [1, 2]) await round()
  expect((await watchedBy('nothing')).length).toBeGreaterThan(2)
  for (const slug of ['watch', 'end', 'rhythm', 'times', 'device']) expect(await watchedBy(slug), slug).toEqual([])
  expect(await watchedBy('watch', 'false')).toEqual(['concept.victims'])
})

test('where their city has shared nothing yet, its first subject comes when it has; ended meanwhile, nothing comes', async () => {
  for (const slug of ['waits', 'ended'])
    await fill(
      town,
      `with town as (insert into organisation (slug, name, kind, country, active) values ('town-${slug}', 'T', 'municipality', 'AT', true) returning id)
       insert into person (slug, name, email, role, organisation_id, lang) select '${slug}', '${slug}', '${slug}@t.example',
         'colleague', id, 'en' from town returning id`,
    )
  await round()
  expect([await watchedBy('waits'), await watchedBy('ended')]).toEqual([[], []])
  const [waits, ended] = [await town.as('waits'), await town.as('ended')]
  await ended.post('/notices/subscriptions/removal', { of: 'concept.youth' })
  for (const who of [waits, ended]) await publish(who, { title: 'Erstes', 'concepts[]': ['victims'] })
  await round()
  expect([await watchedBy('waits'), await watchedBy('ended')]).toEqual([['concept.victims'], []])
})

test('nothing beyond their reach: not the subject of what a colleague confided to somebody, not the forum of another country', async () => {
  await fill(
    town,
    `insert into person (slug, name, email, role, organisation_id, lang) select 'outside', 'outside', 'outside@graz.example',
       'colleague', organisation_id, 'en' from person where slug = 'ada-lindmoser' returning id`,
  )
  await fill(town, `update contribution set concepts = '{youth}' where concepts && '{radicalisation}'`)
  await publish(ada, {
    ...{ title: 'Vertraulich', audience: 'persons', persons: 'Beatriz Ribeirinha Douro' },
    'concepts[]': ['radicalisation'],
  })
  await round()
  const watched = await watchedBy('outside')
  expect(watched.length).toBeGreaterThan(0)
  expect(watched).not.toContain('concept.radicalisation')
  const foreign = `select count(*) from subscription s join person p on p.id = s.person_id join audience a on a.id::text = s.ref
    where s.kind = 'audience' and not a.id = any (string_to_array(app.audiences_of(p.id), ',')::int[])`
  expect(await fill(town, foreign)).toBe(0)
})

test('a guest of a room hears of that room and of nothing else', async () => {
  const room = await foundBy(ada, { name: 'With a guest', entry: 'invitation' })
  const until = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  await ada.post(`/rooms/${room}/invitations`, { who: 'zita@linz.example', until, lang: 'en' })
  await workAll()
  const token = /\/guest-invitation\?token=(\S+)/.exec(town.mails.at(-1)?.text ?? '')?.[1] ?? ''
  const who = { name: 'Zita Gastlinger', organisation: 'Town of Linz', country: 'AT', lang: 'en' }
  expect((await town.visitor.post('/guest-invitation', { ...who, token })).status).toBe(303)
  await workAll()
  await round()
  await setDefaultsFor(jobs, await town.personId('zita-gastlinger'))
  expect(await watchedBy('zita-gastlinger')).toEqual(['audience.room'])
})

test('at the update: who decided before keeps what they have, rooms count as chosen for them', async () => {
  const room = await foundBy(ada, { name: 'Before the update' })
  await bringIn(ada, room, beatriz, 'Beatriz Ribeirinha Douro')
  await fill(town, `delete from notice_default; delete from subscription; delete from notice_rhythm`)
  const settled = async (): Promise<string[]> => {
    const { sql } = setDefaults
    const [from, to] = [
      sql.indexOf('update subscription s set by_default'),
      sql.indexOf('create or replace function app.forget'),
    ]
    await fill(town, `delete from notice_default; ${sql.slice(from, to)}`)
    const rows = await rowsOf<{ slug: string }>(
      town,
      `select p.slug from notice_default join person p on p.id = person_id where p.slug in ('ada-lindmoser', 'beatriz-ribeirinha-douro') order by 1`,
    )
    return rows.map(({ slug }) => slug)
  }
  expect(await settled(), 'both ended the watching of their rooms').toEqual([
    'ada-lindmoser',
    'beatriz-ribeirinha-douro',
  ])
  await fill(
    town,
    `insert into subscription (person_id, kind, ref) select ap.person_id, 'audience', ap.audience_id from audience_person ap
     join audience a on a.id = ap.audience_id and a.kind = 'room'`,
  )
  expect(await settled()).toEqual([])
  await fill(
    town,
    `insert into subscription (person_id, kind, ref) select id, 'kind', 'poll' from person where slug = 'ada-lindmoser'`,
  )
  expect(await settled()).toEqual(['ada-lindmoser'])
  expect((await watchedBy('ada-lindmoser')).every((of) => of === 'audience.room')).toBe(true)
})

test('somebody who ends watching while it is being set for them: nothing is set', async () => {
  await fill(
    town,
    `insert into person (slug, name, email, role, organisation_id, lang) select 'racing', 'racing', 'racing@graz.example',
       'colleague', organisation_id, 'en' from person where slug = 'ada-lindmoser' returning id`,
  )
  const racing = await town.as('racing')
  const slow = {
    ...jobs,
    readAs: (async (id, work) => {
      const given = await jobs.readAs(id, work)
      await racing.post('/notices/subscriptions/removal', { of: 'concept.victims' })
      return given
    }) as typeof jobs.readAs,
  }
  await setDefaultsFor(slow, await town.personId('racing'))
  expect(await watchedBy('racing')).toEqual([])
})
