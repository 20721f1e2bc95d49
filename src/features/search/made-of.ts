// What the index is made with, as a hash: when it is another than before, the index is made anew by itself.
import { hash } from 'node:crypto'
import { conceptsInFiles, vocabulary } from '#thesaurus/vocabulary.ts'
import { documentWeights } from './document-weights.ts'

/** To be raised with every change of the analyser or of the form of the index. */
const form = 6

let made: string | undefined

/**
 * The same as long as neither the files of the vocabulary, nor the weights of a document's words, nor the form change.
 * Words that an office accepted are left out: what holds them is made anew by itself, and processes that do not know of
 * them yet would make everything anew against each other.
 */
export function madeOf(): string {
  const { everyday, homonyms } = vocabulary()
  made ??= hash('sha1', JSON.stringify([form, documentWeights, conceptsInFiles(), everyday, homonyms]))
  return made
}
