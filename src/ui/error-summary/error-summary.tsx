// What has to be changed, on top of the form; takes the focus, each sentence leads to its field.
import type { Translate } from '#kernel/locale.ts'
import type { Issue } from '#kernel/outcome.ts'

export interface ErrorSummaryProps {
  readonly t: Translate
  /** Draws nothing without any. `message` is a message key. An issue with field '' concerns the whole form. */
  readonly issues: readonly Issue[] | undefined
  /** Names of the fields, as their labels say: `{ title: t('practices.title') }`; put before each sentence. */
  readonly labels?: Readonly<Record<string, string>> | undefined
  /** Default true. */
  readonly takesFocus?: boolean | undefined
}

const sentence = ({ t, labels = {} }: ErrorSummaryProps, { field, message, values }: Issue): string =>
  [labels[field], t(message, values)].filter(Boolean).join(': ')

export const ErrorSummary = (props: ErrorSummaryProps) => {
  const { t, issues = [], takesFocus = true } = props
  if (issues.length === 0) return null
  return (
    <div
      class="error-summary"
      role="alert"
      tabindex={-1}
      data-takes-focus={takesFocus ? '' : undefined}
      autofocus={takesFocus}
    >
      <h2>{t('ui.error-summary', { count: issues.length })}</h2>
      <ul>
        {issues.map((issue) => (
          <li>
            {issue.field === '' ? sentence(props, issue) : <a href={`#${issue.field}`}>{sentence(props, issue)}</a>}
          </li>
        ))}
      </ul>
    </div>
  )
}
