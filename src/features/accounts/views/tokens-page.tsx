// Personal tokens: for programs that ask the API in my name.
import { formatDate, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/page/page.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { type Token, tokenDays } from '../account.ts'
import { paths } from '../paths.ts'
import { AccountFrame } from './account-frame.tsx'

export interface TokensPageProps {
  readonly t: Translate
  readonly tokens: readonly Token[]
  readonly now: Date
  /** The secret of the one just made. */
  readonly fresh?: string
  readonly issues?: readonly Issue[]
  readonly typed?: Typed
}

const rowOf = (t: Translate, now: Date) => (token: Token) => [
  token.name,
  token.expiresAt > now ? formatDate(t.lang, token.expiresAt) : t('accounts.expired'),
  token.usedAt === null ? t('accounts.never') : formatDate(t.lang, token.usedAt),
  <ConfirmStep
    label={t('accounts.remove')}
    question={t('accounts.token-remove-question', { name: token.name })}
    action={paths.tokenRemoval(token.id)}
    confirm={t('accounts.remove')}
  />,
]

const Table = ({ t, tokens, now }: Pick<TokensPageProps, 't' | 'tokens' | 'now'>) => (
  <DataTable
    t={t}
    caption={t('accounts.tokens')}
    hideCaption
    columns={[
      { label: t('accounts.token-name') },
      { label: t('accounts.valid-until') },
      { label: t('accounts.last-used') },
      { label: t('accounts.remove'), hiddenLabel: true },
    ]}
    rows={tokens.map(rowOf(t, now))}
  />
)

const Fresh = ({ t, fresh }: { readonly t: Translate; readonly fresh: string }) => (
  <Notice tone="success" title={t('accounts.token-made')} announced>
    <p>
      <code>{fresh}</code>
    </p>
    <p>{t('accounts.shown-once')}</p>
  </Notice>
)

export const TokensPage = ({ t, tokens, now, fresh, issues = [], typed }: TokensPageProps) => (
  <AccountFrame t={t} title={t('accounts.tokens')} lead={t('accounts.tokens-lead')} issues={issues}>
    {fresh !== undefined && <Fresh t={t} fresh={fresh} />}
    {tokens.length > 0 && <Table t={t} tokens={tokens} now={now} />}
    <Section title={t('accounts.token-new')}>
      <Form t={t} action={paths.tokens}>
        <TextField
          t={t}
          name="name"
          label={t('accounts.token-name')}
          hint={t('accounts.token-name-hint', { days: tokenDays })}
          value={typed?.name}
          issues={issues}
          maxlength={120}
          width="medium"
          required
        />
        <Button tone="primary">{t('accounts.token-create')}</Button>
      </Form>
    </Section>
  </AccountFrame>
)
