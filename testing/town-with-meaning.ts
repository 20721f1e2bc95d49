// A town with an embedder behind an address, and a practice in whatever words and for whomever.
import { createMeaning } from '#platform/embedding/ask-meaning.ts'
import type { EmbeddingFailure, Meaning, Reach } from '#platform/embedding/embedder.ts'
import { httpEmbedder } from '#platform/embedding/http-embedder.ts'
import { giveMissingVectors } from '../src/features/search/actions/give-vectors.ts'
import { openTown, type Town, type Visitor } from './app.ts'
import { type EmbeddingServer, openEmbeddingServer } from './embedding-server.ts'

export interface TownWithMeaning {
  readonly town: Town
  readonly server: EmbeddingServer
  readonly meaning: Meaning
  /** What it said in the log. */
  readonly warned: EmbeddingFailure[]
  /** Does what waits and gives what is missing; the texts that were sent meanwhile. */
  readonly follow: () => Promise<string[]>
}

/** Patient unless a test is about impatience: the machine may be busy. */
export function meaningOf(
  server: EmbeddingServer,
  reach: Reach,
  warned: EmbeddingFailure[] = [],
  model = 'small',
): Meaning {
  const embedder = httpEmbedder({ address: server.address, model, pauses: [1, 1, 1] })
  const warn = (failure: EmbeddingFailure): void => void warned.push(failure)
  // Each moment is long after the one before: nobody rests after a failure, every search asks.
  let moment = 0
  const clock = (): number => (moment += 11_000)
  return createMeaning({ embedder, reach, sentTo: undefined, warn, budget: 10_000, clock })
}

export async function openTownWithMeaning(reach: Reach): Promise<TownWithMeaning> {
  const server = await openEmbeddingServer()
  // Enough that different words hardly ever fall on the same number.
  server.numbers = 1024
  const warned: EmbeddingFailure[] = []
  const meaning = meaningOf(server, reach, warned)
  const town = await openTown('demonstration', 'http://localhost', meaning)
  // The first searches load languages and spellings, and a busy machine answers nobody meanwhile.
  for (const lang of ['de', 'en']) await town.visitor.page(`/search?q=Laternenquatsch&lang=${lang}`)
  const follow = async (): Promise<string[]> => {
    const before = server.texts().length
    while ((await town.work()) > 0);
    await giveMissingVectors({ system: town.database.system, meaning })
    return server.texts().slice(before)
  }
  return { town, server, meaning, warned, follow }
}

const fields = {
  lang: 'de',
  problem: 'Niemand ging dort.',
  response: 'Wir haben gefegt.',
  results: 'Alle gehen dort.',
  evidence: '1',
  'concepts[]': ['public-space'],
}

/** Publishes a practice of this title for an audience; gives its number. */
export async function publishPractice(who: Visitor, title: string, audience = '1'): Promise<string> {
  const form = { ...fields, title, summary: `Was hier zu sagen ist: ${title}.`, audience }
  const path = (await who.post('/practices', form)).headers.get('location') ?? ''
  const id = /\d+/.exec(path)?.[0] ?? ''
  await who.post(`/practices/${id}/publication`)
  return id
}

/** Changes it: other words, or another audience. */
export const changePractice = (who: Visitor, id: string, revision: string, title: string, audience = '1') =>
  who.post(`/practices/${id}`, { ...fields, title, summary: `Was hier zu sagen ist: ${title}.`, audience, revision })
