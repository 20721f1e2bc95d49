// Whether the thesaurus can have these words: asked when somebody proposes them, and again when an office accepts them.
import { slugOf } from '#kernel/address.ts'
import type { Issue } from '#kernel/outcome.ts'
import type { Addition } from '#thesaurus/additions.ts'
import type { ConceptGraph } from '#thesaurus/concept-graph.ts'
import { fold } from '#thesaurus/fold.ts'
import { nameOf } from './labels.ts'
import type { Wish } from './proposal.ts'

export type Judged =
  | { readonly fits: true; readonly addition: Addition }
  | { readonly fits: false; readonly issue: Issue }
const wrong = (issue: Issue): Judged => ({ fits: false, issue })

/** The concept that has this label in this language, whatever its accents and capitals. */
const ownerOf = (graph: ConceptGraph, lang: string, label: string) => {
  const wanted = fold(label)
  return graph.all.find(({ labels }) => labels[lang]?.some((one) => fold(one) === wanted))
}

/** What stands in the way of one label; undefined when nothing does. */
function objectionTo(
  graph: ConceptGraph,
  field: string,
  [lang, label]: readonly [string, string],
  concept: string | undefined,
  reader: string,
): Issue | undefined {
  const owner = ownerOf(graph, lang, label)
  if (owner === undefined) return undefined
  const message = owner.slug === concept ? 'vocabulary.issue-label-here' : 'vocabulary.issue-label-elsewhere'
  return { field, message, values: { concept: nameOf(owner, reader).text } }
}

const judgeLabel = (wish: Wish, graph: ConceptGraph, reader: string): Judged => {
  const { concept, lang, label } = wish
  const issue = objectionTo(graph, 'label', [lang, label], concept, reader)
  if (issue !== undefined) return wrong(issue)
  return { fits: true, addition: { concept, broader: null, note: '', labels: { [lang]: [label] } } }
}

/** Words that mean an address of their own below the thesaurus, or none at all. */
const addressOf = (english: string): string | undefined => {
  const slug = slugOf(english)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return slug === '' ? undefined : slug
}

/** `final`: an office accepts it, so the English label must be there, which names the concept everywhere it has none. */
function judgeConcept(wish: Wish, graph: ConceptGraph, reader: string, final: boolean): Judged {
  const { concept: broader, lang, label, english, meaning } = wish
  const inEnglish = lang === 'en' ? label : english
  const issue =
    objectionTo(graph, 'label', [lang, label], undefined, reader) ??
    (english === '' ? undefined : objectionTo(graph, 'english', ['en', english], undefined, reader))
  if (issue !== undefined) return wrong(issue)
  const field = lang === 'en' ? 'label' : 'english'
  const concept = addressOf(inEnglish)
  if (final && concept === undefined) return wrong({ field, message: 'vocabulary.issue-english' })
  const owner = concept === undefined ? undefined : graph.find(concept)
  if (owner !== undefined)
    return wrong({ field, message: 'vocabulary.issue-concept-exists', values: { concept: nameOf(owner, reader).text } })
  const labels = { ...(inEnglish === '' ? {} : { en: [inEnglish] }), [lang]: [label] }
  return { fits: true, addition: { concept: concept ?? '', broader, note: meaning, labels } }
}

/** The wish's concept must be one of the graph. The issue is told in the words of this reader. */
export const judgeWish = (wish: Wish, graph: ConceptGraph, reader: string, final: boolean): Judged =>
  graph.find(wish.concept) === undefined
    ? wrong({ field: 'concept', message: 'vocabulary.issue-concept' })
    : wish.adds === 'label'
      ? judgeLabel(wish, graph, reader)
      : judgeConcept(wish, graph, reader, final)
