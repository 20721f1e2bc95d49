// Reads the homonym files: words that name two things, and by which neighbours one knows which is meant.
import { fold } from './fold.ts'
import type { ConceptError } from './parse-concepts.ts'

/** One thing that the word may mean. */
export interface Sense {
  /** Undefined: none of our concepts, "Einbruch der Dunkelheit". */
  readonly slug: string | undefined
  /** Words that stand near it when this is meant. */
  readonly words: readonly string[]
  /** Whole phrases with the word in them that mean this and nothing else. */
  readonly phrases: readonly string[]
}

export interface Homonym {
  readonly lang: string
  readonly label: string
  readonly senses: readonly Sense[]
  /** Which sense is meant when nothing near decides; undefined: as many as there are. */
  readonly usual: Sense | undefined
  readonly file: string
  readonly line: number
}

export interface ParsedHomonyms {
  readonly homonyms: readonly Homonym[]
  readonly errors: readonly ConceptError[]
}

interface Draft {
  readonly lang: string
  readonly label: string
  readonly senses: Sense[]
  usual: Sense | undefined
  readonly file: string
  readonly line: number
}

const opening = /^=\s*([a-z]{2}):\s*(\S.*)$/
const sense = /^([a-z0-9]+(?:-[a-z0-9]+)*):\s*(\S.*)$/

/** What holds the word itself is a phrase; anything else a neighbour, word by word. */
const senseFrom = (name: string, text: string, label: string): Sense & { readonly isUsual: boolean } => {
  const items = text
    .split(/[;,]/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
  const isPhrase = (item: string): boolean => fold(item).includes(fold(label)) && fold(item) !== fold(label)
  return {
    slug: name === 'none' ? undefined : name,
    phrases: items.filter(isPhrase),
    words: items.filter((item) => item !== '*' && !isPhrase(item)).flatMap((item) => item.split(' ')),
    isUsual: items.includes('*'),
  }
}

/** Gives what is wrong with the line, or undefined when it was taken. */
const take = (draft: Draft, line: string): string | undefined => {
  const found = sense.exec(line)
  if (found === null) return 'neither a word (= de: Bank), nor a sense (slug: neighbours), nor a comment (#)'
  const { isUsual, ...made } = senseFrom(found[1] ?? '', found[2] ?? '', draft.label)
  if (isUsual && draft.usual !== undefined) return 'the star, for what is usually meant, is here twice'
  draft.senses.push(made)
  if (isUsual) draft.usual = made
  return undefined
}

/** One file's text → its homonyms in order; whatever cannot be read is named and left out, the rest is kept. */
export function parseHomonyms(text: string, file: string): ParsedHomonyms {
  const homonyms: Draft[] = []
  const errors: ConceptError[] = []
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    const found = opening.exec(line)
    const draft = homonyms.at(-1)
    if (found !== null)
      homonyms.push({
        lang: found[1] ?? '',
        label: found[2] ?? '',
        senses: [],
        usual: undefined,
        file,
        line: index + 1,
      })
    else {
      const message = draft === undefined ? 'this stands before the first word' : take(draft, line)
      if (message !== undefined) errors.push({ file, line: index + 1, message })
    }
  }
  return { homonyms, errors }
}
