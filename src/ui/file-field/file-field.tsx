// Files to hand in; the form around it must be `multipart`. A script warns about size before the upload starts.
import { Field, type FieldProps, wiringOf } from '../field/field.tsx'

export interface FileFieldProps extends FieldProps {
  readonly multiple?: boolean | undefined
  /** As in HTML: ".pdf,.docx,image/*". */
  readonly accept?: string | undefined
  /** Per file, in bytes; shown by the hint you write, checked before the upload and again on the server. */
  readonly maximumBytes?: number | undefined
}

export const FileField = (props: FileFieldProps) => {
  const wiring = wiringOf(props)
  return (
    <Field {...props} wiring={wiring}>
      <input
        class="control control-file"
        type="file"
        id={wiring.id}
        name={props.name}
        required={props.required}
        multiple={props.multiple}
        accept={props.accept}
        data-maximum-bytes={props.maximumBytes}
        data-too-large={props.maximumBytes === undefined ? undefined : props.t('ui.file-too-large')}
        aria-describedby={wiring.describedBy}
        aria-invalid={wiring.error ? 'true' : undefined}
      />
    </Field>
  )
}
