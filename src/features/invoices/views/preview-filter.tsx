// Narrowing the preview of a run.
import { countryName, type Translate } from '#kernel/locale.ts'
import type { PreviewQuery } from '../inputs.ts'
import { yearPath } from '../paths.ts'
import { lineStates, reasons } from '../preview.ts'
import { FilterForm } from './filter-form.tsx'

export interface PreviewFilterProps {
  readonly t: Translate
  readonly year: number
  readonly query: PreviewQuery
  /** Of the members of this run. */
  readonly countries: readonly string[]
}

export const PreviewFilter = ({ t, year, query, countries }: PreviewFilterProps) => (
  <FilterForm
    t={t}
    action={yearPath(year)}
    words={query.q}
    wordsLabel={t('invoices.member')}
    choices={[
      {
        ...{ name: 'state', label: t('invoices.state'), value: query.state },
        options: lineStates.map((state) => ({ value: state, label: t(`invoices.line-${state}`) })),
      },
      {
        ...{ name: 'reason', label: t('invoices.reason'), value: query.reason },
        options: reasons.map((reason) => ({ value: reason, label: t(`invoices.reason-${reason}`) })),
      },
      {
        ...{ name: 'country', label: t('invoices.country'), value: query.country },
        options: countries.map((code) => ({ value: code, label: countryName(t.lang, code) })),
      },
    ]}
  />
)
