// Draws scored queries as lines of text: the table by language and pool, and the poorest queries with what was missed.
import { meansOf, type Pool, pools, type Scored } from './score.ts'

const poorest = 25

const cell = (scored: readonly Scored[], pool: Pool): string => {
  const means = meansOf(scored, pool)
  if (means === undefined) return '–'.padEnd(24)
  const figures = [means.ndcg, means.recall, means.mrr].map((value) => value.toFixed(3))
  return `${figures.join(' ')} (${means.queries})`.padEnd(24)
}

const line = (name: string, scored: readonly Scored[]): string =>
  `${name.padEnd(6)} ${pools.map((pool) => cell(scored, pool)).join(' ')}`.trimEnd()

/** A line for each language that was asked in, and one for all; in each cell nDCG@10, recall@10, MRR@10 and the number of queries. */
export function drawTable(scored: readonly Scored[]): string[] {
  const languages = [...new Set(scored.map(({ query }) => query.lang))].sort()
  return [
    `asked  ${pools.map((pool) => pool.padEnd(24)).join(' ')} (nDCG@10 recall@10 MRR@10 (queries), by language of the documents)`,
    ...languages.map((lang) =>
      line(
        lang,
        scored.filter(({ query }) => query.lang === lang),
      ),
    ),
    line('all', scored),
  ]
}

/** The poorest twenty-five by nDCG@10, each with the first five found and every relevant document that the first ten lack; the grades in brackets. */
export function drawWorst(scored: readonly Scored[]): string[] {
  const known = scored.flatMap((one) => (one.figures.all === undefined ? [] : [{ ...one, ndcg: one.figures.all.ndcg }]))
  return known
    .toSorted((one, other) => one.ndcg - other.ndcg)
    .slice(0, poorest)
    .map(({ query: { lang, text, grades }, found, ndcg }) => {
      const named = (ids: readonly string[]): string => ids.map((id) => `${id} (${grades[id] ?? 0})`).join(', ') || '–'
      const missed = Object.keys(grades).filter((id) => (grades[id] ?? 0) > 0 && !found.slice(0, 10).includes(id))
      return `${ndcg.toFixed(2)} ${lang} ${text}\n     found ${named(found.slice(0, 5))}\n     missed ${named(missed)}`
    })
}
