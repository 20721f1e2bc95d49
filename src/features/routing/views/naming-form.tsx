// The field in which somebody names who knows better.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button } from '#ui/button/button.tsx'
import { ChoiceField } from '#ui/choice-field/choice-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { namingPath } from '../paths.ts'
import type { Namesake } from '../store-asked.ts'

export interface NamingFormProps {
  readonly t: Translate
  readonly id: number
  readonly typed?: Typed
  readonly issues?: readonly Issue[]
  /** Where several have the name that was typed. */
  readonly namesakes?: readonly Namesake[]
}

export const NamingForm = ({ t, id, typed = {}, issues = [], namesakes = [] }: NamingFormProps) => (
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
    {namesakes.length > 0 && (
      <ChoiceField
        t={t}
        name="person"
        label={t('routing.field-person')}
        value={typed['person']}
        issues={issues}
        required
        choices={namesakes.map(({ id: person, name, organisationName }) => ({
          value: String(person),
          label: `${name}, ${organisationName}`,
        }))}
      />
    )}
    <Button small>{t('routing.name-confirm')}</Button>
  </Form>
)
