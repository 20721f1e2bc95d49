// One line to type in.
import { classList } from '../class-list.ts'
import { Field, type FieldProps, type FieldValue, textOf, wiringOf } from '../field/field.tsx'

export interface TextFieldProps extends FieldProps {
  readonly value?: FieldValue
  readonly type?: 'text' | 'email' | 'password' | 'url' | 'tel' | 'search' | undefined
  readonly autocomplete?: string | undefined
  /** Language of what is typed here, for spelling and reading aloud. */
  readonly lang?: string | undefined
  readonly inputmode?: 'numeric' | 'decimal' | 'email' | 'url' | 'tel' | 'search' | undefined
  readonly maxlength?: number | undefined
  /** How much is expected; a year is not drawn as wide as a title. */
  readonly width?: 'short' | 'medium' | 'full' | undefined
  readonly placeholder?: string | undefined
  readonly spellcheck?: boolean | undefined
  readonly autofocus?: boolean | undefined
}

export const TextField = (props: TextFieldProps) => {
  const wiring = wiringOf(props)
  return (
    <Field {...props} wiring={wiring}>
      <input
        class={classList('control', `control-${props.width ?? 'full'}`)}
        type={props.type ?? 'text'}
        id={wiring.id}
        name={props.name}
        value={textOf(props.value)}
        required={props.required}
        autocomplete={props.autocomplete}
        lang={props.lang}
        inputmode={props.inputmode}
        maxlength={props.maxlength}
        placeholder={props.placeholder}
        spellcheck={props.spellcheck}
        autofocus={props.autofocus}
        aria-describedby={wiring.describedBy}
        aria-invalid={wiring.error ? 'true' : undefined}
      />
    </Field>
  )
}
