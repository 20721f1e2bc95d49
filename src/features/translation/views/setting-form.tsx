// What the office decides: AMBER or not, and how much in a month.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonRow } from '#ui/button/button.tsx'
import { CheckField } from '#ui/check-field/check-field.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { settingsPath } from '../paths.ts'

interface SettingFormProps {
  readonly t: Translate
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

export const SettingForm = ({ t, typed, issues }: SettingFormProps) => (
  <>
    <ErrorSummary t={t} issues={issues} />
    <Form t={t} action={settingsPath} label={t('translation.allowed')}>
      <CheckField
        t={t}
        name="amber"
        label={t('translation.field-amber')}
        hint={t('translation.hint-amber')}
        checked={typed['amber'] === 'yes'}
        issues={issues}
      />
      <TextField
        t={t}
        name="monthly"
        label={t('translation.field-monthly')}
        hint={t('translation.hint-monthly')}
        value={typed['monthly']}
        issues={issues}
        inputmode="numeric"
        width="short"
        required
      />
      <ButtonRow>
        <Button>{t('translation.save')}</Button>
      </ButtonRow>
    </Form>
  </>
)
