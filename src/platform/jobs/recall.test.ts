// However many facts arrive at once, memory is brought up to date in turn, and once more for whoever came late.
import { expect, test } from 'vitest'
import type { Db } from '../db/database.ts'
import type { Feature } from '../feature.ts'
import { createRecall, recallAll } from './recall.ts'

const nowhere = {} as Db
const settled = () => new Promise((resolve) => setImmediate(resolve))

/** A feature whose memory is read when the test says so. */
const slow = () => {
  const waiting: ((changed: boolean) => void)[] = []
  let failures = 0
  const recall = () =>
    new Promise<boolean>((resolve, reject) => {
      waiting.push(resolve)
      if (failures > 0) {
        failures -= 1
        reject(new Error('The database is away.'))
      }
    })
  const feature: Feature = { name: 'slow', recall }
  const failOnce = (): void => {
    failures += 1
  }
  return { feature, waiting, failOnce }
}

test('a hundred facts during one round make one more round', async () => {
  const { feature, waiting } = slow()
  let changes = 0
  const { ask: recall } = createRecall([feature, { name: 'forgetful' }], nowhere, () => {
    changes += 1
  })
  const first = recall()
  const others = Array.from({ length: 100 }, () => recall())
  await settled()
  expect(waiting).toHaveLength(1)
  waiting[0]?.(false)
  await first
  await settled()
  expect(waiting).toHaveLength(2)
  waiting[1]?.(true)
  await Promise.all(others)
  expect(waiting).toHaveLength(2)
  expect(changes).toBe(1)
})

test('a fact that arrives in the moment between two rounds begins no third one beside the second', async () => {
  const { feature, waiting } = slow()
  const { ask: recall } = createRecall([feature], nowhere, () => undefined)
  const first = recall()
  const second = recall()
  const third = first.then(() => recall())
  await settled()
  waiting[0]?.(false)
  await settled()
  expect(waiting).toHaveLength(2)
  waiting[1]?.(false)
  await Promise.all([second, third])
})

test('a round that failed is told to who asked for it, and the next one is made all the same', async () => {
  const { feature, waiting, failOnce } = slow()
  const { ask: recall } = createRecall([feature], nowhere, () => undefined)
  failOnce()
  const first = recall()
  const second = recall()
  await expect(first).rejects.toThrow('The database is away.')
  await settled()
  waiting[1]?.(true)
  await second
})

test('once it is ended, the round under way is waited for and no other begins, whoever asked or asks', async () => {
  const { feature, waiting } = slow()
  const { ask, end } = createRecall([feature], nowhere, () => undefined)
  const asked = [ask(), ask(), ask()]
  const ended = end()
  let over = false
  void ended.then(() => {
    over = true
  })
  await settled()
  expect(over).toBe(false)
  waiting[0]?.(true)
  await Promise.all([ended, ...asked, ask()])
  expect(waiting).toHaveLength(1)
})

test('every feature that keeps something is asked, also after one that changed', async () => {
  const asked: string[] = []
  const keeping = (name: string, changed: boolean): Feature => ({
    name,
    recall: async () => {
      asked.push(name)
      return changed
    },
  })
  expect(await recallAll([keeping('one', true), keeping('other', false)], nowhere)).toBe(true)
  expect(await recallAll([keeping('third', false)], nowhere)).toBe(false)
  expect(asked).toEqual(['one', 'other', 'third'])
})
