// The members of any day: chosen by a date, as a table and as a file.
import { countryName, formatNumber, type Translate } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { DateField } from '#ui/date-field/date-field.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { ResultLine } from '#ui/facets/facets.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle, Stack } from '#ui/page/page.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { sizeClassOf } from '../../members/public.ts'
import { historyPath, membershipsPath } from '../paths.ts'
import type { ForumLine } from '../store.ts'
import type { DayDetail, DayLine } from '../store-list.ts'
import { dayIn, type NameOf } from '../words.ts'

export interface DayListProps {
  readonly t: Translate
  readonly day: string
  readonly today: string
  readonly forum: string | undefined
  readonly forums: readonly ForumLine[]
  readonly page: PageOf<DayLine>
  readonly details: ReadonlyMap<number, DayDetail>
  readonly nameOf: NameOf
  readonly csvHref: string
  readonly pageHref: (number: number) => string
}

const Choice = ({ t, day, forum, forums }: DayListProps) => (
  <Form t={t} action={membershipsPath} method="get" label={t('memberships.choose')}>
    <DateField
      t={t}
      name="day"
      label={t('memberships.field-day')}
      value={day}
      min="1800-01-01"
      max="2199-12-31"
      required
    />
    <SelectField
      t={t}
      name="forum"
      label={t('memberships.field-of')}
      value={forum}
      empty={t('memberships.network')}
      options={forums.map(({ slug, name }) => ({ value: slug, label: name }))}
      required
    />
    <ButtonRow>
      <Button tone="primary">{t('memberships.show')}</Button>
    </ButtonRow>
  </Form>
)

const sizeOf = (t: Translate, detail: DayDetail | undefined): string => {
  const size = sizeClassOf(detail?.population ?? null)
  if (size === undefined || !detail?.population) return t('members.unknown')
  const figure = formatNumber(t.lang, detail.population)
  return t('memberships.size', { figure, year: String(detail.populationYear), size: t(`members.size-${size}`) })
}

const Table = ({ t, page, details, nameOf }: DayListProps) => (
  <DataTable
    t={t}
    caption={t('memberships.title')}
    hideCaption
    columns={[
      { label: t('members.name') },
      { label: t('members.country') },
      { label: t('members.since') },
      { label: t('members.forums') },
      { label: t('members.inhabitants') },
    ]}
    rows={page.items.map((line) => {
      const detail = details.get(line.organisationId)
      const since = dayIn(t, line.beginsOn)
      return [
        <a href={historyPath(line.slug)}>{line.name}</a>,
        countryName(t.lang, line.country),
        line.beginsKnown ? since : t('memberships.since-unknown', { day: since }),
        detail?.forums.map(nameOf).join(', ') || '–',
        sizeOf(t, detail),
      ]
    })}
  />
)

export const DayList = (props: DayListProps) => {
  const { t, day, today, page } = props
  const tense = day < today ? 'past' : day > today ? 'coming' : 'today'
  return (
    <>
      <PageTitle t={t} title={t('memberships.title')} lead={t('memberships.lead')} />
      <PageBody aside={<Choice {...props} />}>
        <ResultLine>{t('memberships.found', { count: page.total, day: dayIn(t, day), tense })}</ResultLine>
        {page.total === 0 ? (
          <EmptyState icon="history" title={t('memberships.nobody')} text={t('memberships.nobody-text')} />
        ) : (
          <Stack>
            <ButtonRow>
              <ButtonLink href={props.csvHref} icon="download">
                {t('members.csv')}
              </ButtonLink>
            </ButtonRow>
            <Table {...props} />
            <Pagination t={t} page={page} href={props.pageHref} />
          </Stack>
        )}
      </PageBody>
    </>
  )
}
