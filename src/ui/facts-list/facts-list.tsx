// Facts of a thing: term and value. A fact without a value is left out.
import type { Child } from 'hono/jsx'

export interface FactEntry {
  readonly term: string
  readonly value: Child | null | undefined
}
export interface FactsListProps {
  readonly facts: readonly FactEntry[]
  /** Side by side, for the line below a title; default one below the other. */
  readonly inline?: boolean | undefined
}

const hasValue = ({ value }: FactEntry): boolean =>
  value !== null && value !== undefined && value !== '' && value !== false

export const FactsList = ({ facts, inline }: FactsListProps) => {
  const known = facts.filter(hasValue)
  if (known.length === 0) return null
  return (
    <dl class={inline ? 'facts-list facts-inline' : 'facts-list'}>
      {known.map(({ term, value }) => (
        <div>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
