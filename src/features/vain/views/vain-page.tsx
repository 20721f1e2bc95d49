// For those who look after the thesaurus: what people searched for and did not find.
import { formatNumber, languageName, type Translate } from '#kernel/locale.ts'
import { ButtonLink, ButtonRow, PostButton } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { donePath, proposalPath, searchPath } from '../paths.ts'
import { enoughTimes, monthsKept, type VainSearch } from '../vain-search.ts'

export interface VainPageProps {
  readonly t: Translate
  readonly searches: readonly VainSearch[]
  /** Words can be proposed to the thesaurus here. */
  readonly mayPropose: boolean
}

const monthName = (lang: string, month: Date): string =>
  new Intl.DateTimeFormat(lang, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(month)

const Steps = ({ t, search, mayPropose }: Pick<VainPageProps, 't' | 'mayPropose'> & { search: VainSearch }) => (
  <ButtonRow>
    {mayPropose && (
      <ButtonLink
        href={proposalPath(search.words, search.lang)}
        icon="plus"
        small
        label={t('vain.propose-words', { words: search.words })}
      >
        {t('vain.propose')}
      </ButtonLink>
    )}
    <PostButton
      action={donePath(search.id)}
      tone="quiet"
      icon="check"
      small
      label={t('vain.tick-off-words', { words: search.words })}
    >
      {t('vain.tick-off')}
    </PostButton>
  </ButtonRow>
)

const rowOf = (props: VainPageProps, search: VainSearch) => [
  <a href={searchPath(search.words)} lang={search.lang === props.t.lang ? undefined : search.lang}>
    {search.words}
  </a>,
  languageName(props.t.lang, search.lang),
  formatNumber(props.t.lang, search.times),
  monthName(props.t.lang, search.month),
  <Steps t={props.t} search={search} mayPropose={props.mayPropose} />,
]

export const VainPage = (props: VainPageProps) => {
  const { t, searches } = props
  return (
    <>
      <PageTitle t={t} title={t('vain.title')} lead={t('vain.lead', { times: enoughTimes, months: monthsKept })} />
      <PageBody>
        {searches.length === 0 ? (
          <EmptyState icon="search" title={t('vain.none')} text={t('vain.none-text')} />
        ) : (
          <DataTable
            t={t}
            caption={t('vain.title')}
            hideCaption
            columns={[
              { label: t('vain.words') },
              { label: t('vain.language') },
              { label: t('vain.times'), numeric: true },
              { label: t('vain.last-month') },
              { label: t('vain.steps'), hiddenLabel: true },
            ]}
            rows={searches.map((search) => rowOf(props, search))}
          />
        )}
      </PageBody>
    </>
  )
}
