// What the index is made with, as a hash: when it is another than before, the index is made anew by itself.
import { hash } from 'node:crypto'
import { vocabulary } from '#thesaurus/vocabulary.ts'
import { documentWeights } from './document-weights.ts'

/** To be raised with every change of the analyser or of the form of the index. */
const form = 5

let made: string | undefined

/** The same as long as neither the vocabulary, nor the weights of a document's words, nor the form change. */
export function madeOf(): string {
  const { all, everyday, homonyms } = vocabulary()
  made ??= hash('sha1', JSON.stringify([form, documentWeights, all, everyday, homonyms]))
  return made
}
