// Accepted words as the concept files write them; what the files have by now is said to be there.
import type { Addition } from '#thesaurus/additions.ts'
import { fold } from '#thesaurus/fold.ts'
import type { Concept } from '#thesaurus/parse-concepts.ts'
import { conceptsInFiles } from '#thesaurus/vocabulary.ts'

interface Gathered {
  readonly broader: string | null
  readonly note: string
  readonly labels: Map<string, string[]>
}

/** All that was accepted for one concept together: the order of the labels is that of the decisions. */
function gather(additions: readonly Addition[]): Map<string, Gathered> {
  const bySlug = new Map<string, Gathered>()
  for (const { concept, broader, note, labels } of additions) {
    const before = bySlug.get(concept) ?? { broader, note, labels: new Map<string, string[]>() }
    for (const [lang, list] of Object.entries(labels))
      before.labels.set(lang, [...(before.labels.get(lang) ?? []), ...list])
    bySlug.set(concept, before)
  }
  return bySlug
}

const holds = (concept: Concept | undefined, lang: string, label: string): boolean =>
  concept?.labels[lang]?.some((one) => fold(one) === fold(label)) ?? false

function linesOf(slug: string, { broader, note, labels }: Gathered, inFiles: Concept | undefined): string[] {
  const missing = [...labels]
    .map(([lang, list]) => [lang, list.filter((label) => !holds(inFiles, lang, label))] as const)
    .filter(([, list]) => list.length > 0)
  if (inFiles !== undefined && missing.length === 0) return []
  const place =
    inFiles === undefined
      ? `= ${slug} < ${broader ?? ''}`
      : `# ${inFiles.file}, line ${inFiles.line}: add to "= ${slug}"`
  if (inFiles === undefined && broader === null) return []
  const head = inFiles === undefined && note !== '' ? [place, `note: ${note}`] : [place]
  return [...head, ...missing.map(([lang, list]) => `${lang}: ${list.join('; ')}`), '']
}

/** Lines to print; a sentence as a comment where nothing is to do. */
export function printAdditions(
  additions: readonly Addition[],
  files: readonly Concept[] = conceptsInFiles(),
): string[] {
  const bySlug = new Map(files.map((concept) => [concept.slug, concept]))
  const gathered = gather(additions)
  const lines = [...gathered].flatMap(([slug, one]) => linesOf(slug, one, bySlug.get(slug)))
  const lost = [...gathered]
    .filter(([slug, { broader }]) => broader === null && !bySlug.has(slug))
    .map(([slug]) => slug)
  const notes = lost.map((slug) => `# "${slug}" is in the files no more: its accepted labels are passed over.`)
  if (lines.length > 0 || notes.length > 0) return [...lines, ...notes]
  return [additions.length === 0 ? '# Nothing was accepted yet.' : '# The files have everything that was accepted.']
}
