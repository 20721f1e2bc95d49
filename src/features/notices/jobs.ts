// What notices do by themselves: tell whoever watches, mail whoever wants it at once, and go on where it was quiet.
import type { Fact } from '#platform/facts.ts'
import type { Feature, JobParts, Listener, Schedule } from '#platform/feature.ts'
import { withBroader } from '#thesaurus/vocabulary.ts'
import { sendNotice } from './actions/send-notice.ts'
import { setDefaultsFor, setDefaultsForAll } from './actions/set-defaults.ts'
import { findConcepts, raiseNotices, watchersOf } from './store-raising.ts'
import { hearAgain } from './store-telling.ts'

const arrivals = (features: readonly Feature[]): Set<string> =>
  new Set(['audience.changed', ...features.flatMap(({ kinds = [] }) => kinds.flatMap(({ arrives = [] }) => arrives))])

/** Something was published, or reaches more than before. */
async function tellWatchers(fact: Fact, { system, features }: JobParts): Promise<void> {
  const { contributionId, id: factId } = fact
  if (contributionId === null || !arrivals(features).has(fact.name)) return
  const concepts = await findConcepts(system, contributionId)
  if (concepts === undefined) return
  const about = { contributionId, concepts: [...new Set(concepts.flatMap(withBroader))] }
  await raiseNotices(system, { contributionId, factId, what: 'new', candidates: watchersOf(about) })
}

export const listeners: readonly Listener[] = [
  { name: 'notices.tell-watchers', facts: 'all', hear: tellWatchers },
  {
    name: 'notices.send',
    facts: ['notice.raised'],
    hear: (fact, parts) => sendNotice(parts, Number(fact.data.notice), fact.id),
  },
  {
    name: 'notices.set-defaults',
    facts: ['person.joined'],
    hear: (fact, parts) => setDefaultsFor(parts, Number(fact.data.person)),
  },
]

export const schedules: readonly Schedule[] = [
  {
    name: 'notices.hear-again',
    cron: '*/5 * * * *',
    run: async ({ system, now }) => void (await hearAgain(system, now())),
  },
  // Those who were here before, and those whose city has begun to share.
  { name: 'notices.set-defaults-for-all', cron: '20 3 * * *', atStart: true, run: setDefaultsForAll },
]
