// Setting a password together with an authenticator app, changing it, and the recovery codes, which are shown once.
import type { Translate } from '#kernel/locale.ts'
import type { Issue } from '#kernel/outcome.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/page/page.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { paths } from '../paths.ts'
import { AccountFrame } from './account-frame.tsx'

interface FieldsProps {
  readonly t: Translate
  readonly issues: readonly Issue[]
  readonly codeLabel: string
  readonly codeHint: string
}

const NewPasswordField = ({ t, issues }: Pick<FieldsProps, 't' | 'issues'>) => (
  <TextField
    t={t}
    name="password"
    type="password"
    autocomplete="new-password"
    label={t('accounts.new-password')}
    hint={t('accounts.new-password-hint')}
    issues={issues}
    required
  />
)

const CodeField = ({ t, issues, codeLabel, codeHint }: FieldsProps) => (
  <TextField
    t={t}
    name="code"
    autocomplete="one-time-code"
    width="short"
    label={codeLabel}
    hint={codeHint}
    issues={issues}
    spellcheck={false}
    required
  />
)

export interface PasswordSetupPageProps {
  readonly t: Translate
  readonly issues?: readonly Issue[]
  /** What the app scans, as a data address, and as text for typing. */
  readonly picture: string
  readonly secret: string
  readonly sealed: string
}

/** "ABCD EFGH …" is typed with fewer slips. */
const inFours = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ')

export const PasswordSetupPage = ({ t, issues = [], picture, secret, sealed }: PasswordSetupPageProps) => (
  <AccountFrame t={t} title={t('accounts.password-set')} lead={t('accounts.password-set-lead')} issues={issues}>
    <Form t={t} action={paths.accountPassword} hidden={{ sealed }}>
      <Section title={t('accounts.setup-scan')}>
        <p>{t('accounts.setup-scan-about')}</p>
        <img src={picture} alt={t('accounts.setup-picture')} width="220" height="220" />
        <p>{t('accounts.setup-type')}</p>
        <p>
          <code>{inFours(secret)}</code>
        </p>
      </Section>
      <CodeField t={t} issues={issues} codeLabel={t('accounts.setup-code')} codeHint={t('accounts.setup-code-hint')} />
      <NewPasswordField t={t} issues={issues} />
      <Button tone="primary">{t('accounts.password-set')}</Button>
    </Form>
  </AccountFrame>
)

export const PasswordChangePage = ({
  t,
  issues = [],
}: {
  readonly t: Translate
  readonly issues?: readonly Issue[]
}) => (
  <AccountFrame t={t} title={t('accounts.password-change')} issues={issues}>
    <Form t={t} action={paths.accountPassword}>
      <NewPasswordField t={t} issues={issues} />
      <CodeField t={t} issues={issues} codeLabel={t('accounts.code')} codeHint={t('accounts.code-hint')} />
      <Button tone="primary">{t('accounts.password-change')}</Button>
    </Form>
  </AccountFrame>
)

export const RecoveryCodesPage = ({ t, codes }: { readonly t: Translate; readonly codes: readonly string[] }) => (
  <AccountFrame t={t} title={t('accounts.codes')} lead={t('accounts.codes-lead')}>
    <Notice tone="warning" announced>
      <p>{t('accounts.shown-once')}</p>
    </Notice>
    <ul>
      {codes.map((code) => (
        <li>
          <code>{code}</code>
        </li>
      ))}
    </ul>
    <ButtonLink tone="primary" href={paths.accountSignIn}>
      {t('accounts.codes-kept')}
    </ButtonLink>
  </AccountFrame>
)
