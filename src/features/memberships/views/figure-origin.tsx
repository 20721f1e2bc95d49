// Of which day a figure is and where it comes from: for one figure, and for the rows of a table that do not say it themselves.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { DateField } from '#ui/date-field/date-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'

export interface FigureOriginProps {
  readonly t: Translate
  readonly typed: Typed
  readonly issues: readonly Issue[]
  readonly today: string
  /** About the day. */
  readonly hint?: string
}

export const FigureOrigin = ({ t, typed, issues, today, hint }: FigureOriginProps) => (
  <>
    <DateField
      t={t}
      name="as_of"
      label={t('memberships.column-as-of')}
      hint={hint}
      value={typed['as_of']}
      issues={issues}
      max={today}
      required
    />
    <TextField
      t={t}
      name="source"
      label={t('memberships.column-source')}
      hint={t('memberships.hint-source')}
      value={typed['source']}
      issues={issues}
      maxlength={300}
      required
    />
  </>
)
