// Keeps the index: whatever a feature says changes its documents makes them anew, as they are now.
import type { Listener } from '#platform/feature.ts'
import { indexSubjects, kindsOf } from './actions/index-documents.ts'

export const keepIndex: Listener = {
  name: 'search.keep-index',
  facts: 'all',
  hear: async (fact, { system, features }) => {
    for (const kind of kindsOf(features)) {
      if (!kind.source.facts.includes(fact.name)) continue
      const subject = kind.source.subject(fact)
      if (subject !== undefined) await indexSubjects(system, kind, [subject])
    }
  },
}
