// Inviting somebody into the organisation.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import type { Role } from '#kernel/viewer.ts'
import { Button } from '#ui/button/button.tsx'
import { ChoiceField } from '#ui/choice-field/choice-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import type { SteeredOrganisation } from '../account.ts'
import { paths } from '../paths.ts'
import { languageOptions } from './profile-page.tsx'

interface InviteFormProps {
  readonly t: Translate
  readonly organisation: SteeredOrganisation
  readonly roles: readonly Role[]
  readonly issues: readonly Issue[] | undefined
  readonly typed: Typed | undefined
}

export const InviteForm = ({ t, issues, typed, organisation, roles }: InviteFormProps) => {
  const common = { t, issues, required: true }
  const choices = roles.map((role) => ({
    value: role,
    label: t(`accounts.role-${role}`),
    hint: t(`accounts.role-${role}-hint`),
  }))
  return (
    <Form t={t} action={paths.invitations} hidden={{ organisation: organisation.slug }} label={t('accounts.invite')}>
      <TextField {...common} name="name" label={t('accounts.name')} value={typed?.name} maxlength={120} />
      <TextField
        {...common}
        name="email"
        type="email"
        label={t('accounts.email')}
        value={typed?.email}
        maxlength={254}
      />
      <ChoiceField
        {...common}
        name="role"
        label={t('accounts.duty')}
        value={typed?.role ?? 'colleague'}
        choices={choices}
      />
      <SelectField
        {...common}
        name="lang"
        label={t('accounts.invitation-language')}
        value={typed?.lang ?? t.lang}
        options={languageOptions}
      />
      <Button tone="primary" icon="send">
        {t('accounts.invite-send')}
      </Button>
    </Form>
  )
}
