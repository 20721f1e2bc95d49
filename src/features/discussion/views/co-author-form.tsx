// The field to ask somebody to write together.
import type { Translate } from '#kernel/locale.ts'
import type { Issue } from '#kernel/outcome.ts'
import { Button, ButtonRow } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { coAuthorsPath } from '../paths.ts'

export const CoAuthorForm = (props: {
  readonly t: Translate
  readonly contributionId: number
  readonly name?: string
  readonly issues?: readonly Issue[]
}) => {
  const { t, contributionId, name = '', issues = [] } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <Form t={t} action={coAuthorsPath(contributionId)} label={t('discussion.co-author-invite')}>
        <TextField
          t={t}
          name="name"
          id="co-author"
          label={t('discussion.co-author-field')}
          hint={t('discussion.co-author-hint')}
          value={name}
          issues={issues}
          maxlength={200}
          required
        />
        <ButtonRow>
          <Button icon="send">{t('discussion.co-author-ask')}</Button>
        </ButtonRow>
      </Form>
    </>
  )
}
