// Nothing was found: the ways on. Another spelling, fewer filters, neighbouring concepts, the fields of action.
import type { Translate } from '#kernel/locale.ts'
import { conceptLabel, relatedTo, topConcepts, withBroader } from '#thesaurus/vocabulary.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { ConceptTags } from '#ui/concept-tags/concept-tags.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Section, Stack } from '#ui/page/page.tsx'
import type { Found } from '../find-documents.ts'
import type { SearchQuery } from '../inputs.ts'
import { conceptPath, thesaurusPath, wordsPath } from '../paths.ts'

/** Wider and neighbouring concepts of what was understood, each once, without what was asked for itself. */
const neighboursOf = (concepts: readonly string[]): string[] =>
  [...new Set(concepts.flatMap((slug) => [...withBroader(slug), ...relatedTo(slug)]))]
    .filter((slug) => !concepts.includes(slug))
    .slice(0, 8)

export const Fields = ({ t }: { t: Translate }) => (
  <Section title={t('search.fields')} action={<a href={thesaurusPath}>{t('search.fields-all')}</a>}>
    <ConceptTags
      t={t}
      concepts={topConcepts().map((slug) => ({ label: conceptLabel(slug, t.lang), href: conceptPath(slug) }))}
    />
  </Section>
)

const Neighbours = ({ t, concepts }: { t: Translate; concepts: readonly string[] }) => {
  const neighbours = neighboursOf(concepts)
  return neighbours.length === 0 ? null : (
    <Section title={t('search.neighbours')}>
      <ConceptTags
        t={t}
        concepts={neighbours
          .map((slug) => conceptLabel(slug, t.lang))
          .map((label) => ({ label, href: wordsPath(label) }))}
      />
    </Section>
  )
}

export const WayOn = ({ t, query, found }: { t: Translate; query: SearchQuery; found: Found }) => {
  const narrowed = found.unfiltered > 0
  return (
    <Stack>
      <EmptyState
        icon="search"
        title={narrowed ? t('search.none-narrowed') : t('search.none')}
        text={narrowed ? undefined : t('search.none-text')}
        action={narrowed && <ButtonLink href={wordsPath(query.q)}>{t('search.without-filters')}</ButtonLink>}
      />
      <Neighbours t={t} concepts={found.concepts} />
      <Fields t={t} />
    </Stack>
  )
}
