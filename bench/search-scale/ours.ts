// The search of this house on the scale: made by the same code as the index of a network, asked through the front door.
import type { Feature } from '#platform/feature.ts'
import { searchLabels } from '#thesaurus/search-labels.ts'
import { catchUp, reindex } from '../../src/features/search/actions/reindex.ts'
import { findDocuments } from '../../src/features/search/public.ts'
import { listRemakes } from '../../src/features/search/store-remake.ts'
import { suggestTitles } from '../../src/features/search/store-suggestions.ts'
import { cityDocument } from './documents.ts'
import type { Question } from './questions.ts'
import { type Times, timesOf } from './timing.ts'
import type { ScaleTown } from './town.ts'

const plain = { label: '', plural: '', facts: [], subject: () => undefined }

/** A feature with so many generated things, and the cities that made them. */
export const featureWith = ({ make, cities }: ScaleTown, documents: number): Feature => ({
  name: 'generated',
  kinds: [{ kind: 'practice', label: '', plural: '', path: () => '' }],
  search: [
    {
      ...{ ...plain, kind: 'member', subjects: async () => cities.map(({ id }) => id) },
      document: async (_, subject) => cities.filter(({ id }) => id === subject).map(cityDocument)[0],
    },
    {
      ...{ ...plain, kind: 'practice', document: async (_, subject) => make(subject) },
      subjects: async () => Array.from({ length: documents }, (_, index) => index + 1),
    },
  ],
})

/** With the facets and twenty explained answers, as the page shows them. */
export const askOurs = ({ index, key }: ScaleTown, { text, lang }: Question) =>
  index.database.read(key, (db) => findDocuments(db, { text, lang, limit: 20, offset: 0, now: new Date(2026, 10, 1) }))

/** What the list below the box shows after some letters. */
export const typeOurs = ({ index, key }: ScaleTown, { text, lang }: Question) =>
  index.database.read(key, (db) => {
    searchLabels(text, lang, 5)
    return suggestTitles(db, text, 4, lang)
  })

export const indexOurs = (town: ScaleTown, feature: Feature): Promise<number> =>
  reindex(town.index.database.system, [feature])

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

export interface Meanwhile {
  readonly times: Times
  readonly documents: number
  readonly seconds: number
}

/** Somebody asks ten times a second while everything is made anew by the same process, as after an update; for a while. */
export async function askWhileIndexing(
  town: ScaleTown,
  feature: Feature,
  questions: readonly Question[],
  longest: number,
): Promise<Meanwhile> {
  const { system } = town.index.database
  await town.owner.query(`update search_remake set made_of = 'of before'`)
  const begun = performance.now()
  let over = false
  const made = catchUp(system, [feature], longest).finally(() => {
    over = true
  })
  const taken: number[] = []
  for (let number = 0; !over; number += 1) {
    const asked = performance.now()
    await askOurs(town, questions[number % questions.length] as Question)
    taken.push(performance.now() - asked)
    await pause(100)
  }
  await made
  const documents = (await listRemakes(system)).find(({ kind }) => kind === 'practice')?.done_to ?? 0
  return { times: timesOf(taken), documents, seconds: (performance.now() - begun) / 1000 }
}
