// The demonstration's questions: in seven languages, one of them asked as a member city, marked as invented, never about a real place, and loaded once.
import { beforeAll, expect, test } from 'vitest'
import type { TrunkTables } from '#trunk/tables.ts'
import file from '../../../demo/questions.json' with { type: 'json' }
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { testJobs } from '../../../testing/template.ts'
import { features } from '../../features.ts'
import { loadQuestions } from './demonstration.ts'

let town: Town
let ada: Visitor
let paths: string[]
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  const list = await ada.page('/questions')
  paths = [...list.matchAll(/item-title"><a href="([^"]+)"/g)].map((found) => found[1] ?? '')
})

test('seven questions in seven languages, five with replies, one of them answered', async () => {
  expect(paths).toHaveLength(7)
  expect(new Set(file.map(({ language }) => language)).size).toBe(7)
  expect(file.filter(({ replies }) => replies.length > 0)).toHaveLength(5)
  expect(await ada.page('/questions?state=answered')).toContain('One question')
})

test('each says in its title, its text and on its page that it is invented, and so does each reply', async () => {
  for (const { title, text } of file) {
    expect(title).toMatch(/\((?:Demonstration|Démonstration|Demostración|Dimostrazione|Demonstratie|Demonstracja)\)$/)
    expect(text).toMatch(
      /^(?:Erfundene Frage|Question inventée|Pregunta inventada|Domanda inventata|Verzonnen vraag|Pytanie zmyślone|Invented question)\./,
    )
  }
  for (const path of paths) {
    const page = await ada.page(path)
    expect(page).toContain('This question is invented for the demonstration')
    const replies = page.match(/<article class="reply"/g)?.length ?? 0
    expect(page.match(/class="reply-marks"><span class="state-mark state-calm">Demonstration/g)?.length ?? 0).toBe(
      replies,
    )
  }
})

test('what they point to are practices that are there', async () => {
  const pages = await Promise.all(paths.map((path) => ada.page(path)))
  const links = new Set(
    pages.flatMap((page) => [...page.matchAll(/<a href="(\/practices\/\d+-[^"]+)"/g)].map((found) => found[1] ?? '')),
  )
  expect(links.size).toBeGreaterThanOrEqual(5)
  for (const link of links) expect((await ada.get(link)).status).toBe(200)
  for (const page of pages) expect(page).not.toMatch(/\{[a-z]+-[a-z-]+\}/)
})

test('the one that was asked as a member city names nobody, in its replies neither, and its asker steers it', async () => {
  const path = paths.find((one) => one.includes('how-do-you-end')) ?? ''
  const page = await ada.page(path)
  expect(page).toContain('A member city')
  expect(page).toContain('The asking city')
  expect(page).not.toMatch(/pfalzgr|kaiserslautern/i)
  expect(await (await town.as('jonte-pfalzgrafer')).page(path)).toContain('You asked this as “a member city”')
})

test('a second load changes nothing', async () => {
  const count = async () =>
    town.database.system
      .withTables<TrunkTables>()
      .selectFrom('contribution')
      .select(({ fn }) => fn.countAll<number>().as('all'))
      .where('kind', '=', 'question')
      .executeTakeFirst()
  const before = await count()
  await loadQuestions({ ...testJobs(town.database.system, town.dataDir), features, folder: 'demo' })
  expect(await count()).toEqual(before)
})
