// What the index is made with, as a hash: when it is another than before, the index is made anew by itself.
import { hash } from 'node:crypto'
import { vocabulary } from '#thesaurus/vocabulary.ts'

/** To be raised with every change of the analyser, of a document's weights or of the form of the index. */
const form = 3

let made: string | undefined

/** The same as long as neither the concepts and their labels nor the form change. */
export function madeOf(): string {
  made ??= hash('sha1', JSON.stringify([form, vocabulary().all]))
  return made
}
