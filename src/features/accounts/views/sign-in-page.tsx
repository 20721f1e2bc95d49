// Signing in: one question, the other ways below; in a demonstration, the people one may be.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import type { DemonstrationPerson } from '../account.ts'
import { paths } from '../paths.ts'
import { DemonstrationPeople } from './demonstration-people.tsx'
import { PasskeyDoor } from './passkey-door.tsx'

export interface SignInPageProps {
  readonly t: Translate
  readonly next: string
  readonly people: readonly DemonstrationPerson[]
  readonly issues?: readonly Issue[]
  readonly typed?: Typed
  /** Already translated: why one has to begin again. */
  readonly problem?: string
}

const LinkForm = ({ t, next, issues, typed }: SignInPageProps) => (
  <Form t={t} action={paths.links} hidden={{ next }} label={t('accounts.by-link')}>
    <TextField
      t={t}
      name="email"
      type="email"
      inputmode="email"
      autocomplete="username webauthn"
      label={t('accounts.email')}
      hint={t('accounts.by-link-hint')}
      value={typed?.email}
      issues={issues}
      maxlength={254}
      required
    />
    <Button tone="primary" icon="mail">
      {t('accounts.send-link')}
    </Button>
  </Form>
)

export const SignInPage = (props: SignInPageProps) => {
  const { t, next, people, issues, problem } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={t('accounts.sign-in')} lead={t('accounts.sign-in-lead')} />
      <PageBody>
        {problem && (
          <Notice tone="warning" announced>
            <p>{problem}</p>
          </Notice>
        )}
        {people.length > 0 && <DemonstrationPeople t={t} people={people} next={next} />}
        <Section title={t('accounts.by-link')}>
          <LinkForm {...props} />
        </Section>
        <Section title={t('accounts.other-ways')}>
          <ButtonRow>
            <ButtonLink href={paths.passwordWith(next)} icon="key-round">
              {t('accounts.by-password')}
            </ButtonLink>
            <PasskeyDoor t={t} act="sign-in" next={next}>
              {t('accounts.by-passkey')}
            </PasskeyDoor>
          </ButtonRow>
        </Section>
      </PageBody>
    </>
  )
}
