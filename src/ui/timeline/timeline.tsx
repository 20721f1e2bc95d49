// What happened when, one below the other.
import type { Child } from 'hono/jsx'
import { formatDate, type Translate } from '#kernel/locale.ts'

export interface TimelineEntry {
  /** A day, or words such as a year. */
  readonly when: Date | string
  readonly title: Child
  readonly text?: Child | undefined
  /** Not yet: planned. */
  readonly ahead?: boolean | undefined
}
export interface TimelineProps {
  readonly t: Translate
  readonly entries: readonly TimelineEntry[]
  readonly label?: string | undefined
}

const When = ({ t, when }: { t: Translate; when: Date | string }) =>
  typeof when === 'string' ? (
    <span class="timeline-when">{when}</span>
  ) : (
    <time class="timeline-when" datetime={when.toISOString().slice(0, 10)}>
      {formatDate(t.lang, when)}
    </time>
  )

export const Timeline = ({ t, entries, label }: TimelineProps) => (
  <ol class="timeline" aria-label={label}>
    {entries.map((entry) => (
      <li class={entry.ahead ? 'timeline-ahead' : undefined}>
        <When t={t} when={entry.when} />
        <div class="timeline-title">{entry.title}</div>
        {entry.text && <div class="timeline-text">{entry.text}</div>}
      </li>
    ))}
  </ol>
)
