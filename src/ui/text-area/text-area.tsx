// Several lines to type in; grows with what is written where the browser can (field-sizing).
import { Field, type FieldProps, type FieldValue, textOf, wiringOf } from '../field/field.tsx'

export interface TextAreaProps extends FieldProps {
  readonly value?: FieldValue
  /** Lines at the start; default 5. */
  readonly rows?: number | undefined
  readonly lang?: string | undefined
  readonly maxlength?: number | undefined
  readonly placeholder?: string | undefined
}

export const TextArea = (props: TextAreaProps) => {
  const wiring = wiringOf(props)
  return (
    <Field {...props} wiring={wiring}>
      <textarea
        class="control control-full"
        id={wiring.id}
        name={props.name}
        rows={props.rows ?? 5}
        required={props.required}
        lang={props.lang}
        maxlength={props.maxlength}
        placeholder={props.placeholder}
        aria-describedby={wiring.describedBy}
        aria-invalid={wiring.error ? 'true' : undefined}
      >
        {textOf(props.value)}
      </textarea>
    </Field>
  )
}
