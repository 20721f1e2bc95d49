// The pages of the thesaurus: the fields of action, what was searched, the alphabet, one concept.
import { notFound } from '#kernel/stop.ts'
import { readQuery } from '#platform/http/input.ts'
import { countTry, type Limit, remoteAddress } from '#platform/http/limits.ts'
import { get, type PageVisit, type Route } from '#platform/http/visit.ts'
import { understandQuery } from '#thesaurus/query.ts'
import { vocabulary } from '#thesaurus/vocabulary.ts'
import { drawWatch } from '../notices/public.ts'
import { countAbout } from '../search/public.ts'
import { thesaurusQuery } from './inputs.ts'
import { type FoundConcept, findConcepts, nameOf } from './labels.ts'
import { conceptPath, letterPath, thesaurusPath } from './paths.ts'
import { mayPropose } from './permissions.ts'
import { otherForm } from './routes-machines.ts'
import { alphabetOf, countLanguages, labelsElsewhere, linksOf } from './shelf.ts'
import { listOpenAbout } from './store-lists.ts'
import { ConceptPage } from './views/concept-page.tsx'
import { ThesaurusPage } from './views/thesaurus-page.tsx'

const styles = ['thesaurus.css']
const mostFound = 60
/** Fifty thousand labels are looked through: as many times as people type, not as fast as a script can ask. */
const lookUps: Limit = { name: 'thesaurus-words', tries: 600, seconds: 60 }

const countLookUp = (c: PageVisit): void => {
  const { viewer, now } = c.var
  countTry(lookUps, viewer.person === undefined ? remoteAddress(c) : `person ${viewer.person.id}`, now)
}

/** By its labels; where none has these words, what the search would understand by them. One more than is shown, if there is. */
async function findMeant(words: string, reader: string): Promise<readonly FoundConcept[]> {
  const found = words === '' ? [] : findConcepts(words, reader, mostFound + 1)
  if (words === '' || found.length > 0) return found
  const { concepts } = await understandQuery(words, reader)
  const graph = vocabulary()
  return concepts.flatMap((slug) => {
    const concept = graph.find(slug)
    return concept === undefined ? [] : [{ slug, name: nameOf(concept, reader), matched: undefined }]
  })
}

const toOtherForm = (c: PageVisit): Response | undefined => {
  const path = otherForm(c)
  return path === undefined ? undefined : c.body(null, 303, { location: path, vary: 'Accept' })
}

async function showThesaurus(c: PageVisit): Promise<Response> {
  const { t, viewer, draw } = c.var
  const elsewhere = toOtherForm(c)
  if (elsewhere !== undefined) return elsewhere
  const input = readQuery(c, thesaurusQuery)
  const { q: words, letter: chosen } = input.valid ? input.value : thesaurusQuery.parse({})
  if (words !== '') countLookUp(c)
  const graph = vocabulary()
  const alphabet = alphabetOf(graph, t.lang)
  // A letter that no name begins with is left out: a page with nothing on it helps nobody, and has no address of its own.
  const letter = words === '' && alphabet.has(chosen ?? '') ? chosen : undefined
  const shown = letter === undefined ? graph.tops : (alphabet.get(letter) ?? [])
  const title = words === '' ? t('vocabulary.title') : t('vocabulary.title-words', { words })
  const canonical = letter === undefined ? thesaurusPath : letterPath(letter)
  const languages = countLanguages(graph)
  const open = words === '' ? { canonical, description: t('vocabulary.lead', { languages }) } : {}
  const found = await findMeant(words, t.lang)
  const props = {
    ...{ t, words, letter, letters: [...alphabet.keys()], mayPropose: mayPropose(viewer) },
    found: found.slice(0, mostFound),
    more: found.length > mostFound,
    concepts: linksOf(graph, shown, t.lang),
    total: graph.all.length,
    languages,
  }
  return draw({ title, styles, ...open }, <ThesaurusPage {...props} />)
}

const crumbsOf = (c: PageVisit, slug: string) => {
  const { t } = c.var
  const graph = vocabulary()
  const above = [...graph.ancestors(slug)].reverse().flatMap((other) => graph.find(other) ?? [])
  return [
    { label: t('vocabulary.title'), href: thesaurusPath },
    ...above.map((concept) => ({ label: nameOf(concept, t.lang).text, href: conceptPath(concept.slug) })),
  ]
}

async function showConcept(c: PageVisit): Promise<Response> {
  const { t, db, viewer, settings, draw } = c.var
  const graph = vocabulary()
  const concept = graph.find(c.req.param('slug') ?? '')
  if (concept === undefined) throw notFound()
  const elsewhere = toOtherForm(c)
  if (elsewhere !== undefined) return elsewhere
  const { slug } = concept
  const name = nameOf(concept, t.lang)
  const others = (concept.labels[name.lang] ?? []).filter((label) => label !== name.text)
  const path = conceptPath(slug)
  const term = { '@type': 'DefinedTerm', name: name.text, alternateName: others, description: concept.note }
  const jsonLd = {
    ...term,
    '@id': `${settings.baseUrl}${path}`,
    inDefinedTermSet: `${settings.baseUrl}${thesaurusPath}`,
  }
  const description = t(others.length === 0 ? 'vocabulary.description-alone' : 'vocabulary.description', {
    concept: name.text,
    others: others.join(', '),
  })
  const props = {
    ...{ t, concept, name, others, mayPropose: mayPropose(viewer) },
    about: await countAbout(db, slug),
    waiting: await listOpenAbout(db, slug, t.lang),
    watch: await drawWatch(c, { kind: 'concept', ref: slug }),
    narrower: linksOf(graph, graph.narrower(slug), t.lang),
    related: linksOf(graph, graph.related(slug), t.lang),
    elsewhere: labelsElsewhere(concept, name.lang, t.lang),
  }
  const page = { title: name.text, breadcrumb: crumbsOf(c, slug), canonical: path, description, jsonLd, styles }
  return draw(page, <ConceptPage {...props} />)
}

export const routes: readonly Route[] = [get(thesaurusPath, showThesaurus), get('/thesaurus/:slug', showConcept)]
