// Making languages ready before anybody asks: the first query with a word that no language knows would wait for all of them.
import { setTimeout as pause } from 'node:timers/promises'
import { languagesOf } from './reading.ts'
import { entriesOf } from './suggest-spelling.ts'
import { taggerOf } from './tagger.ts'
import { vocabulary } from './vocabulary.ts'

/** Between two languages everybody else has a turn. */
const between = 50

/** All languages of the vocabulary, one after the other; at once when they are ready. */
export async function warmLanguages(graph = vocabulary()): Promise<void> {
  for (const lang of languagesOf(graph)) {
    const begun = performance.now()
    entriesOf(taggerOf(lang, graph).lexicon)
    if (performance.now() - begun > 5) await pause(between)
  }
}
