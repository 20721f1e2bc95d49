// The register: who belongs to the network, on a map and in a table, narrowed by what one looks for.
import { countryName, formatNumber, type Translate } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { type ActiveFilter, ActiveFilters, type FacetGroup, Facets } from '#ui/facets/facets.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { memberName } from '../member.ts'
import { memberPath, membersPath } from '../paths.ts'
import type { Listed } from '../register.ts'
import { MembersMap } from './members-map.tsx'
import { NameSearch } from './name-search.tsx'

export interface RegisterPageProps {
  readonly t: Translate
  readonly page: PageOf<Listed>
  /** All that fit, for the map. */
  readonly found: readonly Listed[]
  readonly q: string
  readonly groups: readonly FacetGroup[]
  readonly filters: readonly ActiveFilter[]
  /** The chosen filters as they stand in the address, without the words. */
  readonly chosen: readonly (readonly [name: string, value: string])[]
  readonly forumNames: ReadonlyMap<string, string>
  readonly csvHref: string
  readonly pageHref: (number: number) => string
}

const Table = ({ t, page, forumNames }: RegisterPageProps) => (
  <DataTable
    t={t}
    caption={t('members.list')}
    hideCaption
    columns={[
      { label: t('members.name') },
      { label: t('members.country') },
      { label: t('members.inhabitants'), numeric: true },
      { label: t('members.forums') },
    ]}
    rows={page.items.map((member) => [
      <a href={memberPath(member.slug)}>{memberName(member, t.lang)}</a>,
      countryName(t.lang, member.country),
      member.population === null ? t('members.unknown') : formatNumber(t.lang, member.population),
      member.forums.map((slug) => forumNames.get(slug) ?? slug).join(', ') || '–',
    ])}
  />
)

const Results = (props: RegisterPageProps) => {
  const { t, page, found, filters } = props
  if (found.length === 0)
    return (
      <EmptyState
        icon="search"
        title={t('members.nothing')}
        text={t('members.nothing-text')}
        action={<ButtonLink href={membersPath}>{t('members.show-all')}</ButtonLink>}
      />
    )
  return (
    <>
      <p role="status">{t('members.found', { count: page.total })}</p>
      <ActiveFilters t={t} filters={filters} clearHref={membersPath} />
      <MembersMap t={t} members={found} />
      <Table {...props} />
      <Pagination t={t} page={page} href={props.pageHref} />
    </>
  )
}

export const RegisterPage = (props: RegisterPageProps) => {
  const { t, q, groups, chosen, csvHref } = props
  return (
    <>
      <PageTitle
        t={t}
        title={t('members.title')}
        lead={t('members.lead')}
        action={
          <ButtonLink href={csvHref} tone="quiet" icon="download">
            {t('members.csv')}
          </ButtonLink>
        }
      />
      <PageBody
        before={
          <>
            <NameSearch t={t} q={q} chosen={chosen} />
            <Facets t={t} action={membersPath} groups={groups} hidden={{ q: q === '' ? undefined : q }} />
          </>
        }
      >
        <div id="results">
          <Results {...props} />
        </div>
      </PageBody>
    </>
  )
}
