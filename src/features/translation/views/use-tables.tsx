// What translation cost, month by month, and what failed last.
import { formatMoment, formatNumber, type Translate } from '#kernel/locale.ts'
import { type ProviderId, providerNames } from '#platform/translation/translator.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import type { Failure, Use } from '../store.ts'

const monthName = (lang: string, month: Date): string =>
  new Intl.DateTimeFormat(lang, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(month)

/** Of a service that was configured once, and is known no more, its own word. */
const nameOf = (provider: string): string => providerNames[provider as ProviderId] ?? provider

export const UseTable = ({ t, use }: { t: Translate; use: readonly Use[] }) =>
  use.length === 0 ? (
    <p>{t('translation.none-used')}</p>
  ) : (
    <DataTable
      t={t}
      caption={t('translation.cost')}
      hideCaption
      columns={[
        { label: t('translation.month') },
        { label: t('translation.service') },
        { label: t('translation.characters'), numeric: true },
        { label: t('translation.texts'), numeric: true },
        { label: t('translation.failed'), numeric: true },
      ]}
      rows={use.map((line) => [
        monthName(t.lang, line.month),
        nameOf(line.provider),
        formatNumber(t.lang, line.characters),
        formatNumber(t.lang, line.texts),
        formatNumber(t.lang, line.failures),
      ])}
    />
  )

export const FailureTable = ({ t, failures }: { t: Translate; failures: readonly Failure[] }) =>
  failures.length === 0 ? (
    <p>{t('translation.none-failed')}</p>
  ) : (
    <DataTable
      t={t}
      caption={t('translation.failures')}
      hideCaption
      columns={[
        { label: t('translation.when') },
        { label: t('translation.service') },
        { label: t('translation.what') },
      ]}
      rows={failures.map(({ at, provider, reason }) => [
        formatMoment(t.lang, at),
        nameOf(provider),
        t(`translation.reason-${reason}`),
      ])}
    />
  )
