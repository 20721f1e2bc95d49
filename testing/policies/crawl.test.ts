// Somebody who should not know walks through the whole town: every page that a link leads to, search, suggestions, the API, exports.
// What was said in a room, to named persons, what was hidden and who is a guest stands on none of them.

import { beforeAll, describe, expect, test } from 'vitest'
import { dayOf } from '#kernel/locale.ts'
import { writeTo } from '../../src/features/messages/fixtures.ts'
import { ask as askPoll } from '../../src/features/polls/fixtures.ts'
import { bringIn, foundBy, idIn, openIn, pathOf } from '../../src/features/rooms/fixtures.ts'
import { offerBy } from '../../src/features/visits/fixtures.ts'
import { features } from '../../src/features.ts'
import { openTown, type Town, type Visitor } from '../app.ts'

/** What one would search for, and what must not be told. Two words: a page may say again what was asked. */
const secrets = {
  room: { sought: 'Ulmenhain', told: /Blorfgarten|Wispel/ },
  red: { sought: 'Weidenkorb', told: /Murmelbrief|Murmelwort/ },
  hidden: { sought: 'Quittenmus', told: /Quarkelsteig|Quarkelwort/ },
  guest: { sought: 'Gastlinger', told: /Zita|Zwettelbach/ },
} as const
type Secret = keyof typeof secrets

let town: Town
const direct: Record<Secret, string[]> = { room: [], red: [], hidden: [], guest: [] }
const work = async (): Promise<void> => {
  while ((await town.work()) > 0);
}
const in3days = (): string => dayOf(new Date(Date.now() + 3 * 86_400_000))

async function fillRoom(host: Visitor, ada: Visitor): Promise<void> {
  const room = await foundBy(host, { name: 'Blorfgarten Ulmenhain', aim: 'Wispelziel Ulmenhain.', entry: 'invitation' })
  await bringIn(host, room, ada, 'Ada Lindmoser')
  const thread = await openIn(host, room, 'Wispelzaun Ulmenhain', 'Wispeltext Ulmenhain')
  await ada.post(`/contributions/${idIn(thread)}/replies`, { text: 'Wispelantwort Ulmenhain', lang: 'en' })
  const file = new File(['Wispeldatei Ulmenhain'], 'wispel.txt', { type: 'text/plain' })
  const document = { title: 'Wispelplan Ulmenhain', summary: 'Wispel.', lang: 'en', file }
  const meeting = { title: 'Wispeltreffen Ulmenhain', day: in3days(), from: '18:30', zone: 'Europe/Lisbon' }
  const minutes = { title: 'Wispelprotokoll Ulmenhain', heldOn: '2026-10-01', text: 'Wispel Ulmenhain.', lang: 'en' }
  const paths = [
    pathOf(await ada.post(`/rooms/${room}/documents`, document)),
    pathOf(await ada.post(`/rooms/${room}/meetings`, meeting)),
    pathOf(await ada.post(`/rooms/${room}/minutes`, minutes)),
    pathOf(await ada.post(`/rooms/${room}/tasks`, { task: 'Wispelaufgabe Ulmenhain', person: '', dueOn: '' })),
  ]
  const poll = await askPoll(town, ada, { title: 'Wispelfrage Ulmenhain', audience: String(room) })
  const shown = /href="(\/attachments\/[^"]+)"/.exec(await ada.page(paths[0] ?? ''))?.[1] ?? ''
  direct.room.push(`/rooms/${room}`, thread, ...paths, `/polls/${poll}`, `/polls/${poll}/answers.csv`, shown)
  await host.post(`/rooms/${room}/invitations`, { who: 'Zita@Linz.example', until: in3days(), lang: 'de' })
  await work()
  const link = town.mails.map(({ text }) => /\/guest-invitation\?token=(\S+)/.exec(text)?.[1]).findLast(Boolean) ?? ''
  const guest = { name: 'Zita Gastlinger', organisation: 'Zwettelbach', country: 'AT', lang: 'en', token: link }
  expect((await town.visitor.post('/guest-invitation', guest)).status).toBe(303)
  direct.guest.push('/people/zita-gastlinger')
}

async function hideSome(ada: Visitor, reporter: Visitor, office: Visitor): Promise<void> {
  const title = 'Quarkelsteig Quittenmus'
  const practice = {
    ...{ title, summary: 'Quarkelwort', lang: 'en', problem: 'Quittenmus', response: 'Quarkelwort', results: 'r' },
    ...{ evidence: '0', 'concepts[]': ['youth'], audience: '1' },
  }
  const id = idIn(pathOf(await ada.post('/practices', practice)))
  await ada.post(`/practices/${id}/publication`)
  const question = {
    text: 'Quarkelwort, who knows Quittenmus?',
    title,
    lang: 'en',
    'concepts[]': ['youth'],
    audience: '2',
  }
  const asked = idIn(pathOf(await ada.post('/questions', question)))
  const poll = await askPoll(town, ada, { title })
  const visit = await offerBy(ada, { title, text: 'Quarkelwort Quittenmus' })
  const open = { ...question, title: 'Open to all', text: 'Who walks with the youth at night?' }
  const thread = idIn(pathOf(await ada.post('/questions', open)))
  await ada.post(`/contributions/${thread}/replies`, { text: 'Quarkelwort Quittenmus', lang: 'en' })
  await work()
  const reply = /id="reply-(\d+)"/.exec(await ada.page(`/questions/${thread}-open-to-all`))?.[1] ?? ''
  const why = { reason: 'insult', words: 'Because.' }
  for (const [thing, more] of [[id], [asked], [poll], [idIn(visit)], [thread, { reply }]] as const) {
    const sent = await reporter.post(`/contributions/${thing}/report`, { ...why, ...more })
    expect(sent.status).toBe(303)
  }
  const waiting = await office.page('/care')
  for (const [, report = ''] of waiting.matchAll(/href="(\/care\/reports\/\d+)"/g))
    expect((await office.post(`${report}/hiding`, why)).status).toBe(303)
  direct.hidden.push(`/practices/${id}`, `/questions/${asked}`, `/polls/${poll}`, visit, `/replies/${reply}`)
  direct.hidden.push(`/questions/${thread}-open-to-all`, `/polls/${poll}/answers`, `/practices/${id}/revisions`)
}

beforeAll(async () => {
  town = await openTown()
  const [jonte, ada] = [await town.as('jonte-pfalzgrafer'), await town.as('ada-lindmoser')]
  await fillRoom(jonte, ada)
  await hideSome(ada, jonte, await town.as('theo-quintavoll'))
  const message = await writeTo(jonte, 'ada-lindmoser', {
    title: 'Murmelbrief Weidenkorb',
    text: 'Murmelwort Weidenkorb',
  })
  direct.red.push(message)
  await work()
}, 240_000)

const from = (path: string): string[] => [path, `${path}?page=2`]
const starts = (): string[] => [
  ...features.flatMap(({ routes = [] }) =>
    routes.filter(({ method, path }) => method === 'GET' && !/[:*]/.test(path)).map(({ path }) => path),
  ),
  ...Object.values(secrets).flatMap(({ sought }) => [
    ...[`/search?q=${sought}`, `/search/suggestions?q=${sought.slice(0, 5)}`, `/api/v1/search?q=${sought}`],
    ...[`/people?q=${sought}`, `/questions?q=${sought}`, `/polls?q=${sought}`, `/rooms?q=${sought}`],
    ...[`/questions/new?text=${sought}`, `/polls/new?text=${sought}`, `/search?q=${sought}&kind=thread`],
  ]),
  ...['jonte-pfalzgrafer', 'ada-lindmoser'].flatMap((slug) => from(`/people/${slug}`)),
  ...['kaiserslautern', 'at-graz'].flatMap((slug) => from(`/members/${slug}`)),
  ...Object.values(direct).flat(),
]

/** Of each sort of page so many: a hundred practices tell no more than these. */
const mostOfOneSort = 5
const sortOf = (path: string): string =>
  path
    .replace(/\?.*$/, '')
    .replaceAll(/\d+[^/]*/g, 'N')
    .replace(/(?<=people|members|thesaurus)\/[^/]+/, '/X')

async function* walk(who: Visitor): AsyncGenerator<{ path: string; said: string }> {
  const queue = [...new Set(starts())]
  const known = new Set(queue)
  const sorts = new Map<string, number>()
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (/live$|sign-out|\/demo/.test(path)) continue
    const answer = await who.get(path)
    const type = answer.headers.get('content-type') ?? ''
    const body = /text|json|xml|csv/.test(type) && !type.includes('event-stream') ? await answer.text() : ''
    yield { path, said: `${JSON.stringify([...answer.headers])} ${body}` }
    const onward = [...body.matchAll(/(?:href|src|action)="(\/[^"#]*)/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    )
    for (const next of [...onward, answer.headers.get('location') ?? ''].filter((href) => href.startsWith('/'))) {
      const sort = sortOf(next)
      if (known.has(next) || (sorts.get(sort) ?? 0) >= mostOfOneSort || next.startsWith('/assets')) continue
      known.add(next)
      sorts.set(sort, (sorts.get(sort) ?? 0) + 1)
      queue.push(next)
    }
  }
}

/** The office of the network looks after what is hidden and reads it; a guest of the room is in it. */
const attackers: readonly (readonly [string, string | undefined, readonly Secret[]])[] = [
  ['a visitor', undefined, ['room', 'red', 'hidden', 'guest']],
  ['Assia of another country', 'assia-verdonnel', ['room', 'red', 'hidden', 'guest']],
  ['Almut, who coordinates the city of the host', 'almut-westrichter', ['room', 'red', 'hidden', 'guest']],
  ['Carsten of a forum’s office', 'carsten-mittelweg', ['room', 'red', 'hidden', 'guest']],
  ['Irena of the network’s office', 'irena-halvorsdottir-blau', ['room', 'red', 'guest']],
  ['Zita, a guest of the room', 'zita-gastlinger', ['red', 'hidden']],
]

describe.each(attackers)('%s', (_, slug, kept) => {
  test('finds nothing on the whole way through the town', { timeout: 180_000 }, async () => {
    const who = slug === undefined ? town.visitor : await town.as(slug)
    const leaks: string[] = []
    let pages = 0
    for await (const { path, said } of walk(who)) {
      pages += 1
      for (const one of kept) {
        const told = secrets[one].told.exec(said)
        if (told !== null && !path.includes(told[0]))
          leaks.push(`${path}: …${said.slice(Math.max(0, told.index - 90), told.index + 60)}…`)
      }
    }
    expect(leaks).toEqual([])
    expect(pages).toBeGreaterThan(60)
  })
})

test('by the same way Ada finds all of it: in the room, in her messages, among her own words', {
  timeout: 180_000,
}, async () => {
  const ada = await town.as('ada-lindmoser')
  const found = new Set<string>()
  for await (const { said } of walk(ada))
    for (const [name, { told }] of Object.entries(secrets)) if (told.test(said)) found.add(name)
  expect([...found].sort()).toEqual(Object.keys(secrets).sort())
})
