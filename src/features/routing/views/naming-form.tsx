// The field in which somebody names who knows better.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { namingPath } from '../paths.ts'

export interface NamingFormProps {
  readonly t: Translate
  readonly id: number
  readonly typed?: Typed
  readonly issues?: readonly Issue[]
}

export const NamingForm = ({ t, id, typed = {}, issues = [] }: NamingFormProps) => (
  <Form t={t} action={namingPath(id)} label={t('routing.name')}>
    <TextField
      t={t}
      name="colleague"
      label={t('routing.field-colleague')}
      hint={t('routing.hint-colleague')}
      value={typed['colleague']}
      issues={issues}
      maxlength={200}
      required
    />
    <Button small>{t('routing.name-confirm')}</Button>
  </Form>
)
