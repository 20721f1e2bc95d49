// Reads the concept files: a format that a subject specialist can edit, with errors by file and line.

export interface Concept {
  readonly slug: string
  /** Slug of the one broader concept; undefined for a field of action. */
  readonly broader: string | undefined
  readonly related: readonly string[]
  /** Scope note in English. */
  readonly note: string
  /** Labels by language code; the first one is preferred. */
  readonly labels: Readonly<Record<string, readonly string[]>>
  readonly file: string
  readonly line: number
}

/** Languages without labels of their own read those of the one most like them. */
const kin: Readonly<Record<string, string>> = { no: 'da', nb: 'da', nn: 'da', sk: 'cs' }

/** Languages without labels of their own, read with those of another. */
export const languagesOfKin: readonly string[] = Object.keys(kin)

/** Labels in this language, else in its next of kin; the first one is preferred. */
export const labelsIn = ({ labels }: Pick<Concept, 'labels'>, lang: string): readonly string[] =>
  labels[lang] ?? labels[kin[lang] ?? ''] ?? []

export interface ConceptError {
  readonly file: string
  readonly line: number
  readonly message: string
}

export interface ParsedConcepts {
  readonly concepts: readonly Concept[]
  readonly errors: readonly ConceptError[]
}

interface Draft {
  slug: string
  broader: string | undefined
  related: string[]
  note: string
  labels: Record<string, string[]>
  file: string
  line: number
}

const opening = /^=\s*([a-z0-9]+(?:-[a-z0-9]+)*)(?:\s*<\s*([a-z0-9]+(?:-[a-z0-9]+)*))?$/
const field = /^([a-z]+):\s*(.*)$/
const split = (text: string, by: string): string[] =>
  text
    .split(by)
    .map((part) => part.trim().replace(/\s+/g, ' '))
    .filter((part) => part !== '')

const begin = (line: string, file: string, number: number): Draft | undefined => {
  const found = opening.exec(line)
  const slug = found?.[1]
  if (slug === undefined) return undefined
  return { slug, broader: found?.[2], related: [], note: '', labels: {}, file, line: number }
}

/** Gives what is wrong with the line, or undefined when it was taken. */
const take = (draft: Draft, line: string): string | undefined => {
  const found = field.exec(line)
  const name = found?.[1]
  const text = found?.[2] ?? ''
  if (name === undefined) return 'neither a concept (= slug < broader), nor a field (name: text), nor a comment (#)'
  if (text === '') return `"${name}" is empty`
  if (name === 'note') draft.note = text
  else if (name === 'related') draft.related.push(...split(text, ','))
  else if (name.length !== 2) return `"${name}" is no field: note, related or a language of two letters`
  else if (draft.labels[name] !== undefined) return `"${name}" is here twice`
  else draft.labels[name] = split(text, ';')
  return undefined
}

/** One file's text → its concepts in order; whatever cannot be read is named and left out, the rest is kept. */
export function parseConcepts(text: string, file: string): ParsedConcepts {
  const concepts: Draft[] = []
  const errors: ConceptError[] = []
  let draft: Draft | undefined
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    if (line.startsWith('=')) {
      draft = begin(line, file, index + 1)
      if (draft !== undefined) concepts.push(draft)
      else errors.push({ file, line: index + 1, message: 'a concept begins with "= slug" or "= slug < broader"' })
      continue
    }
    const message = draft === undefined ? 'this stands before the first concept' : take(draft, line)
    if (message !== undefined) errors.push({ file, line: index + 1, message })
  }
  return { concepts, errors }
}
