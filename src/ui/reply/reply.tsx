// A thread: who answered what, one below the other.
import type { Child } from 'hono/jsx'
import { formatMoment, type Translate } from '#kernel/locale.ts'
import { LanguageMark } from '../language-mark/language-mark.tsx'
import { PersonLine, type PersonLineProps } from '../person-line/person-line.tsx'
import { StateMark, type StateMarkProps } from '../state-mark/state-mark.tsx'

export interface ReplyProps {
  readonly t: Translate
  /** Anchor: `reply-12`. */
  readonly id: string
  readonly author: PersonLineProps
  readonly when: Date
  /** Changes with what it says, so that a page that is read along knows which to draw anew. */
  readonly mark?: string | undefined
  /** That it was changed, beside the moment. */
  readonly changed?: Child | undefined
  /** Language of the text. */
  readonly lang: string
  readonly state?: StateMarkProps | undefined
  /** Small buttons: edit, withdraw, report. */
  readonly actions?: Child | undefined
  /** Replies to this one: Reply elements. */
  readonly replies?: readonly Child[] | undefined
  /** The text: Prose or PlainText. */
  readonly children: Child
}

export const Reply = ({
  t,
  id,
  author,
  when,
  mark,
  changed,
  lang,
  state,
  actions,
  replies = [],
  children,
}: ReplyProps) => (
  <article class="reply" id={id} data-mark={mark}>
    <header class="reply-head">
      <PersonLine {...author} />
      <p class="reply-marks">
        {state && <StateMark {...state} />}
        <LanguageMark t={t} lang={lang} />
        <a class="reply-when" href={`#${id}`}>
          <time datetime={when.toISOString()}>{formatMoment(t.lang, when)}</time>
        </a>
        {changed}
      </p>
    </header>
    <div class="reply-text" lang={lang === t.lang ? undefined : lang}>
      {children}
    </div>
    {actions && <div class="reply-actions">{actions}</div>}
    {replies.length > 0 && (
      <ol class="replies">
        {replies.map((reply) => (
          <li>{reply}</li>
        ))}
      </ol>
    )}
  </article>
)

/** The replies of a thing; each a Reply. */
export const Replies = ({
  replies,
  label,
}: {
  readonly replies: readonly Child[]
  readonly label?: string | undefined
}) => (
  <ol class="replies" aria-label={label}>
    {replies.map((reply) => (
      <li>{reply}</li>
    ))}
  </ol>
)
