// Long work, in numbers: may be left, reports at the end. It asks again by itself, with script and without.
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { formatNumber, type Translate } from '#kernel/locale.ts'
import { Icon } from '../icon/icon.tsx'

export interface ProgressPanelProps {
  readonly t: Translate
  readonly title: string
  readonly state: 'waiting' | 'running' | 'finished' | 'failed'
  readonly done?: number | undefined
  readonly total?: number | undefined
  /** While it runs: the address that answers with this panel anew (header X-Fragment). */
  readonly refreshHref?: string | undefined
  /** The report, or what happens next. */
  readonly children?: Child
}

const icons = { waiting: 'clock', running: 'clock', finished: 'circle-check', failed: 'circle-alert' } as const

export const ProgressPanel = ({ t, title, state, done = 0, total, refreshHref, children }: ProgressPanelProps) => {
  const numbers =
    total === undefined
      ? undefined
      : t('ui.progress-of', { done: formatNumber(t.lang, done), total: formatNumber(t.lang, total) })
  return (
    <section
      class={`progress-panel progress-${state}`}
      aria-label={title}
      data-refresh={state === 'running' || state === 'waiting' ? refreshHref : undefined}
    >
      <p class="progress-title">
        <Icon name={icons[state]} />
        <strong>{title}</strong>
        <span class="progress-state">{t(`ui.progress-${state}`)}</span>
      </p>
      {state === 'running' && (
        <progress max={total} value={total === undefined ? undefined : done} aria-label={title} />
      )}
      {numbers && <p class="progress-numbers">{numbers}</p>}
      {children && <div class="progress-report">{children}</div>}
      {state === 'running' && refreshHref !== undefined && (
        // Without script the whole page is asked for again. Raw: drawn as an element, Hono lifts it into the head, and it reloads for everybody.
        <noscript>{raw('<meta http-equiv="refresh" content="3">')}</noscript>
      )}
      {state === 'running' && <p class="progress-leave">{t('ui.progress-leave')}</p>}
    </section>
  )
}
