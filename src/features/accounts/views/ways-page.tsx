// The ways in which I sign in: the link always works; a password with its second factor and passkeys may be added.
import { formatDate, type Translate } from '#kernel/locale.ts'
import { ButtonLink, ButtonRow, PostButton } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { Section } from '#ui/page/page.tsx'
import type { Passkey } from '../account.ts'
import { paths } from '../paths.ts'
import { AccountFrame } from './account-frame.tsx'
import { PasskeyDoor } from './passkey-door.tsx'

export interface WaysPageProps {
  readonly t: Translate
  readonly address: string
  readonly password: { readonly setAt: Date; readonly codesLeft: number } | undefined
  readonly passkeys: readonly Passkey[]
}

const Password = ({ t, password }: Pick<WaysPageProps, 't' | 'password'>) =>
  password === undefined ? (
    <>
      <p>{t('accounts.password-none')}</p>
      <ButtonLink href={paths.accountPassword} icon="key-round">
        {t('accounts.password-set')}
      </ButtonLink>
    </>
  ) : (
    <>
      <p>{t('accounts.password-since', { date: formatDate(t.lang, password.setAt), count: password.codesLeft })}</p>
      <ButtonRow>
        <ButtonLink href={paths.accountPassword}>{t('accounts.password-change')}</ButtonLink>
        <PostButton action={paths.recoveryCodes}>{t('accounts.codes-renew')}</PostButton>
      </ButtonRow>
      <ConfirmStep
        label={t('accounts.password-remove')}
        question={t('accounts.password-remove-question')}
        action={paths.passwordRemoval}
        confirm={t('accounts.password-remove-confirm')}
      />
    </>
  )

const rowOf = (t: Translate) => (key: Passkey) => [
  key.name,
  formatDate(t.lang, key.createdAt),
  key.usedAt === null ? t('accounts.never') : formatDate(t.lang, key.usedAt),
  <ConfirmStep
    label={t('accounts.remove')}
    question={t('accounts.passkey-remove-question', { name: key.name })}
    action={paths.passkeyRemoval(key.id)}
    confirm={t('accounts.remove')}
  />,
]

const Passkeys = ({ t, passkeys }: Pick<WaysPageProps, 't' | 'passkeys'>) => (
  <>
    <p>{t('accounts.passkeys-about')}</p>
    {passkeys.length > 0 && (
      <DataTable
        t={t}
        caption={t('accounts.passkeys')}
        hideCaption
        columns={[
          { label: t('accounts.device') },
          { label: t('accounts.added') },
          { label: t('accounts.last-used') },
          { label: t('accounts.remove'), hiddenLabel: true },
        ]}
        rows={passkeys.map(rowOf(t))}
      />
    )}
    <PasskeyDoor t={t} act="register" next={paths.accountSignIn}>
      {t('accounts.passkey-add')}
    </PasskeyDoor>
    <noscript>
      <p>{t('accounts.passkey-script')}</p>
    </noscript>
  </>
)

export const WaysPage = ({ t, address, password, passkeys }: WaysPageProps) => (
  <AccountFrame t={t} title={t('accounts.ways')}>
    <Section title={t('accounts.by-link')}>
      <p>{t('accounts.link-always', { address })}</p>
    </Section>
    <Section title={t('accounts.by-password')}>
      <Password t={t} password={password} />
    </Section>
    <Section title={t('accounts.passkeys')}>
      <Passkeys t={t} passkeys={passkeys} />
    </Section>
  </AccountFrame>
)
