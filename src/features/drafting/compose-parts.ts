// Sections put where a person wants them, as the texts of a practice: below what is already written there.
import { plainText } from '#platform/text/markdown.ts'
import { recogniseHeading } from './recognise-heading.ts'
import type { Place, WaitingSection } from './section.ts'

export type Chosen = WaitingSection & { readonly place: Place }
export type ComposedParts = Readonly<Partial<Record<Place, string>>>

/** The heading of the first is the part's own if it says the same; of the others it is kept, as a bold line. */
const withHeading = ({ heading, text, place }: Chosen, isFirst: boolean, lang: string): string => {
  const known = recogniseHeading(heading, lang)
  const same = isFirst && known?.meant === place && known.score >= 0.9
  return heading === '' || same ? text : `**${heading.replaceAll('*', '')}**\n\n${text}`
}

/** `before` holds what the practice says already. */
export function composeParts(sections: readonly Chosen[], before: ComposedParts, lang: string): ComposedParts {
  const parts: Partial<Record<Place, string>> = {}
  for (const section of sections) {
    const { place } = section
    const there = (parts[place] ?? before[place] ?? '').trim()
    const text =
      place === 'summary' ? plainText(section.text, section.text.length + 1) : withHeading(section, there === '', lang)
    parts[place] = there === '' ? text : `${there}${place === 'summary' ? ' ' : '\n\n'}${text}`
  }
  return parts
}
