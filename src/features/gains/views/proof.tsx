// The evidence of an entry in its form: an address, a document, or both.
import { CheckField } from '#ui/check-field/check-field.tsx'
import { FileField } from '#ui/file-field/file-field.tsx'
import { FieldSet } from '#ui/form/form.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { fieldLabel } from '../words.ts'
import type { GainFormProps } from './gain-form.tsx'

export const Proof = ({ t, typed, issues, gain, size }: GainFormProps) => (
  <FieldSet legend={t('gains.column-evidence')}>
    <p>{t('gains.hint-evidence')}</p>
    <TextField
      t={t}
      issues={issues}
      name="link"
      type="url"
      label={fieldLabel(t, 'link')}
      value={typed['link']}
      maxlength={500}
    />
    <FileField
      t={t}
      issues={issues}
      name="file"
      label={fieldLabel(t, 'document')}
      hint={t('gains.hint-document', { megabytes: size.megabytes })}
      maximumBytes={size.bytes}
    />
    {gain?.document && (
      <CheckField
        t={t}
        name="withoutDocument"
        value="yes"
        label={t('gains.without-document', { name: gain.document.name })}
        checked={typed['withoutDocument'] === 'yes'}
      />
    )}
  </FieldSet>
)
