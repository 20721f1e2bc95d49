// A few numbers, each with its words.
import { formatNumber, type Translate } from '#kernel/locale.ts'

export interface Figure {
  /** A number is written in the reader's way. */
  readonly value: number | string
  readonly label: string
  readonly href?: string | undefined
}

export const StatFigures = ({ t, figures }: { readonly t: Translate; readonly figures: readonly Figure[] }) => (
  <ul class="stat-figures">
    {figures.map(({ value, label, href }) => {
      const number = <strong>{typeof value === 'number' ? formatNumber(t.lang, value) : value}</strong>
      return (
        <li>
          {href ? (
            <a href={href}>
              {number} <span>{label}</span>
            </a>
          ) : (
            <span class="stat-figure">
              {number} <span>{label}</span>
            </span>
          )}
        </li>
      )
    })}
  </ul>
)
