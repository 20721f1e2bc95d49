// The facts beside the text: where, since when, at what cost, how sure.
import { countryName, formatDate, type Translate } from '#kernel/locale.ts'
import { renderMarkdown } from '#platform/text/markdown.ts'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import type { Practice } from '../practice.ts'

export const yearsOf = (
  t: Translate,
  { yearStart, yearEnd }: Pick<Practice, 'yearStart' | 'yearEnd'>,
): string | undefined => {
  if (yearStart === null) return undefined
  if (yearEnd === null) return t('practices.since', { year: String(yearStart) })
  return yearStart === yearEnd ? String(yearStart) : `${yearStart}–${yearEnd}`
}

export const PracticeFacts = ({ t, practice }: { t: Translate; practice: Practice }) => (
  <FactsList
    facts={[
      { term: t('practices.fact-country'), value: countryName(t.lang, practice.country) },
      { term: t('practices.fact-years'), value: yearsOf(t, practice) },
      {
        term: t('practices.part-cost'),
        value: practice.cost && <Prose html={renderMarkdown(practice.cost)} lang={practice.lang} />,
      },
      {
        term: t('practices.part-staff'),
        value: practice.staff && <Prose html={renderMarkdown(practice.staff)} lang={practice.lang} />,
      },
      {
        term: t('practices.fact-evidence'),
        value: practice.evidence === null ? undefined : t(`practices.evidence-${practice.evidence}`),
      },
      {
        term: t('practices.fact-confirmed-on'),
        value: practice.confirmedAt === null ? undefined : formatDate(t.lang, practice.confirmedAt),
      },
      { term: t('practices.fact-updated'), value: formatDate(t.lang, practice.updatedAt) },
    ]}
  />
)
