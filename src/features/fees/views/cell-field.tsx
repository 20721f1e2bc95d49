// A cell of the table to type in: named for those who do not see its row and column, with its fault below.
import type { Translate } from '#kernel/locale.ts'
import type { Issue } from '#kernel/outcome.ts'
import { classList } from '#ui/class-list.ts'
import { FieldNotes, wiringOf } from '#ui/field/field.tsx'

export interface CellFieldProps {
  readonly t: Translate
  readonly name: string
  /** Column and row in words. */
  readonly label: string
  readonly value: string
  readonly issues: readonly Issue[]
}

export const CellField = (props: CellFieldProps) => {
  const wiring = wiringOf(props)
  return (
    <div class={classList('fee-cell', wiring.error !== undefined && 'fee-cell-wrong')}>
      <input
        class="control"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        maxlength={30}
        id={wiring.id}
        name={props.name}
        value={props.value}
        aria-label={props.label}
        aria-describedby={wiring.describedBy}
        aria-invalid={wiring.error ? 'true' : undefined}
      />
      <FieldNotes t={props.t} hint={undefined} wiring={wiring} />
    </div>
  )
}

export const CellChoice = (
  props: CellFieldProps & { readonly options: readonly { readonly value: string; readonly label: string }[] },
) => (
  <div class="fee-cell">
    <select class="control" id={props.name} name={props.name} aria-label={props.label}>
      {props.options.map(({ value, label }) => (
        <option value={value} selected={value === props.value}>
          {label}
        </option>
      ))}
    </select>
  </div>
)
