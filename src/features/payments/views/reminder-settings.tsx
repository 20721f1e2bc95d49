// How long an issuer waits before each step, and what its statutes say.
import { languageName, languages } from '#kernel/locale.ts'
import { Button, ButtonRow } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Section } from '#ui/page/page.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { settingsPath } from '../paths.ts'
import type { RemindersPageProps } from './reminders-page.tsx'

const days = ['firstAfter', 'secondAfter', 'lastAfter', 'daysToPay'] as const
const names = {
  firstAfter: 'first-after',
  secondAfter: 'second-after',
  lastAfter: 'last-after',
  daysToPay: 'days-to-pay',
}

const Statutes = ({ t, settings, typed, issues }: RemindersPageProps) => (
  <details class="confirm-step">
    <summary class="button button-quiet button-small">{t('payments.statutes')}</summary>
    <p>{t('payments.statutes-hint', { usual: t('payments.mail-statutes') })}</p>
    {languages.map((lang) => (
      <TextArea
        t={t}
        name={`statutes-${lang}`}
        label={languageName(t.lang, lang)}
        value={typed[`statutes-${lang}`] ?? settings.statutes[lang]}
        issues={issues}
        lang={lang}
        rows={2}
        maxlength={1000}
      />
    ))}
  </details>
)

export const ReminderSettingsForm = (props: RemindersPageProps) => {
  const { t, settings, typed, issues } = props
  return (
    <Section title={t('payments.settings')}>
      <Form t={t} action={settingsPath} label={t('payments.settings')}>
        {days.map((name) => (
          <TextField
            t={t}
            name={name}
            label={t(`payments.field-${names[name]}`)}
            value={typed[name] ?? String(settings[name])}
            issues={issues}
            inputmode="numeric"
            width="short"
            required
          />
        ))}
        <Statutes {...props} />
        <ButtonRow>
          <Button>{t('payments.save')}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}
