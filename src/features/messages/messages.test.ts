// One person writes to another: read, answered and searched by the two, told of by a mail that names nothing.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { answerTo, idIn, words, writeTo } from './fixtures.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
let others: readonly Visitor[]
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  others = [
    town.visitor,
    ...(await Promise.all(
      ['jonte-pfalzgrafer', 'assia-verdonnel', 'irena-halvorsdottir-blau', 'carsten-mittelweg'].map((slug) =>
        town.as(slug),
      ),
    )),
  ]
})
const work = async (): Promise<void> => {
  while ((await town.work()) > 0);
}

test('too many messages in an hour are answered with a sentence, and the words stay in the form', async () => {
  const rachid = await town.as('rachid-maasdonk')
  const write = (round: number) =>
    rachid.post('/messages', { ...words, to: 'almut-westrichter', text: `Round ${round}, dear Almut` })
  for (let round = 0; round < 30; round++) expect((await write(round)).status).toBe(303)
  const answer = await write(30)
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('That was a lot in a short time.')
  expect(page).toContain('Round 30, dear Almut')
})

test('from Ada’s page Beatriz writes to her; both read it, and nobody else finds it by its address', async () => {
  expect(await beatriz.page('/people/ada-lindmoser')).toContain('href="/messages/new?to=ada-lindmoser"')
  expect(await ada.page('/people/ada-lindmoser')).not.toContain('/messages/new')
  const form = await beatriz.page('/messages/new?to=ada-lindmoser')
  expect(form).toContain('Message to Ada Lindmoser')
  const path = await writeTo(beatriz, 'ada-lindmoser')
  for (const one of [ada, beatriz]) {
    expect(await one.page(path)).toContain('Which lamps failed?')
    expect(await one.page('/messages')).toContain(path)
  }
  expect(await ada.page('/')).toContain(path)
  expect(await beatriz.page('/')).not.toContain(path)
  for (const other of others) {
    expect([303, 404]).toContain((await other.get(path)).status)
    expect(await other.page('/messages')).not.toContain(path)
    expect((await other.get(`/contributions/${idIn(path)}/visibility`)).status).toBe(404)
  }
})

test('a mail says that somebody wrote, to its reader alone; of an answer it says no more either', async () => {
  await work()
  town.mails.length = 0
  const title = 'Zwilchlampe am Murgsteg'
  const path = await writeTo(beatriz, 'ada-lindmoser', { title, text: 'Quorrstein im Pflaster.' })
  await work()
  await answerTo(ada, path, 'Flimmerpoller an der Ecke.')
  await work()
  const to = await fill(
    town,
    `select count(*) from person where email = '${town.mails[0]?.to}' and slug = 'ada-lindmoser'`,
  )
  expect([town.mails.length, to]).toEqual([2, 1])
  expect(town.mails[0]?.text).toContain('somebody wrote to you')
  for (const { subject, text, html } of town.mails)
    expect(`${subject} ${text} ${html}`).not.toMatch(/Zwilch|Quorr|Flimmer|Porto|Graz|zwilch/)
  // Each greets its own reader, and names nobody else.
  expect(town.mails.map(({ text }) => [text.includes('Ada'), text.includes('Beatriz')])).toEqual([
    [true, false],
    [false, true],
  ])
  expect(town.mails[0]?.text).toMatch(new RegExp(`/messages/${idIn(path)}$`, 'm'))
})

test('sent by a double click it is one message, and one mail', async () => {
  const once = /name="once" value="([^"]+)"/.exec(await beatriz.page('/messages/new?to=ada-lindmoser'))?.[1] ?? ''
  const twice = { ...words, to: 'ada-lindmoser', title: 'Doubleclicked blorf', once }
  const [one, other] = await Promise.all([beatriz.post('/messages', twice), beatriz.post('/messages', twice)])
  expect(one.headers.get('location')).toBe(other.headers.get('location'))
  expect(await fill(town, `select count(*) from contribution where title = 'Doubleclicked blorf'`)).toBe(1)
})

test('what is wrong is said at its field and what was typed is kept; to nobody, to oneself or to a stranger there is no form', async () => {
  const answer = await beatriz.post('/messages', { to: 'ada-lindmoser', title: ' ', text: '', lang: 'tlh' })
  const html = await answer.text()
  expect(answer.status).toBe(422)
  for (const sentence of ['at least three characters', 'write something', 'choose the language'])
    expect(html).toContain(sentence)
  const kept = await beatriz.post('/messages', { ...words, to: 'ada-lindmoser', title: '\u200b' })
  expect(await kept.text()).toContain('Which lamps failed?')
  for (const to of ['', 'nobody-known', '*', "x' or 1=1"]) {
    expect((await beatriz.get(`/messages/new?to=${encodeURIComponent(to)}`)).status, to).toBe(404)
    expect((await beatriz.post('/messages', { ...words, to })).status, to).toBe(404)
  }
  expect((await beatriz.get('/messages/new?to=beatriz-ribeirinha-douro')).status).toBe(403)
  expect((await beatriz.post('/messages', { ...words, to: 'beatriz-ribeirinha-douro' })).status).toBe(403)
})

test('with files: the two open them, nobody else, and one that cannot be taken leaves no message behind', async () => {
  const files = new File(['Lamp 1, dark'], 'lamps.txt', { type: 'text/plain' })
  const sent = await beatriz.post('/messages', { ...words, to: 'ada-lindmoser', title: 'With a list', files })
  const path = sent.headers.get('location')?.split('?')[0] ?? ''
  const file = /href="(\/attachments\/\d+\/[^"]+)"/.exec(await ada.page(path))?.[1] ?? ''
  expect(await (await ada.get(file)).text()).toBe('Lamp 1, dark')
  for (const other of others) expect((await other.get(file)).status).toBe(404)
  const wrong = new File([new Uint8Array([77, 90, 0, 1])], 'lamps.exe')
  const refused = await beatriz.post('/messages', {
    ...words,
    to: 'ada-lindmoser',
    title: 'With a program',
    files: wrong,
  })
  expect(refused.status).toBe(422)
  expect(await fill(town, `select count(*) from contribution where title = 'With a program'`)).toBe(0)
})

test('it waits for an answer until there is one, or until its reader says that it needs none, and again after a further word', async () => {
  const path = await writeTo(beatriz, 'ada-lindmoser', { title: 'Waits for Ada' })
  const waits = async (who: Visitor): Promise<boolean> => (await who.page('/')).includes(path)
  expect([await waits(ada), await waits(beatriz)]).toEqual([true, false])
  expect((await ada.post(`/messages/${idIn(path)}/done`)).status).toBe(303)
  expect(await waits(ada)).toBe(false)
  await answerTo(beatriz, path, 'Only to add this.')
  expect(await waits(ada)).toBe(true)
  await answerTo(ada, path, 'All of them.')
  expect([await waits(ada), await waits(beatriz)]).toEqual([false, true])
  for (const other of others.slice(1)) expect((await other.post(`/messages/${idIn(path)}/done`)).status).toBe(404)
})

test('both search their own messages; the search of the network knows none, not even for them', async () => {
  const path = await writeTo(beatriz, 'ada-lindmoser', { title: 'Krunkelpfad', text: 'Am Wobbelsteg, 50 % dunkel.' })
  await work()
  for (const q of ['krunkelpfad', 'wobbelsteg', '50 %', 'krunkelpfad wobbelsteg', 'Krunkelpfad beatriz'])
    expect(await ada.page(`/messages?q=${encodeURIComponent(q)}`), q).toContain(path)
  for (const q of ['Schnurgel', '_runkelpfad', 'Krunkelpfad%steg', '\\'])
    expect(await ada.page(`/messages?q=${encodeURIComponent(q)}`), q).not.toContain(path)
  for (const one of [ada, beatriz, ...others]) {
    expect(await one.page('/search?q=Krunkelpfad')).not.toContain(path)
    expect(await (await one.get('/api/v1/search?q=Krunkelpfad')).text()).not.toContain(path)
    expect(await one.page('/search/suggestions?q=Krunkel')).not.toContain('Krunkelpfad')
  }
})
