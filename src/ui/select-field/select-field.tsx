// One of many, by name; for up to about six use ChoiceField, which shows them all.
import { Field, type FieldProps, type FieldValue, textOf, wiringOf } from '../field/field.tsx'

export interface SelectOption {
  readonly value: string
  readonly label: string
  readonly lang?: string | undefined
}
export interface SelectFieldProps extends FieldProps {
  readonly value?: FieldValue
  readonly options: readonly SelectOption[]
  /** Words of an empty first entry: "Choose a country". */
  readonly empty?: string | undefined
  readonly autocomplete?: string | undefined
}

export const SelectField = (props: SelectFieldProps) => {
  const wiring = wiringOf(props)
  const chosen = textOf(props.value)
  return (
    <Field {...props} wiring={wiring}>
      <select
        class="control"
        id={wiring.id}
        name={props.name}
        required={props.required}
        autocomplete={props.autocomplete}
        aria-describedby={wiring.describedBy}
        aria-invalid={wiring.error ? 'true' : undefined}
      >
        {props.empty !== undefined && <option value="">{props.empty}</option>}
        {props.options.map((option) => (
          <option value={option.value} lang={option.lang} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
