// Documents that are prepared in a thread: the same bytes as here, words accepted meanwhile known, and an end whatever happens.
import type { Worker } from 'node:worker_threads'
import { afterEach, expect, test } from 'vitest'
import type { SearchDocument } from '#platform/feature.ts'
import { layOverVocabulary } from '#thesaurus/vocabulary.ts'
import { type Beside, prepareBeside } from './prepare-beside.ts'
import { type Given, prepareDocuments } from './prepare-documents.ts'

const given: Given = {
  isContribution: true,
  isName: false,
  kinds: new Map([['practice', 3]]),
  populations: new Map([[7, 290_000]]),
}
const titles = ['Licht in der Unterführung', 'Des médiateurs de nuit', 'Zwierkoza 3-MMC\0\ud800', '']
const documents = Array.from({ length: 40 }, (_, index): SearchDocument => {
  const [title = '', lang = ''] = [titles[index % 4], ['de', 'fr', 'pl', 'en'][index % 4]]
  const text = {
    lang,
    title,
    summary: `${title} ${index}`,
    body: `Wurmlochbeleuchtung ${index} lighting the underpass`.repeat(9),
  }
  const organisation = { id: 7, name: 'Graz', slug: 'graz' }
  const about = { concepts: ['lighting'], audience: 1 + (index % 3), organisation, year: 2020, evidence: 3 }
  return { subject: index, kind: 'practice', ...text, ...about, path: '/', changedAt: new Date(2026, 0, 1) }
})

let beside: Beside
afterEach(async () => {
  await beside.end()
  layOverVocabulary([])
})
const inThread = (): Beside => {
  beside = prepareBeside(1, 2)
  return beside
}

test('a thread prepares the same bytes as this one, order after order', async () => {
  const { prepare } = inThread()
  const orders = [documents, documents.slice(3)]
  const prepared = await Promise.all(orders.map((order) => prepare(order, given)))
  expect(prepared).toEqual(await Promise.all(orders.map((order) => prepareDocuments(order, given))))
})

test('words that an office accepted are known in the thread, from the next order on, and no longer once they are taken back', async () => {
  const { prepare } = inThread()
  const before = await prepare(documents, given)
  layOverVocabulary([{ concept: 'lighting', broader: null, note: '', labels: { de: ['Wurmlochbeleuchtung'] } }])
  const after = await prepare(documents, given)
  expect(after).toEqual(await prepareDocuments(documents, given))
  expect(after.postings.counts.length).not.toBe(before.postings.counts.length)
  layOverVocabulary([])
  expect(await prepare(documents, given)).toEqual(before)
})

test('what cannot be prepared fails alone, by its own reason, and the thread goes on', async () => {
  const { prepare } = inThread()
  const broken = [...documents, { ...documents[0], title: undefined } as unknown as SearchDocument]
  const [failed, done] = await Promise.allSettled([prepare(broken, given), prepare(documents, given)])
  expect(failed).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('undefined') } })
  expect(done.status).toBe('fulfilled')
})

test('a thread that ends while something is waited for says so; the next order starts another', async () => {
  const { prepare, end } = inThread()
  const failing = expect(prepare(documents, given)).rejects.toThrow('has ended')
  await end()
  await failing
  expect(await prepare(documents, given)).toEqual(await prepareDocuments(documents, given))
})

/** How many threads are started and ended meanwhile. */
async function threadsOf(work: () => Promise<void>): Promise<{ started: number; ended: number }> {
  const count = { started: 0, ended: 0 }
  const note = (worker: Worker): void => {
    count.started += 1
    worker.once('exit', () => {
      count.ended += 1
    })
  }
  process.on('worker', note)
  await work().finally(() => process.off('worker', note))
  return count
}

test('few documents start no thread, nor do any where there is one core; what was started has ended after the end', async () => {
  const none = await threadsOf(async () => {
    for (const without of [prepareBeside(41, 2), prepareBeside(1, 1)])
      expect((await without.prepare(documents, given)).count).toBe(documents.length)
  })
  expect(none).toEqual({ started: 0, ended: 0 })
  const one = await threadsOf(async () => {
    const { prepare, end } = inThread()
    await prepare(documents, given)
    await prepare(documents, given)
    await end()
  })
  expect(one).toEqual({ started: 1, ended: 1 })
})
