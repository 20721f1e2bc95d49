// The frame of the account's pages: title, and the way to the others.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'
import type { Issue } from '#kernel/outcome.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { paths } from '../paths.ts'

export interface AccountFrameProps {
  readonly t: Translate
  readonly title: string
  readonly lead?: Child
  readonly issues?: readonly Issue[]
  readonly children: Child
}

const pages = [
  { href: paths.account, label: 'accounts.profile' },
  { href: paths.accountSignIn, label: 'accounts.ways' },
  { href: paths.sessions, label: 'accounts.sessions' },
  { href: paths.tokens, label: 'accounts.tokens' },
  { href: '/my-data', label: 'privacy.title' },
]

const Ways = ({ t, title }: Pick<AccountFrameProps, 't' | 'title'>) => (
  <nav aria-label={t('accounts.account')}>
    <ul>
      {pages.map(({ href, label }) => (
        <li>
          <a href={href} aria-current={t(label) === title ? 'page' : undefined}>
            {t(label)}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

export const AccountFrame = ({ t, title, lead, issues, children }: AccountFrameProps) => (
  <>
    <ErrorSummary t={t} issues={issues} />
    <PageTitle t={t} kind={t('accounts.account')} title={title} lead={lead} />
    <PageBody aside={<Ways t={t} title={title} />}>{children}</PageBody>
  </>
)
