// Asking as a member city, for what is delicate: closed at first, since most questions are not.
import { CheckField } from '#ui/check-field/check-field.tsx'
import { Stack } from '#ui/page/page.tsx'
import type { QuestionFieldsProps } from './question-fields.tsx'

export const VeilFields = ({ t, typed, issues }: Pick<QuestionFieldsProps, 't' | 'typed' | 'issues'>) => (
  <details class="question-more" open={typed['veiled'] === 'yes'}>
    <summary>{t('questions.veil')}</summary>
    <Stack>
      <p>{t('questions.veil-text')}</p>
      <CheckField
        t={t}
        name="veiled"
        label={t('questions.field-veiled')}
        hint={t('questions.hint-veiled')}
        issues={issues}
        checked={typed['veiled'] === 'yes'}
      />
      <CheckField
        t={t}
        name="told"
        label={t('questions.field-told')}
        issues={issues}
        checked={typed['told'] === 'yes'}
      />
    </Stack>
  </details>
)
