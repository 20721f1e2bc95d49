// A contribution came in, or is seen by more people than before: which saved searches does it answer?
import type { Db } from '#platform/db/database.ts'
import type { Fact } from '#platform/facts.ts'
import type { Feature, SearchDocument, SearchSource } from '#platform/feature.ts'
import { documentTerms, keepRule } from '../../search/public.ts'
import { type Arrival, answers, keysOfArrival } from '../matching.ts'
import { keepMatches, listCandidates } from '../store-matches.ts'

const sourcesOf = (features: readonly Feature[]): SearchSource[] => features.flatMap(({ search = [] }) => search)

/** As the index does it: a practice tells no population, its city's own document does. */
async function populationOf(system: Db, document: SearchDocument, sources: readonly SearchSource[]) {
  const { population, organisation } = document
  if (population !== undefined || organisation === undefined) return population ?? null
  for (const source of sources) {
    if (source.kind === document.kind) continue
    const city = await source.document(system, organisation.id)
    if (city?.organisation?.id === organisation.id && city.population !== undefined) return city.population
  }
  return null
}

async function arrivalOf(system: Db, document: SearchDocument, sources: readonly SearchSource[]): Promise<Arrival> {
  const terms = documentTerms(document, document.organisation?.name ?? '')
  const thing = {
    kind: document.kind,
    lang: document.lang,
    country: document.country ?? null,
    year: document.year ?? null,
    evidence: document.evidence ?? null,
    population: await populationOf(system, document, sources),
    concepts: terms.concepts,
  }
  return { terms, thing }
}

const batch = 500

async function listAnswered(system: Db, arrival: Arrival): Promise<number[]> {
  const keys = keysOfArrival(arrival)
  const answered: number[] = []
  for (let after = 0; ; ) {
    const candidates = await listCandidates(system, keys, after, batch)
    for (const candidate of candidates) if (await answers(arrival, candidate)) answered.push(candidate.id)
    if (candidates.length < batch) return answered
    after = candidates.at(-1)?.id ?? after
  }
}

export async function matchContribution(system: Db, features: readonly Feature[], fact: Fact): Promise<void> {
  const kinds = new Set(features.flatMap(({ kinds = [] }) => kinds.map(({ kind }) => kind)))
  const sources = sourcesOf(features)
  for (const source of sources) {
    if (!kinds.has(source.kind) || !source.facts.includes(fact.name)) continue
    const subject = source.subject(fact)
    const [document] = subject === undefined ? [] : await keepRule(system, [await source.document(system, subject)])
    if (document === undefined) continue
    const answered = await listAnswered(system, await arrivalOf(system, document, sources))
    if (answered.length > 0) await keepMatches(system, document.subject, answered, fact.at)
  }
}
