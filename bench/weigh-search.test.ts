// Weights are chosen without a database: what is chosen there must be what the real search would do.
import { expect, test } from 'vitest'
import { answerQueries } from './answer-queries.ts'
import { readDevelopmentSet } from './search-dev/measure.ts'
import { createEngine, usualSetting } from './weigh-search/engine.ts'
import { ablations, knobs, triedAt } from './weigh-search/settings.ts'

const set = readDevelopmentSet()
const documents = set.documents.filter((_, index) => index % 6 === 0)
const queries = set.queries.filter((_, index) => index % 80 === 0)

test('The engine without a database gives the results of the real search, in their order', async () => {
  const answer = createEngine(documents, queries)
  expect(await answer(usualSetting)).toEqual(await answerQueries(documents, queries))
}, 60_000)

test('Every step that is switched off, and every number that is turned, is another setting', () => {
  for (const [name, change] of ablations.slice(1)) expect(change(usualSetting), name).not.toEqual(usualSetting)
  for (const knob of knobs) {
    for (const value of triedAt(knob, usualSetting)) {
      expect(value, knob.name).not.toBe(knob.of(usualSetting))
      expect(knob.of(knob.turned(value)(usualSetting)), knob.name).toBe(value)
    }
  }
})
