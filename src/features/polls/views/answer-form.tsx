// The form in which a city answers, or changes its answer.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonRow } from '#ui/button/button.tsx'
import { CheckField } from '#ui/check-field/check-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/page/page.tsx'
import { answerPath } from '../paths.ts'
import type { AnswerFile, OwnAnswer, Poll } from '../poll.ts'
import { typedFromValues } from '../values.ts'
import { AnswerFields } from './answer-fields.tsx'

export interface AnswerFormProps {
  readonly t: Translate
  readonly poll: Poll
  /** Under the Chatham House Rule: the city is not told. */
  readonly hidden: boolean
  readonly own: OwnAnswer | undefined
  readonly files: readonly AnswerFile[]
  /** Bytes that one file may have. */
  readonly largest: number
  /** What was typed and refused; left out, the answer as it stands. */
  readonly refused?: { readonly typed: Typed; readonly issues: readonly Issue[] } | undefined
}

const Fields = ({ t, poll, own, files, largest, refused }: AnswerFormProps) => {
  const typed = refused?.typed ?? typedFromValues(poll.items, own?.given ?? [], t.lang)
  const inside = refused === undefined ? own?.staysInside === true : typed['inside'] === 'yes'
  const issues = refused?.issues ?? []
  return (
    <>
      <AnswerFields t={t} lang={poll.lang} items={poll.items} {...{ typed, issues, files, largest }} />
      <CheckField t={t} name="inside" label={t('polls.field-inside')} hint={t('polls.hint-inside')} checked={inside} />
    </>
  )
}

/** In whose hands it stays until the end, said where it is given. */
const rule = ({ t, poll }: AnswerFormProps): string => t(poll.opensAnswers ? 'polls.rule-opens' : 'polls.rule-given')

const Sheet = (props: AnswerFormProps) => {
  const { t, poll, own } = props
  return (
    <Form
      t={t}
      action={answerPath(poll.id)}
      hidden={{ revision: own?.revision ?? 0 }}
      label={t('polls.your-answer')}
      multipart
    >
      <Fields {...props} />
      <p>{rule(props)}</p>
      {props.hidden && <p>{t('polls.rule-chatham')}</p>}
      <ButtonRow>
        <Button tone="primary" icon="send">
          {t(own === undefined ? 'polls.give' : 'polls.save')}
        </Button>
      </ButtonRow>
    </Form>
  )
}

const Again = ({ t, children }: { t: Translate; children: Child }) => (
  <details class="poll-more">
    <summary>{t('polls.change')}</summary>
    {children}
  </details>
)

export const AnswerForm = (props: AnswerFormProps) => {
  const { t, own, refused, poll } = props
  const folded = own !== undefined && refused === undefined
  if (folded)
    return (
      <Again t={t}>
        <Sheet {...props} />
      </Again>
    )
  return (
    <Section title={t('polls.your-answer')} id="answer">
      {poll.items.some(({ kind }) => kind === 'file') && refused !== undefined && (
        <Notice tone="info">
          <p>{t('polls.files-again')}</p>
        </Notice>
      )}
      <Sheet {...props} />
    </Section>
  )
}
