// Who can see it, with the label of the Traffic Light Protocol.
import { type Audience, tlpLabel } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import { CheckField } from '#ui/check-field/check-field.tsx'
import { FieldSet } from '#ui/form/form.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import type { FormFields } from './form-fields.ts'

const audienceLabel = (t: Translate, { kind, name }: Audience): string =>
  `${t(`practices.audience-${kind}`)}${name === null ? '' : `: ${name}`} (${tlpLabel(kind)})`

export const AudienceFields = ({
  t,
  typed,
  issues,
  audiences,
}: FormFields & { readonly audiences: readonly Audience[] }) => (
  <FieldSet legend={t('practices.sara-audience')}>
    <SelectField
      t={t}
      name="audience"
      label={t('practices.field-audience')}
      hint={t('practices.hint-audience')}
      value={typed['audience']}
      issues={issues}
      options={[
        ...audiences.map((audience) => ({ value: String(audience.id), label: audienceLabel(t, audience) })),
        { value: 'persons', label: audienceLabel(t, { id: 0, kind: 'persons', name: t('practices.persons-new') }) },
      ]}
      required
    />
    <TextArea
      t={t}
      name="persons"
      label={t('practices.field-persons')}
      hint={t('practices.hint-persons')}
      value={typed['persons']}
      issues={issues}
      rows={2}
    />
    {issues?.some((issue) => issue.field === 'widen') && (
      <CheckField t={t} name="widen" value="yes" label={t('practices.field-widen')} issues={issues} required />
    )}
  </FieldSet>
)
