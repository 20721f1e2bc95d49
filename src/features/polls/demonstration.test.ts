// The demonstration's polls: marked as invented in every text, on every page and in every line, about no real city, loaded once.
import { beforeAll, expect, test } from 'vitest'
import file from '../../../demo/polls.json' with { type: 'json' }
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { testJobs } from '../../../testing/template.ts'
import { features } from '../../features.ts'
import { loadPolls } from './demonstration.ts'
import { itemsFrom } from './items.ts'
import { typedFromValues, valuesFrom } from './values.ts'

let town: Town
let ada: Visitor
let almut: Visitor
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  almut = await town.as('almut-westrichter')
})

const pathsOf = async (who: Visitor): Promise<string[]> =>
  [...(await who.page('/polls')).matchAll(/item-title"><a href="([^"]+)"/g)].map((found) => found[1] ?? '')

test('two polls: one of the network that is open, one of the German forum that is over', async () => {
  expect(await pathsOf(ada)).toHaveLength(1)
  expect(await pathsOf(almut)).toHaveLength(2)
  expect(file.map(({ outcome }) => outcome !== null)).toEqual([false, true])
})

test('each says that it is invented: in title, text and outcome, on its pages, and in every line of the table', async () => {
  for (const { title, text, outcome } of file) {
    expect(title).toMatch(/\(Demonstration\)$/)
    expect(text).toMatch(/^(?:Invented poll with invented answers|Erfundene Umfrage mit erfundenen Antworten)\./)
    if (outcome !== null) expect(outcome.text).toMatch(/^Erfundenes Ergebnis\./)
  }
  for (const path of await pathsOf(almut)) {
    const id = /\d+/.exec(path)?.[0]
    const pages = [path, `/polls/${id}/answers`]
    for (const page of pages) {
      const answer = await almut.get(page)
      if (answer.status === 200) expect(await answer.text()).toContain('are invented for the demonstration')
      else expect(page).toContain('/answers')
    }
  }
  const german = (await pathsOf(almut)).find((path) => path.includes('vorlage'))
  const table = await almut.page(`/polls/${/\d+/.exec(german ?? '')?.[0]}/answers`)
  expect(table.match(/<small>Invented for the demonstration<\/small>/g)).toHaveLength(file[1]?.answers.length ?? 0)
})

test('words of answers begin by saying so, and every answer is one that the form would have taken', () => {
  for (const { items, answers } of file)
    for (const { given } of answers) {
      for (const value of given)
        if (typeof value === 'string')
          expect(value).toMatch(/^(?:Erfunden|Inventé|Inventado|Inventato|Verzonnen|Invented)/)
      const numbered = Object.fromEntries(
        items.flatMap((item, index) => [
          [`words-${index + 1}`, item.words],
          [`kind-${index + 1}`, item.kind],
          [`choices-${index + 1}`, ('choices' in item ? (item.choices ?? []) : []).join('\n')],
          [`required-${index + 1}`, 'required' in item && item.required === false ? '' : 'yes'],
        ]),
      )
      const asked = itemsFrom({ ...numbered, shown: String(items.length) })
      const typed = typedFromValues(asked.items, given, 'en')
      const read = valuesFrom(asked.items, typed, [], 'en')
      expect([asked.issues, read.issues]).toEqual([[], []])
      expect(read.values).toEqual(given)
    }
})

test('loaded twice they are there once', async () => {
  const count = () => fill(town, `select count(*) from contribution where kind = 'poll'`)
  const before = await count()
  const jobs = testJobs(town.database.system, town.dataDir)
  await loadPolls({ ...jobs, features, folder: 'demo' })
  expect(await count()).toBe(before)
  expect(before).toBe(2)
})
