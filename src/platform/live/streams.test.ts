// Open answers without a database: nothing falls between what was missed and what is told, and nobody stays whom it stops.
import { expect, test } from 'vitest'
import { createStreams, type Streams } from './streams.ts'

const reader = { topic: 7, personId: 1, session: 'a' }
const open = (): Streams =>
  createStreams(
    async (sessions) => new Set(sessions),
    (error) => expect.unreachable(String(error)),
  )

async function heard(answer: Response, many: number): Promise<number[]> {
  const words = answer.body?.getReader()
  let text = ''
  const ids = () => [...text.matchAll(/"ids":\[([\d,]*)\]/g)].flatMap(([, list = '']) => list.split(',').map(Number))
  while (ids().length < many) {
    const piece = await words?.read()
    if (piece === undefined || piece.done) break
    text += new TextDecoder().decode(piece.value)
  }
  await words?.cancel()
  return ids()
}

test('what changes while it is asked what was missed is told as well', async () => {
  const streams = open()
  const answer = await streams.open(reader, async () => {
    streams.tell('7 12')
    return [11]
  })
  expect((await heard(answer, 2)).sort()).toEqual([11, 12])
  streams.close()
})

test('out of reach there is no stream', async () => {
  const streams = open()
  const stop = new Error('not found')
  await expect(streams.open(reader, () => Promise.reject(stop))).rejects.toBe(stop)
  expect(streams.count()).toBe(0)
})

test('closed while that is asked, it ends, and nobody stays', async () => {
  const streams = open()
  const answer = await streams.open(reader, async () => {
    streams.close()
    return [11]
  })
  expect(await heard(answer, 1)).toEqual([])
  expect(streams.count()).toBe(0)
})

/** What a reader of thing 7 is told of the time in which to ask, while so many read it, and so many others something else. */
async function toldWithin(along: number, elsewhere: number): Promise<unknown> {
  const streams = open()
  const nothing = async () => []
  const answer = await streams.open(reader, nothing)
  const others: Response[] = []
  for (let index = 0; index < along + elsewhere; index += 1)
    others.push(
      await streams.open({ topic: index < along ? 7 : 8, personId: index + 2, session: `s${index}` }, nothing),
    )
  streams.tell('7 12')
  const words = answer.body?.getReader()
  let text = ''
  while (!text.includes('within')) text += new TextDecoder().decode((await words?.read())?.value)
  streams.close()
  return /"within":(\d+)/.exec(text)?.[1]
}

test('nobody can tell from what they hear how many read along', async () => {
  const alone = await toldWithin(0, 0)
  for (const [along, elsewhere] of [
    [1, 0],
    [40, 0],
    [0, 40],
    [900, 0],
  ] as const)
    expect(await toldWithin(along, elsewhere)).toBe(alone)
  expect(await toldWithin(0, 1200)).toBe(await toldWithin(1200, 0))
  expect(Number(await toldWithin(0, 1200))).toBeGreaterThan(Number(alone))
})
