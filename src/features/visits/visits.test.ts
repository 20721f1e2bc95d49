// A city offers a visit, another wishes to come, and the two agree on days: each step seen by both and told by mail.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { act, fields, idIn, lastWish, offerBy, wish, wishFor } from './fixtures.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
let jonte: Visitor
beforeAll(async () => {
  town = await openTown()
  town.now = new Date('2026-11-26T12:00:00Z')
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  jonte = await town.as('jonte-pfalzgrafer')
})
const work = async (): Promise<void> => {
  while ((await town.work()) > 0);
}
const addressOf = async (slug: string): Promise<string> =>
  (await rowsOf<{ email: string }>(town, `select email from person where slug = '${slug}'`))[0]?.email ?? ''

test('Graz offers a visit: found in the list, by search and by its topic, until it is closed', async () => {
  const path = await offerBy(ada, { title: 'Quirlabend' })
  expect(await jonte.page('/visits?direction=offer')).toContain(path)
  expect(await jonte.page('/visits?direction=request')).not.toContain(path)
  const page = await jonte.page(path)
  for (const part of [
    '1 March 2027 to 31 May 2027',
    'At the town hall',
    'room for 5 people',
    'English, German',
    'street lighting',
  ])
    expect(page).toContain(part)
  await work()
  expect(await jonte.page('/search?q=Quirlabend')).toContain(path)
  expect((await ada.post(`/visits/${idIn(path)}/closing`)).status).toBe(303)
  await work()
  expect(await jonte.page('/visits')).not.toContain(path)
  expect(await jonte.page('/search?q=Quirlabend')).not.toContain(path)
  expect(await (await wishFor(jonte, path)).text()).toContain('No further wishes')
  expect((await ada.post(`/visits/${idIn(path)}/opening`)).status).toBe(303)
  expect(await jonte.page('/visits')).toContain(path)
})

test('Porto asks, Graz names other days, Porto agrees: both see the days, and each is told by mail what the other did', async () => {
  const path = await offerBy(ada)
  await work()
  town.mails.length = 0
  expect((await wishFor(beatriz, path)).status).toBe(303)
  await work()
  const [asked] = town.mails
  expect([town.mails.length, asked?.to]).toEqual([1, await addressOf('ada-lindmoser')])
  expect(asked?.text).toMatch(/15 March 2027 to 16 March 2027.*3 people[\s\S]*Three of us would come/)
  expect(await ada.page('/')).toContain(`${path}#wishes`)
  const id = await lastWish(town, path)
  const others = { firstDay: '2027-04-12', lastDay: '' }
  expect((await act(ada, path, id, 'proposal', others)).status).toBe(303)
  await work()
  expect(await ada.page('/')).not.toContain(`${path}#wishes`)
  expect(await beatriz.page('/')).toContain(`${path}#wishes`)
  expect((await act(beatriz, path, id, 'agreement', { firstDay: '2027-04-12', lastDay: '2027-04-12' })).status).toBe(
    303,
  )
  await work()
  expect(town.mails.map(({ to }) => to)).toEqual([
    await addressOf('ada-lindmoser'),
    await addressOf('beatriz-ribeirinha-douro'),
    await addressOf('ada-lindmoser'),
  ])
  expect(town.mails[2]?.text).toContain('is set: 12 April 2027')
  for (const one of [ada, beatriz]) {
    const page = await one.page(path)
    for (const part of ['>Agreed<', '12 April 2027', 'Porto asks: 15 March 2027', 'Graz proposes: 12 April 2027'])
      expect(page).toContain(part)
  }
  expect((await ada.post(`/visits/${idIn(path)}/withdrawal`)).status).toBe(422)
  expect((await act(beatriz, path, id, 'ending', { text: 'Our train was cut.' })).status).toBe(303)
  await work()
  expect(town.mails[3]?.text).toContain('Our train was cut.')
  expect((await ada.post(`/visits/${idIn(path)}/withdrawal`)).status).toBe(303)
  expect((await beatriz.get(path)).status).toBe(410)
})

test('where one is looked for, another city invites, and who looked for it agrees', async () => {
  const path = await offerBy(jonte, {
    direction: 'request',
    title: 'Who shows us night mediation?',
    people: '2',
    place: '',
  })
  expect(await beatriz.page(path)).toContain('We invite you')
  // However many the host has room for.
  expect((await wishFor(beatriz, path, { people: '50' })).status).toBe(303)
  expect((await act(jonte, path, await lastWish(town, path), 'agreement')).status).toBe(303)
  expect(await beatriz.page(path)).toContain('Kaiserslautern agrees')
})

test('sent by a double click it is one visit and one wish; a city has one wish at a time, and a new one after it ended', async () => {
  const once = /name="once" value="([^"]+)"/.exec(await ada.page('/visits/new?direction=offer'))?.[1] ?? ''
  const twice = { ...fields, title: 'Doubleclicked blorf', once }
  const [one, other] = await Promise.all([ada.post('/visits', twice), ada.post('/visits', twice)])
  expect(one.headers.get('location')).toBe(other.headers.get('location'))
  expect(await fill(town, `select count(*) from contribution where title = 'Doubleclicked blorf'`)).toBe(1)
  const path = one.headers.get('location')?.split('?')[0] ?? ''
  const both = await Promise.all([wishFor(beatriz, path, { once: 'x' }), wishFor(beatriz, path, { once: 'x' })])
  expect(both.map(({ status }) => status)).toEqual([303, 303])
  const again = await wishFor(beatriz, path)
  expect([again.status, (await again.text()).includes('has asked here already')]).toEqual([422, true])
  await act(ada, path, await lastWish(town, path), 'ending')
  expect((await wishFor(beatriz, path)).status).toBe(303)
})

test('what is wrong is said at its field, and what was typed is kept', async () => {
  const bad = { ...fields, title: '', people: '0', firstDay: '2027-02-30', 'languages[]': [], audience: '3' }
  const answer = await ada.post('/visits', bad)
  const html = await answer.text()
  expect(answer.status).toBe(422)
  for (const sentence of ['at least three characters', 'from 1 to 100', 'not a valid day', 'at least one language'])
    expect(html).toContain(sentence)
  expect(html).toContain('We walk and you see.')
  const order = await (await ada.post('/visits', { ...fields, firstDay: '2027-05-02', lastDay: '2027-05-01' })).text()
  expect(order).toContain('before the first')
  const path = await offerBy(ada)
  const refusals: [Record<string, string>, string][] = [
    [{ firstDay: '2026-11-01', lastDay: '' }, 'This day is over'],
    [{ firstDay: '2027-02-27', lastDay: '2027-03-02' }, 'not possible on these days'],
    [{ lastDay: '2027-06-01' }, 'at most 14 days'],
    [{ firstDay: '2027-05-30', lastDay: '2027-06-02' }, 'not possible on these days'],
    [{ people: '6' }, 'So many cannot come'],
    [{ text: '' }, 'write something'],
    [{ firstDay: '0000-00-00' }, 'not a valid day'],
  ]
  for (const [more, sentence] of refusals) {
    const refused = await wishFor(beatriz, path, { ...wish, ...more })
    expect([refused.status, sentence]).toEqual([422, sentence])
    expect(await refused.text()).toContain(sentence)
  }
  await wishFor(beatriz, path)
  const id = await lastWish(town, path)
  const steps: ['proposal' | 'agreement' | 'ending', Record<string, string>, string][] = [
    ['proposal', {}, 'proposed already'],
    ['proposal', { firstDay: '2026-01-01', lastDay: '' }, 'This day is over'],
    ['agreement', { firstDay: '2027-03-14' }, 'changed meanwhile'],
    ['ending', { text: ' ' }, 'tell the other city why'],
  ]
  for (const [what, more, sentence] of steps) {
    const refused = await act(ada, path, id, what, more)
    expect([refused.status, what]).toEqual([422, what])
    expect(await refused.text()).toContain(sentence)
  }
})
