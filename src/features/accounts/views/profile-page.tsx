// My account: name, language, and what I cannot change myself.
import type { Child } from 'hono/jsx'
import { languageName, languages, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button } from '#ui/button/button.tsx'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { Form } from '#ui/form/form.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { paths } from '../paths.ts'
import { AccountFrame } from './account-frame.tsx'

export interface ProfilePageProps {
  readonly t: Translate
  readonly address: string
  readonly organisationName: string
  readonly role: string
  /** Where nothing is sent to the address: what to do about it. */
  readonly pause?: Child | undefined
  readonly typed: Typed
  readonly issues?: readonly Issue[]
}

/** Each language by its own name, so that everybody finds theirs. */
export const languageOptions = languages.map((lang) => ({ value: lang, label: languageName(lang, lang), lang }))

export const ProfilePage = ({ t, address, organisationName, role, pause, typed, issues = [] }: ProfilePageProps) => (
  <AccountFrame t={t} title={t('accounts.profile')} issues={issues}>
    {pause}
    <FactsList
      facts={[
        { term: t('accounts.email'), value: address },
        { term: t('accounts.organisation'), value: organisationName },
        { term: t('accounts.duty'), value: t(`accounts.role-${role}`) },
      ]}
    />
    <Form t={t} action={paths.profile}>
      <TextField
        t={t}
        name="name"
        autocomplete="name"
        label={t('accounts.name')}
        value={typed.name}
        issues={issues}
        maxlength={120}
        required
      />
      <SelectField
        t={t}
        name="lang"
        label={t('accounts.language')}
        hint={t('accounts.language-hint')}
        value={typed.lang}
        options={languageOptions}
        issues={issues}
        required
      />
      <Button tone="primary">{t('accounts.save')}</Button>
    </Form>
  </AccountFrame>
)
