// Who can be asked: persons by name, with what each of them shows this viewer. No ranks, no numbers of contributions.
import { languageName, type Translate } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { type ActiveFilter, ActiveFilters, type FacetGroup, Facets, ResultLine } from '#ui/facets/facets.tsx'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { type Absence, awayWords } from '../../absences/public.ts'
import { memberPath } from '../../members/public.ts'
import { directoryPath, ownProfilePath, peoplePath, personPath } from '../paths.ts'
import { functionFor, type PersonCard } from '../profile.ts'
import { type TypedWords, WordSearch } from './word-search.tsx'

export interface DirectoryPageProps {
  readonly t: Translate
  readonly page: PageOf<PersonCard>
  readonly away: readonly Absence[]
  readonly words: TypedWords
  readonly groups: readonly FacetGroup[]
  readonly filters: readonly ActiveFilter[]
  readonly chosen: Readonly<Record<string, string | undefined>>
}

const Card = ({ t, person, away }: Pick<DirectoryPageProps, 't' | 'away'> & { person: PersonCard }) => {
  const absence = away.find(({ personId }) => personId === person.id)
  const title = functionFor(person, t.lang)
  return (
    <ItemCard
      t={t}
      title={person.name}
      href={personPath(person.slug)}
      city={{ name: person.organisationName, href: memberPath(person.organisationSlug), country: person.country }}
      meta={[
        title.text === '' ? null : <span lang={title.lang}>{title.text}</span>,
        person.languages.map((code) => languageName(t.lang, code)).join(', '),
        absence && awayWords(t, absence),
      ]}
      concepts={person.concepts.map((slug) => ({
        label: conceptLabel(slug, t.lang),
        href: directoryPath({ concept: slug }),
      }))}
    />
  )
}

const Nobody = ({ t }: Pick<DirectoryPageProps, 't'>) => (
  <EmptyState
    icon="users"
    title={t('people.nothing')}
    text={t('people.nothing-text')}
    action={<ButtonLink href={peoplePath}>{t('people.show-all')}</ButtonLink>}
  />
)

/** What narrows the list stays in sight also when nobody is left: that is when one wants to take it away. */
const Results = (props: DirectoryPageProps) => {
  const { t, page, away, filters, words, chosen } = props
  return (
    <>
      <ResultLine>{t('people.found', { count: page.total })}</ResultLine>
      <ActiveFilters t={t} filters={filters} clearHref={peoplePath} />
      {page.total === 0 ? (
        <Nobody t={t} />
      ) : (
        <ItemList items={page.items.map((person) => <Card t={t} person={person} away={away} />)} />
      )}
      <Pagination t={t} page={page} href={(number) => directoryPath({ ...chosen, ...words, page: number })} />
    </>
  )
}

export const DirectoryPage = (props: DirectoryPageProps) => (
  <>
    <PageTitle
      t={props.t}
      title={props.t('people.title')}
      lead={props.t('people.lead')}
      action={
        <ButtonLink href={ownProfilePath} icon="pencil">
          {props.t('people.own')}
        </ButtonLink>
      }
    />
    <PageBody
      before={
        <>
          <WordSearch {...props} />
          <Facets
            t={props.t}
            action={peoplePath}
            groups={props.groups}
            hidden={Object.fromEntries(Object.entries(props.words).filter(([, typed]) => typed !== ''))}
          />
        </>
      }
    >
      <div id="results">
        <Results {...props} />
      </div>
    </PageBody>
  </>
)
