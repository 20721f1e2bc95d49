// Who asked as a member city is learnt by nobody, whichever way they come.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { askVeiled, others, word, work } from './fixtures.ts'

let town: Town
let path: string
let id: number
const pagesBefore = new Map<string, string>()
const ofTheAsker = ['/people/jonte-pfalzgrafer', '/members/de-kaiserslautern', '/my-city/benefit'] as const
const plain = (page: string): string => page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

beforeAll(async () => {
  town = await openTown()
  const almut = await town.as('almut-westrichter')
  await work(town)
  for (const one of ofTheAsker) pagesBefore.set(one, plain(await (await almut.get(one)).text()))
  ;({ path, id } = await askVeiled(town))
}, 120_000)

const ways = () => [
  path,
  '/questions',
  `/search?q=${word}`,
  `/search/suggestions?q=${word}`,
  `/api/v1/search?q=${word}`,
  `/contributions/${id}/visibility`,
  `/questions/new?text=${word}`,
  '/questions?country=ZZ',
  '/members/a-member-city',
  '/search?q=Pfalzgräfer',
]

test.each(others)('%s finds it, and no name beside it', async (slug) => {
  const who = await town.as(slug)
  const pages = await Promise.all(ways().map(async (way) => (await who.get(way)).text()))
  expect(pages[0]).toContain('A member city')
  expect(pages[2]).toContain(word)
  // The frame names the reader’s own city; the search for a name finds its page.
  for (const page of pages.slice(0, -1)) expect(page).not.toMatch(/pfalzgr[aä]fer/i)
  if (slug !== 'almut-westrichter')
    for (const page of [pages[0], pages[2], pages[3], pages[4], pages[5]]) expect(page).not.toMatch(/kaiserslautern/i)
  expect(pages.at(-1)).not.toContain(word)
  expect(pages[0]).not.toContain('Unknown Region')
})

test('what is known of the person and the city says no word of it, to their own coordinator either', async () => {
  const almut = await town.as('almut-westrichter')
  for (const one of ofTheAsker) expect(plain(await (await almut.get(one)).text())).toBe(pagesBefore.get(one))
  expect(await almut.page('/my-city/history')).not.toContain(word)
})

test('no mail but the asker’s own goes to Kaiserslautern about it, and none says a name', async () => {
  const about = town.mails.filter(({ subject, text }) => `${subject}${text}`.includes(word))
  const toJonte = about.filter(({ to }) => to.startsWith('jonte.'))
  expect(toJonte.some(({ text }) => text.includes('Wir haben zwei abgebaut.'))).toBe(true)
  for (const mail of about.filter(({ to }) => !to.startsWith('jonte.')))
    expect(JSON.stringify(mail)).not.toMatch(/pfalzgr[aä]fer|kaiserslautern/i)
})

test('a bookmark and its folder name the city that is none', async () => {
  const ada = await town.as('ada-lindmoser')
  await ada.post(`/contributions/${id}/bookmark`)
  expect(await ada.page('/bookmarks')).not.toMatch(/kaiserslautern|pfalzgr[aä]fer/i)
})

test('the asker steers it: changes it, takes back a reply, marks it as answered, withdraws it', async () => {
  const jonte: Visitor = await town.as('jonte-pfalzgrafer')
  const page = await jonte.page(path)
  expect(page).toContain('You asked this as “a member city”')
  expect(page).toContain('wieder ganz abgebaut')
  const own = /action="(\/replies\/\d+\/withdrawal)"/.exec(page)?.[1] ?? ''
  expect((await jonte.post(own)).status).toBe(303)
  expect((await jonte.post(`/questions/${id}/answer`)).status).toBe(303)
  const file = new File(['x'], 'Kaiserslautern.txt', { type: 'text/plain' })
  expect((await jonte.post(`/contributions/${id}/attachments`, { file })).status).toBe(403)
  expect((await jonte.post(`/questions/${id}/withdrawal`)).status).toBe(303)
  expect((await (await town.as('ada-lindmoser')).get(path)).status).toBe(410)
})
