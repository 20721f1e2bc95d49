// The facts of practices side by side: where, how large, how long, at what cost, how sure, about what.
// biome-ignore-all lint/a11y/noRedundantRoles: Safari drops the meaning of a table whose rows are laid out as a grid.
import type { Child } from 'hono/jsx'
import { countryName, formatNumber, type Translate } from '#kernel/locale.ts'
import { renderMarkdown } from '#platform/text/markdown.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { Prose } from '#ui/prose/prose.tsx'
import type { CitySize } from '../../members/public.ts'
import type { ComparedPractice } from '../store-comparing.ts'
import { yearsOf } from './practice-facts.tsx'

export interface ComparedFact {
  readonly label: string
  readonly cells: readonly (Child | undefined)[]
}

const sizeOf = (t: Translate, size: CitySize | undefined): string | undefined => {
  if (size === undefined) return undefined
  const count = formatNumber(t.lang, size.population)
  return size.year === null
    ? t('practices.compare-inhabitants', { count })
    : t('practices.compare-inhabitants-in', { count, year: String(size.year) })
}

const textOf = (text: string, lang: string): Child | undefined =>
  text.trim() === '' ? undefined : <Prose html={renderMarkdown(text)} lang={lang} />

const topicsOf = (t: Translate, concepts: readonly string[], shared: readonly string[]): string | undefined => {
  const own = concepts.filter((slug) => !shared.includes(slug)).map((slug) => conceptLabel(slug, t.lang))
  return own.length === 0 ? undefined : own.join(', ')
}

/** One entry a row, the cells in the order of the practices; undefined where nothing is said. What all share stands between them. */
export const comparedFacts = (
  t: Translate,
  practices: readonly ComparedPractice[],
  sizes: readonly CitySize[],
  shared: readonly string[],
): Readonly<Record<'facts' | 'otherTopics', readonly ComparedFact[]>> => {
  const row = (key: string, cell: (practice: ComparedPractice) => Child | undefined): ComparedFact => ({
    label: t(key),
    cells: practices.map(cell),
  })
  const facts = [
    row('practices.fact-country', ({ country }) => countryName(t.lang, country)),
    row('practices.compare-size', ({ organisationId }) =>
      sizeOf(
        t,
        sizes.find((size) => size.organisationId === organisationId),
      ),
    ),
    row('practices.fact-years', (practice) => yearsOf(t, practice)),
    row('practices.part-cost', ({ cost, lang }) => textOf(cost, lang)),
    row('practices.part-staff', ({ staff, lang }) => textOf(staff, lang)),
    row('practices.fact-evidence', ({ evidence }) =>
      evidence === null ? undefined : t(`practices.evidence-${evidence}`),
    ),
  ]
  const topics = shared.length > 0 ? 'practices.compare-other-topics' : 'practices.facet-concept'
  return { facts, otherTopics: [row(topics, ({ concepts }) => topicsOf(t, concepts, shared))] }
}

/** What all of them are about, in one cell across the columns. */
export const SharedTopics = (props: { t: Translate; shared: readonly string[]; columns: number }) =>
  props.shared.length === 0 ? null : (
    <tr role="row" class="comparison-row">
      <th scope="row" role="rowheader">
        {props.t('practices.compare-shared')}
      </th>
      <td role="cell" colspan={props.columns} class="comparison-shared">
        {props.shared.map((slug) => conceptLabel(slug, props.t.lang)).join(', ')}
      </td>
    </tr>
  )
