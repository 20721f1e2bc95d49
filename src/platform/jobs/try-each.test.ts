// What breaks for one does not stop the rest, and is told afterwards.
import { expect, test } from 'vitest'
import { tryEach } from './try-each.ts'

test('all are tried in turn, and what broke is thrown with what it said', async () => {
  const done: number[] = []
  const work = async (one: number): Promise<void> => {
    if (one % 2 === 0) throw new Error(`broken ${one}`)
    done.push(one)
  }
  await expect(tryEach([1, 2, 3, 4], work)).rejects.toThrow('2 of 4 failed: Error: broken 2')
  expect(done).toEqual([1, 3])
  await tryEach([5], work)
  await tryEach([], work)
  expect(done).toEqual([1, 3, 5])
})
