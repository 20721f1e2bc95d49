// The office's list: first what waits for the office, then what waits for the city, then what is settled.
import { countryName, formatDate, formatNumber, type Translate } from '#kernel/locale.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { StateMark } from '#ui/state-mark/state-mark.tsx'
import { waitingFor } from '../accession.ts'
import { filePath } from '../paths.ts'
import type { AccessionLine } from '../store.ts'
import { stateMark, waitingWords } from './words.ts'

interface ListProps {
  readonly t: Translate
  readonly lines: readonly AccessionLine[]
}

const Files = ({ t, title, lines }: ListProps & { readonly title: string }) =>
  lines.length === 0 ? null : (
    <Section title={title}>
      <DataTable
        t={t}
        caption={title}
        hideCaption
        columns={[
          { label: t('accession.field-name') },
          { label: t('accession.field-country') },
          { label: t('accession.field-population'), numeric: true },
          { label: t('accession.state') },
          { label: t('accession.next') },
          { label: t('accession.last') },
        ]}
        rows={lines.map((line) => [
          <a href={filePath(line.id, undefined)}>{line.name}</a>,
          countryName(t.lang, line.country),
          formatNumber(t.lang, line.population),
          <StateMark {...stateMark(t, line.state)} />,
          waitingWords(t, waitingFor(line.kinds)),
          formatDate(t.lang, line.lastAt),
        ])}
      />
    </Section>
  )

export const AccessionList = ({ t, lines }: ListProps) => {
  const waiting = (side: 'office' | 'city' | undefined) => lines.filter(({ kinds }) => waitingFor(kinds)?.side === side)
  return (
    <>
      <PageTitle t={t} title={t('accession.list')} lead={t('accession.list-lead')} />
      <PageBody>
        {lines.length === 0 && (
          <EmptyState icon="landmark" title={t('accession.none')} text={t('accession.none-text')} />
        )}
        <Files t={t} title={t('accession.waits-office')} lines={waiting('office')} />
        <Files t={t} title={t('accession.waits-city')} lines={waiting('city')} />
        <Files t={t} title={t('accession.settled')} lines={waiting(undefined)} />
      </PageBody>
    </>
  )
}
