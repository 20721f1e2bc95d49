// Signing in with a password: address and password first, then the code.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { paths } from '../paths.ts'

export interface PasswordPageProps {
  readonly t: Translate
  readonly next: string
  readonly issues?: readonly Issue[]
  readonly typed?: Typed
}

const Fields = ({ t, issues, typed }: PasswordPageProps) => (
  <>
    <TextField
      t={t}
      name="email"
      type="email"
      inputmode="email"
      autocomplete="username"
      label={t('accounts.email')}
      value={typed?.email}
      issues={issues}
      maxlength={254}
      required
    />
    <TextField
      t={t}
      name="password"
      type="password"
      autocomplete="current-password"
      label={t('accounts.password')}
      issues={issues}
      required
    />
  </>
)

export const PasswordPage = (props: PasswordPageProps) => {
  const { t, next, issues } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={t('accounts.by-password')} lead={t('accounts.by-password-lead')} />
      <PageBody>
        <Form t={t} action={paths.password} hidden={{ next }}>
          <Fields {...props} />
          <ButtonRow>
            <Button tone="primary">{t('accounts.go-on')}</Button>
            <ButtonLink tone="quiet" href={paths.signIn(next)}>
              {t('accounts.other-ways')}
            </ButtonLink>
          </ButtonRow>
        </Form>
      </PageBody>
    </>
  )
}

export const CodePage = ({ t, next, issues, typed }: PasswordPageProps) => (
  <>
    <ErrorSummary t={t} issues={issues} />
    <PageTitle t={t} title={t('accounts.code-title')} lead={t('accounts.code-lead')} />
    <PageBody>
      <Form t={t} action={paths.code} hidden={{ next }}>
        <TextField
          t={t}
          name="code"
          autocomplete="one-time-code"
          width="medium"
          label={t('accounts.code')}
          hint={t('accounts.code-hint')}
          value={typed?.code}
          issues={issues}
          spellcheck={false}
          required
        />
        <Button tone="primary" icon="log-in">
          {t('accounts.sign-in')}
        </Button>
      </Form>
    </PageBody>
  </>
)
