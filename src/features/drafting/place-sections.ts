// From the blocks of a document to sections, each with the part of a practice that its heading announces.
import type { Block } from '#platform/documents/document.ts'
import { plainText } from '#platform/text/markdown.ts'
import { type Recognised, recogniseHeading } from './recognise-heading.ts'
import { isPlace, longestSummary, type Place, type Section } from './section.ts'
import { splitSections } from './split-sections.ts'

export interface PlacedText {
  /** The heading that names the whole. */
  readonly title: string | undefined
  readonly sections: readonly Section[]
}

/** Sure enough to leave the part in which it stands. */
const sure = 0.75
const titleWithin = 4

interface Open {
  heading: string
  level: number
  texts: Block[]
  proposed: Place | undefined
}

const recognised = ({ text }: Block, lang: string): Recognised | undefined => recogniseHeading(text, lang)

const deepest = 6
const longestLine = 80
/** A line by itself that says exactly what a part is called is its heading, however it is set: "Kosten:". */
const promoted = (block: Block, next: Block | undefined, lang: string): Block => {
  const line = block.text.replaceAll('*', '').replace(/\s*:$/, '').trim()
  if (block.kind !== 'paragraph' || next === undefined || next.kind === 'heading' || line.length > longestLine)
    return block
  return recogniseHeading(line, lang)?.score === 1 ? { kind: 'heading', level: deepest, text: line } : block
}

/** The first heading, if it is none of the story's own and nothing stands above it in rank. */
function titleIn(blocks: readonly Block[], lang: string): Block | undefined {
  const first = blocks.find(({ kind }) => kind === 'heading')
  if (first === undefined || blocks.indexOf(first) >= titleWithin) return undefined
  const highest = Math.min(...blocks.filter(({ kind }) => kind === 'heading').map(({ level }) => level ?? 1))
  const known = recognised(first, lang)
  return first.level === highest && (known === undefined || known.score < sure) ? first : undefined
}

/** What is below a known heading belongs to it, unless its own heading says clearly otherwise. */
function proposedFor(block: Block, parents: readonly Open[], lang: string): Place | undefined {
  const own = recognised(block, lang)
  const parent = parents.at(-1)
  if (own !== undefined && (own.score >= sure || parent?.proposed === undefined))
    return isPlace(own.meant) ? own.meant : undefined
  return parent?.proposed
}

function cut(blocks: readonly Block[], lang: string): Open[] {
  const sections: Open[] = [{ heading: '', level: 0, texts: [], proposed: undefined }]
  const parents: Open[] = []
  for (const block of blocks) {
    if (block.kind !== 'heading') {
      sections.at(-1)?.texts.push(block)
      continue
    }
    const level = block.level ?? 1
    while ((parents.at(-1)?.level ?? 0) >= level) parents.pop()
    const open = { heading: block.text, level, texts: [], proposed: proposedFor(block, parents, lang) }
    sections.push(open)
    parents.push(open)
  }
  return sections.filter(({ texts }) => texts.length > 0)
}

/** Items of a list stand close, paragraphs apart. */
const markdownOf = (texts: readonly Block[]): string =>
  texts
    .map(({ kind, text }, index) => {
      if (kind !== 'list-item') return `${text}\n`
      return `- ${text.replaceAll('\n', '\n  ')}${texts[index + 1]?.kind === 'list-item' ? '' : '\n'}`
    })
    .join('\n')
    .trim()

/** Text before the first heading tells in short what follows, if it is whole sentences and nothing else does. */
const tellsInShort = (text: string): boolean =>
  text.length >= 60 && text.length <= 3 * longestSummary && /[.!?]["”»]?$/.test(text)

function withSummary(sections: readonly Section[]): Section[] {
  const [first, ...others] = sections
  const needed = !sections.some(({ proposed }) => proposed === 'summary')
  if (first === undefined || first.heading !== '' || others.length === 0 || !needed) return [...sections]
  return tellsInShort(plainText(first.text)) ? [{ ...first, proposed: 'summary' }, ...others] : [...sections]
}

/** `lang` is the language of the text. Nothing that was written gets lost: what has no place is a section without one. */
export function placeSections(blocks: readonly Block[], lang: string): PlacedText {
  const seen = blocks.map((block, index) => promoted(block, blocks[index + 1], lang))
  const title = titleIn(seen, lang)
  const told = cut(
    seen.filter((block) => block !== title),
    lang,
  )
  const sections = told.map(({ heading, texts, proposed }) => ({ heading, text: markdownOf(texts), proposed }))
  return { title: title?.text, sections: splitSections(withSummary(sections)) }
}
