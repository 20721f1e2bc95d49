// What has to be changed, on top of the form; takes the focus, each sentence leads to its field.
import type { Translate } from '#kernel/locale.ts'
import type { Issue } from '#kernel/outcome.ts'

export interface ErrorSummaryProps {
  readonly t: Translate
  /** Draws nothing without any. `message` is a message key. An issue with field '' concerns the whole form. */
  readonly issues: readonly Issue[] | undefined
  /** Default true. */
  readonly takesFocus?: boolean | undefined
}

export const ErrorSummary = ({ t, issues = [], takesFocus = true }: ErrorSummaryProps) =>
  issues.length === 0 ? null : (
    <div class="error-summary" role="alert" tabindex={-1} data-takes-focus={takesFocus} autofocus={takesFocus}>
      <h2>{t('ui.error-summary', { count: issues.length })}</h2>
      <ul>
        {issues.map((issue) => (
          <li>
            {issue.field === '' ? (
              t(issue.message, issue.values)
            ) : (
              <a href={`#${issue.field}`}>{t(issue.message, issue.values)}</a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
