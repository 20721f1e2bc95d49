// A sentence set apart: that something worked, or what to know before going on.
import type { Child } from 'hono/jsx'
import type { IconName } from '../icon/drawings.ts'
import { Icon } from '../icon/icon.tsx'

export type Tone = 'info' | 'success' | 'warning' | 'danger'

export interface NoticeProps {
  readonly tone?: Tone | undefined
  readonly title?: string | undefined
  /** Read aloud when the page opens: for what has just happened. */
  readonly announced?: boolean | undefined
  readonly children?: Child
}

const signs: Record<Tone, IconName> = {
  info: 'info',
  success: 'circle-check',
  warning: 'triangle-alert',
  danger: 'circle-alert',
}

export const Notice = ({ tone = 'info', title, announced, children }: NoticeProps) => (
  <div class={`notice notice-${tone}`} role={announced ? (tone === 'danger' ? 'alert' : 'status') : undefined}>
    <Icon name={signs[tone]} />
    <div class="notice-text">
      {title && <p class="notice-title">{title}</p>}
      {children}
    </div>
  </div>
)
