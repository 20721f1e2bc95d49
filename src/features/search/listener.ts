// Keeps the index: whatever a feature says changes its documents makes them anew, as they are now.
import type { Fact } from '#platform/facts.ts'
import type { Listener } from '#platform/feature.ts'
import { type IndexedKind, indexSubjects, kindsOf } from './actions/index-documents.ts'

/** Of every kind: a source finds nothing of what is not its own. What is hidden is no row for it. */
const ofAnyKind = ['contribution.hidden', 'contribution.shown']

const concerns = ({ source, isContribution }: IndexedKind, { name }: Fact): boolean =>
  source.facts.includes(name) || (isContribution && ofAnyKind.includes(name))

export const keepIndex: Listener = {
  name: 'search.keep-index',
  facts: 'all',
  hear: async (fact, { system, features }) => {
    for (const kind of kindsOf(features)) {
      if (!concerns(kind, fact)) continue
      const subject = kind.source.subject(fact)
      const subjects = [
        ...(subject === undefined ? [] : [subject]),
        ...((await kind.source.concerned?.(system, fact)) ?? []),
      ]
      if (subjects.length > 0) await indexSubjects(system, kind, subjects)
    }
  },
}
