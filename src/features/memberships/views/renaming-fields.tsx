// The fields of another name.
import { TextField } from '#ui/text-field/text-field.tsx'
import type { ActPageProps } from './act-page.tsx'
import { FirstDay } from './succession-fields.tsx'

export const RenamingFields = (props: ActPageProps) => (
  <>
    <TextField
      t={props.t}
      name="name"
      label={props.t('memberships.field-name')}
      hint={props.t('memberships.hint-name')}
      value={props.typed['name']}
      issues={props.issues}
      maxlength={120}
      required
    />
    <FirstDay {...props} />
  </>
)
