// What is each step of the search worth, and which numbers serve best? On the development set, without a database.
// node bench/weigh-search.ts             prints a table: everything, and without each step
// node bench/weigh-search.ts --choose    tries every number a little smaller and larger, on one half of the needs, and
//                                        keeps what helps there; the other half says whether it was more than luck
import { parseArgs } from 'node:util'
import { languagesOf, readDevelopmentSet } from './search-dev/measure.ts'
import { type GradedQuery, meansOf, pools, scoreResults } from './search-dev/score.ts'
import { createEngine, type Setting, usualSetting } from './weigh-search/engine.ts'
import { ablations, variations } from './weigh-search/settings.ts'

const { documents, queries } = readDevelopmentSet()
const langOf = languagesOf(documents)
const print = (line: string): void => void process.stdout.write(`${line}\n`)

const figures = (list: readonly GradedQuery[], results: Awaited<ReturnType<ReturnType<typeof createEngine>>>) => {
  const scored = scoreResults(langOf, list, results)
  return pools.map((pool) => meansOf(scored, pool))
}
const cells = (list: readonly GradedQuery[], results: Awaited<ReturnType<ReturnType<typeof createEngine>>>): string =>
  figures(list, results)
    .map((means) => [means?.ndcg, means?.recall, means?.mrr].map((one) => (one ?? 0).toFixed(3)).join(' '))
    .join('   ')

async function printAblations(): Promise<void> {
  const engine = createEngine(documents, queries)
  print(`${'nDCG@10 recall@10 MRR@10'.padEnd(36)}all                 same                cross`)
  for (const [name, change] of ablations)
    print(`${name.padEnd(36)}${cells(queries, await engine(change(usualSetting)))}`)
}

/** Queries of one need share their grades: they stay in one half, or the other half would know the answers. */
const halves = (): readonly [GradedQuery[], GradedQuery[]] => {
  const needs = [...new Set(queries.map(({ grades }) => JSON.stringify(grades)))]
  const isFirst = ({ grades }: GradedQuery): boolean => needs.indexOf(JSON.stringify(grades)) % 2 === 0
  return [queries.filter(isFirst), queries.filter((query) => !isFirst(query))]
}

/** Less is noise. */
const worthIt = 0.0005
const rounds = 2

async function choose(): Promise<void> {
  const [tuned, kept] = halves()
  const [engine, check] = [createEngine(documents, tuned), createEngine(documents, kept)]
  const worth = async (setting: Setting): Promise<number> => {
    const [all, , cross] = figures(tuned, await engine(setting))
    return (all?.ndcg ?? 0) + (cross?.ndcg ?? 0)
  }
  let best = { setting: usualSetting, worth: await worth(usualSetting) }
  print(`before, the other half: ${cells(kept, await check(best.setting))}`)
  for (let round = 0; round < rounds; round += 1)
    for (const [name, setting] of variations(best.setting)) {
      const found = await worth(setting)
      if (found < best.worth + worthIt) continue
      best = { setting, worth: found }
      print(
        `${name.padEnd(36)}${cells(tuned, await engine(setting))}   other half: ${cells(kept, await check(setting))}`,
      )
    }
  print(JSON.stringify(best.setting, undefined, 2))
}

const { values } = parseArgs({ options: { choose: { type: 'boolean', default: false } } })
await (values.choose ? choose() : printAblations())
