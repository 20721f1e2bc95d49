// A day. The browser's own calendar, in the reader's way of writing dates; arrives as YYYY-MM-DD.
import { Field, type FieldProps, wiringOf } from '../field/field.tsx'

export interface DateFieldProps extends FieldProps {
  /** YYYY-MM-DD as typed, or a Date of which the UTC day is taken. */
  readonly value?: string | readonly string[] | Date | null | undefined
  /** YYYY-MM-DD */
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly autocomplete?: string | undefined
}

const dayOf = (value: DateFieldProps['value']): string =>
  value instanceof Date ? value.toISOString().slice(0, 10) : typeof value === 'string' ? value : ''

export const DateField = (props: DateFieldProps) => {
  const wiring = wiringOf(props)
  return (
    <Field {...props} wiring={wiring}>
      <input
        class="control control-short"
        type="date"
        id={wiring.id}
        name={props.name}
        value={dayOf(props.value)}
        required={props.required}
        min={props.min}
        max={props.max}
        autocomplete={props.autocomplete}
        aria-describedby={wiring.describedBy}
        aria-invalid={wiring.error ? 'true' : undefined}
      />
    </Field>
  )
}
