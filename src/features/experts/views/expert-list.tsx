// Institutions outside the cities, and who in them agreed to be named.
import { countryName, languageName, type Translate } from '#kernel/locale.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { type ActiveFilter, ActiveFilters, type FacetGroup, Facets, ResultLine } from '#ui/facets/facets.tsx'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import type { Expert } from '../expert.ts'
import { expertPath, expertsPath, listPath, newExpertPath } from '../paths.ts'

export interface ExpertListProps {
  readonly t: Translate
  readonly experts: readonly Expert[]
  readonly groups: readonly FacetGroup[]
  readonly filters: readonly ActiveFilter[]
  readonly mayEnter: boolean
}

const Card = ({ t, expert }: { readonly t: Translate; readonly expert: Expert }) => (
  <ItemCard
    t={t}
    title={expert.institution}
    href={expertPath(expert.id)}
    lang={expert.lang}
    meta={[
      expert.person?.agreed && expert.person.name,
      countryName(t.lang, expert.country),
      expert.languages.map((code) => languageName(t.lang, code)).join(', '),
    ]}
    concepts={expert.concepts.map((slug) => ({ label: conceptLabel(slug, t.lang), href: listPath({ concept: slug }) }))}
  />
)

const Results = ({ t, experts, filters }: ExpertListProps) => (
  <div id="results">
    <ResultLine>{t('experts.found', { count: experts.length })}</ResultLine>
    <ActiveFilters t={t} filters={filters} clearHref={expertsPath} />
    {experts.length === 0 ? (
      <EmptyState icon="building-2" title={t('experts.nothing')} text={t('experts.nothing-text')} />
    ) : (
      <ItemList items={experts.map((expert) => <Card t={t} expert={expert} />)} />
    )}
  </div>
)

export const ExpertList = (props: ExpertListProps) => {
  const { t, groups, mayEnter } = props
  return (
    <>
      <PageTitle
        t={t}
        title={t('experts.title')}
        lead={t('experts.lead')}
        action={
          mayEnter && (
            <ButtonLink href={newExpertPath} icon="plus">
              {t('experts.write')}
            </ButtonLink>
          )
        }
      />
      <PageBody before={<Facets t={t} action={expertsPath} groups={groups} />}>
        <Results {...props} />
      </PageBody>
    </>
  )
}
