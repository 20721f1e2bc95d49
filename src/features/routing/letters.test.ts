// What mails of questions say and do not say; and that each comes once, however long the mail server was away.
import { beforeAll, expect, test } from 'vitest'
import type { JobParts } from '#platform/feature.ts'
import { openTown, type Town } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { findOpen } from '../questions/public.ts'
import { beginRounds, continueRounds } from './actions/carry-question.ts'
import { sendAgain, sendAsking } from './actions/send-asking.ts'
import { askAs, askedOf, partsAt, work } from './fixtures.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
}, 120_000)

const now = new Date()
const hours = (count: number): JobParts => partsAt(town, new Date(now.getTime() + count * 3_600_000))
const days = (count: number): JobParts => hours(24 * count)
const mailsAbout = (id: number) => town.mails.filter((mail) => mail.id?.startsWith(`asked-${id}-`))
const roundOf = async (id: number) =>
  (
    await rowsOf<{ rounds: number; waits: boolean; listed: boolean }>(
      town,
      `select rounds, due_at is not null as waits, listed_at is not null as listed from routing where contribution_id = ${id}`,
    )
  )[0]

test('from a room under the Chatham House Rule no mail and no home page names city or namer', async () => {
  const jonte = await town.as('jonte-pfalzgrafer')
  const founded = await jonte.post('/rooms', {
    ...{ name: 'Runde Nachtleben', aim: 'Nachtleben.', lang: 'de', entry: 'open', listedFor: '2', chatham: 'yes' },
  })
  const audience = /\d+/.exec(founded.headers.get('location') ?? '')?.[0] ?? ''
  for (const slug of ['ada-lindmoser', 'assia-verdonnel'])
    await (await town.as(slug)).post(`/rooms/${audience}/joining`)
  const { id } = await askAs(town, 'jonte-pfalzgrafer', {
    audience,
    title: 'Wispelkrug',
    'concepts[]': ['mediation', 'nightlife', 'fear-of-crime', 'public-space', 'youth', 'women', 'victims'],
  })
  await work(town)
  const [asked] = await askedOf(town, id)
  expect(asked).toBeDefined()
  const [other, otherName, namer] =
    asked?.slug === 'ada-lindmoser'
      ? (['assia-verdonnel', 'Assia Verdonnel', /Lindmoser|Graz\b/] as const)
      : (['ada-lindmoser', 'Ada Lindmoser', /Verdonnel/] as const)
  // As if the ranking had not asked both.
  const otherId = await town.personId(other)
  await rowsOf(town, `delete from asked_person where contribution_id = ${id} and person_id = ${otherId}`)
  const answer = await (await town.as(asked?.slug ?? '')).post(`/asked/${id}/colleague`, { colleague: otherName })
  expect(answer.status).toBe(303)
  await work(town)
  const mails = mailsAbout(id)
  expect(mails.length).toBeGreaterThanOrEqual(2)
  for (const { subject, text } of mails) {
    expect(subject).toContain('Runde Nachtleben')
    expect(`${subject}${text}`).not.toMatch(/kaiserslautern|pfalzgr/i)
  }
  expect(mails.at(-1)?.id).toBe(`asked-${id}-${otherId}`)
  expect(mails.at(-1)?.text).not.toMatch(namer)
  const home = await (await town.as(other)).page('/')
  const card = home.split('</article>').find((part) => part.includes('Wispelkrug')) ?? ''
  expect(card).toContain('Somebody in the room named you')
  expect(card).not.toMatch(/kaiserslautern|de-kaiserslautern/i)
})

test('what is for named persons is no reason in a mail, and without a reason none is announced', async () => {
  const { id } = await askAs(town, 'jonte-pfalzgrafer')
  await beginRounds(partsAt(town, now), id)
  const [asked] = await askedOf(town, id)
  const person = await town.personId(asked?.slug ?? '')
  const red = await askAs(town, 'jonte-pfalzgrafer', { audience: 'persons', persons: 'Ada Lindmoser' })
  await fill(
    town,
    `with put as (insert into audience_person (audience_id, person_id) select audience_id, ${person} from contribution where id = ${red.id} on conflict do nothing returning 1) select count(*) from put`,
  )
  await fill(
    town,
    `update asked_person set reasons = '[{"source": "practices", "own": true, "ids": [${red.id}]}]'
     where contribution_id = ${id} and person_id = ${person} returning 1`,
  )
  await sendAsking(partsAt(town, now), id, person)
  const [mail] = mailsAbout(id)
  expect(mail?.text).toContain('Nachtmediatoren')
  expect(mail?.text).not.toMatch(/\n- |Warum wir|Why we|Pourquoi nous|Perché lo|Por qué|Waarom wij|Dlaczego|Porque lhe/)
})

test('a mail that nine tries failed to send is sent later, once, and by one of two who try at once', async () => {
  const { id } = await askAs(town, 'jonte-pfalzgrafer')
  await beginRounds(partsAt(town, now), id)
  const asked = await askedOf(town, id)
  await sendAgain(partsAt(town, now))
  expect(mailsAbout(id)).toEqual([])
  const broken = { ...hours(1), mail: () => Promise.reject(new Error('away')) }
  await expect(sendAgain(broken)).rejects.toThrow('away')
  await Promise.all([sendAgain(hours(2)), sendAgain(hours(2))])
  await sendAgain(hours(3))
  expect(mailsAbout(id)).toHaveLength(asked.length)
  expect(new Set(mailsAbout(id).map((mail) => mail.id)).size).toBe(asked.length)
})

test('what is open again waits its time once more and goes on', async () => {
  const { id } = await askAs(town, 'jonte-pfalzgrafer', { title: 'Wieder offen' })
  await work(town)
  const before = await askedOf(town, id)
  const ada = await town.as('ada-lindmoser')
  const given = await ada.post(`/contributions/${id}/replies`, { text: 'Vielleicht.', lang: 'de' })
  const reply = /reply-(\d+)$/.exec(given.headers.get('location') ?? '')?.[1]
  await continueRounds(days(8))
  expect(await roundOf(id)).toEqual({ rounds: 1, waits: false, listed: false })
  await ada.post(`/replies/${reply}/withdrawal`)
  await work(town)
  expect(await roundOf(id)).toEqual({ rounds: 1, waits: true, listed: false })
  await continueRounds(days(16))
  expect((await askedOf(town, id)).length).toBeGreaterThan(before.length)

  const jonte = await town.as('jonte-pfalzgrafer')
  await jonte.post(`/questions/${id}/answer`)
  await continueRounds(days(32))
  expect(await roundOf(id)).toEqual({ rounds: 2, waits: false, listed: false })
  await jonte.post(`/questions/${id}/answer/end`)
  await work(town)
  await continueRounds(days(64))
  expect(await roundOf(id)).toEqual({ rounds: 2, waits: false, listed: true })
})

test('one question that breaks does not stop the rest', async () => {
  const [broken, well] = [
    await askAs(town, 'jonte-pfalzgrafer', { title: 'Zerbricht', 'concepts[]': ['seniors'] }),
    await askAs(town, 'jonte-pfalzgrafer', { title: 'Bleibt ganz' }),
  ]
  await beginRounds(partsAt(town, now), broken.id)
  await beginRounds(partsAt(town, now), well.id)
  const failing = {
    ...{ name: 'breaking', own: 'routing.title', weight: 1 },
    list: (_: unknown, concepts: readonly string[]) =>
      concepts.includes('seniors') ? Promise.reject(new Error('broken')) : Promise.resolve([]),
  }
  const parts = days(8)
  const features = [...parts.features, { name: 'breaking', experience: [failing] }]
  await expect(continueRounds({ ...parts, features })).rejects.toThrow('broken')
  expect(await roundOf(broken.id)).toMatchObject({ rounds: 1 })
  expect(await roundOf(well.id)).toMatchObject({ rounds: 2 })
})

test('in an archived room no question is open', async () => {
  const jonte = await town.as('jonte-pfalzgrafer')
  const founded = await jonte.post('/rooms', {
    ...{ name: 'Bald zu', aim: 'Kurz.', lang: 'de', entry: 'open', listedFor: '2' },
  })
  const audience = /\d+/.exec(founded.headers.get('location') ?? '')?.[0] ?? ''
  const { id } = await askAs(town, 'jonte-pfalzgrafer', { audience })
  expect(await findOpen(town.database.system, id)).toMatchObject({ id, replied: false })
  await fill(town, `update room set archived_at = now() where audience_id = ${audience} returning 1`)
  expect(await findOpen(town.database.system, id)).toBeUndefined()
})
