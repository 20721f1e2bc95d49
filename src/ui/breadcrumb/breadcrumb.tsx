// The way up from here.
import type { Translate } from '#kernel/locale.ts'

export interface Crumb {
  readonly label: string
  readonly href: string
}

export const Breadcrumb = ({ t, crumbs }: { readonly t: Translate; readonly crumbs: readonly Crumb[] }) =>
  crumbs.length === 0 ? null : (
    <nav class="breadcrumb" aria-label={t('ui.breadcrumb')}>
      <ol>
        {crumbs.map(({ label, href }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
