// What was reported or hidden, as it stood, and the fields in which a reason is given.
import { formatMoment, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { renderMarkdown } from '#platform/text/markdown.ts'
import { ChoiceField } from '#ui/choice-field/choice-field.tsx'
import { Panel } from '#ui/page/page.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import { Quote } from '#ui/quote/quote.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { isForgotten, type Reason, reasons } from '../care.ts'

export interface WrittenProps {
  readonly t: Translate
  readonly title: string
  readonly text: string
  readonly lang: string
  /** Where it stands, as far as the viewer reaches it. */
  readonly href?: string | undefined
}

export const Written = ({ t, title, text, lang, href }: WrittenProps) => (
  <Panel title={t('care.as-it-stood')}>
    {href === undefined ? (
      title !== '' && (
        <p lang={lang}>
          <strong>{title}</strong>
        </p>
      )
    ) : (
      <p lang={title === '' ? undefined : lang}>
        <strong>
          <a href={href}>{title || t('care.as-it-stood')}</a>
        </strong>
      </p>
    )}
    {isForgotten({ title, text }) ? <p>{t('care.forgotten')}</p> : <Prose html={renderMarkdown(text)} lang={lang} />}
    {href === undefined && !isForgotten({ title, text }) && <p>{t('care.no-more')}</p>}
  </Panel>
)

export interface ReasonGivenProps {
  readonly t: Translate
  readonly reason: Reason
  readonly words: string
  readonly at: Date
}

export const ReasonGiven = ({ t, reason, words, at }: ReasonGivenProps) => (
  <>
    <p>
      {t('care.reason', { reason: t(`care.reason-${reason}`) })} · {formatMoment(t.lang, at)}
    </p>
    {words !== '' && (
      <Quote>
        <p>{words}</p>
      </Quote>
    )}
  </>
)

export interface ReasonFieldsProps {
  readonly t: Translate
  readonly typed: Typed
  readonly issues: readonly Issue[]
  readonly hint: string
}

export const ReasonFields = ({ t, typed, issues, hint }: ReasonFieldsProps) => (
  <>
    <ChoiceField
      t={t}
      name="reason"
      label={t('care.field-reason')}
      value={typed['reason']}
      issues={issues}
      choices={reasons.map((reason) => ({
        value: reason,
        label: t(`care.reason-${reason}`),
        hint: t(`care.hint-${reason}`),
      }))}
      required
    />
    <TextArea
      t={t}
      name="words"
      label={t('care.field-words')}
      hint={hint}
      value={typed['words']}
      issues={issues}
      rows={3}
      maxlength={1000}
    />
  </>
)
