// What was written under "ask me about" before its topics were kept: read once, so that routing finds it too.
import type { JobParts } from '#platform/feature.ts'
import { conceptsInText } from '#thesaurus/tagger.ts'
import { insertAskConcepts, listUnread } from './store-knowing.ts'

/** Texts about none of the topics are read again each time: there are few, and the vocabulary grows. */
export async function readAskMeAbout({ system }: Pick<JobParts, 'system'>): Promise<void> {
  for (const { personId, text, lang } of await listUnread(system)) {
    const concepts = conceptsInText(text, lang ?? 'en')
    if (concepts.length > 0) await insertAskConcepts(system, personId, concepts)
  }
}
