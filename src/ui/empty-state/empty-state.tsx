// What belongs here, and the first step towards it.
import type { Child } from 'hono/jsx'
import type { IconName } from '../icon/drawings.ts'
import { Icon } from '../icon/icon.tsx'

export interface EmptyStateProps {
  readonly title: string
  readonly text?: Child | undefined
  readonly icon?: IconName | undefined
  /** A ButtonLink, a PostButton. */
  readonly action?: Child | undefined
}

export const EmptyState = ({ title, text, icon, action }: EmptyStateProps) => (
  <div class="empty-state">
    {icon && <Icon name={icon} />}
    <p class="empty-title">{title}</p>
    {text && <p class="empty-text">{text}</p>}
    {action}
  </div>
)
