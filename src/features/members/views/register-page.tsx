// The register: who belongs to the network, on a map and in a table, narrowed by what one looks for.
import type { Child } from 'hono/jsx'
import { countryName, formatNumber, type Translate } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import { ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { type ActiveFilter, ActiveFilters, type FacetGroup, Facets, ResultLine } from '#ui/facets/facets.tsx'
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
  readonly files: { readonly csv: string; readonly xlsx: string }
  /** What other features put above the register. */
  readonly parts: Child[]
  readonly pageHref: (number: number) => string
}

/** Where the way from the map leads. */
const tableId = 'member-list'

const Table = ({ t, page, forumNames }: RegisterPageProps) => (
  <DataTable
    t={t}
    caption={t('members.list')}
    hideCaption
    id={tableId}
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

const Nothing = ({ t }: Pick<RegisterPageProps, 't'>) => (
  <EmptyState
    icon="search"
    title={t('members.nothing')}
    text={t('members.nothing-text')}
    action={<ButtonLink href={membersPath}>{t('members.show-all')}</ButtonLink>}
  />
)

/** The files hold what is shown, so its links change together with the list. */
const Found = (props: RegisterPageProps) => (
  <>
    <MembersMap t={props.t} members={props.found} listHref={`#${tableId}`} />
    <ButtonRow>
      <ButtonLink href={props.files.xlsx} icon="download">
        {props.t('members.xlsx')}
      </ButtonLink>
      <ButtonLink href={props.files.csv}>{props.t('members.csv')}</ButtonLink>
    </ButtonRow>
    <Table {...props} />
    <Pagination t={props.t} page={props.page} href={props.pageHref} />
  </>
)

/** What narrows the list stays in sight also when nothing is left: that is when one wants to take it away. */
const Results = (props: RegisterPageProps) => {
  const { t, page, found, filters } = props
  return (
    <>
      <ResultLine>{t('members.found', { count: page.total })}</ResultLine>
      <ActiveFilters t={t} filters={filters} clearHref={membersPath} />
      {found.length === 0 ? <Nothing t={t} /> : <Found {...props} />}
    </>
  )
}

export const RegisterPage = (props: RegisterPageProps) => {
  const { t, q, groups, chosen, parts } = props
  return (
    <>
      <PageTitle
        t={t}
        title={t('members.title')}
        lead={t('members.lead')}
        action={parts.length === 0 ? undefined : <ButtonRow>{parts}</ButtonRow>}
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
