// The table of the comparison: a column for each practice, a row for each field; on small screens the columns follow each other.
// biome-ignore-all lint/a11y/noRedundantRoles: Safari drops the meaning of a table whose rows are laid out as a grid.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'
import type { CitySize } from '../../members/public.ts'
import { comparedGroups, partsOfAny, sharedConcepts, shortNames } from '../comparison.ts'
import { isSilent, type PartName } from '../practice.ts'
import type { ComparedPractice } from '../store-comparing.ts'
import { type ComparedFact, comparedFacts, SharedTopics } from './comparison-facts.tsx'
import { ComparisonHead } from './comparison-head.tsx'
import { PartText } from './part-text.tsx'

export interface ComparisonTableProps {
  readonly t: Translate
  readonly practices: readonly ComparedPractice[]
  readonly sizes: readonly CitySize[]
}

interface RowProps {
  readonly t: Translate
  readonly label: string
  readonly names: readonly string[]
  readonly cells: readonly (Child | undefined)[]
}

/** A field that nobody has is no row. */
const Row = ({ t, label, names, cells }: RowProps) =>
  cells.every((cell) => cell === undefined) ? null : (
    <tr role="row" class="comparison-row">
      <th scope="row" role="rowheader">
        {label}
      </th>
      {cells.map((cell, index) => (
        <td role="cell" data-label={names[index]}>
          {cell ?? <span class="comparison-nothing">{t('practices.compare-nothing')}</span>}
        </td>
      ))}
    </tr>
  )

const Group = ({ label, children }: { label: string; children: Child }) => (
  <tbody role="rowgroup">
    <tr role="row" class="comparison-group">
      <th scope="rowgroup">{label}</th>
    </tr>
    {children}
  </tbody>
)

const textOf = (t: Translate, practice: ComparedPractice, name: PartName): Child | undefined =>
  isSilent(practice, name) ? undefined : <PartText t={t} practice={practice} name={name} />

const Texts = ({ t, practices }: ComparisonTableProps) => {
  const names = shortNames(practices)
  const groups = comparedGroups
    .map(({ label, parts }) => ({ label, parts: partsOfAny(practices, parts) }))
    .filter(({ parts }) => parts.length > 0)
  return (
    <>
      {groups.map(({ label, parts }) => (
        <Group label={t(label)}>
          {parts.map((part) => {
            const cells = practices.map((practice) => textOf(t, practice, part))
            return <Row t={t} label={t(`practices.part-${part}`)} names={names} cells={cells} />
          })}
        </Group>
      ))}
    </>
  )
}

const idsBut = (practices: readonly ComparedPractice[], id: number): number[] =>
  practices.map((one) => one.id).filter((one) => one !== id)

export const ComparisonTable = (props: ComparisonTableProps) => {
  const { t, practices, sizes } = props
  const shared = sharedConcepts(practices)
  const names = shortNames(practices)
  const { facts, otherTopics } = comparedFacts(t, practices, sizes, shared)
  const row = ({ label, cells }: ComparedFact) => <Row t={t} label={label} names={names} cells={cells} />
  return (
    <table class={`comparison comparison-of-${practices.length}`} role="table">
      <caption class="visually-hidden">{t('practices.compare-title')}</caption>
      <thead role="rowgroup">
        <tr role="row" class="comparison-row">
          <td class="visually-hidden" role="cell" />
          {practices.map((practice) => (
            <ComparisonHead t={t} practice={practice} others={idsBut(practices, practice.id)} />
          ))}
        </tr>
      </thead>
      <Group label={t('practices.compare-facts')}>
        {facts.map(row)}
        <SharedTopics t={t} shared={shared} columns={practices.length} />
        {otherTopics.map(row)}
      </Group>
      <Texts {...props} />
    </table>
  )
}
