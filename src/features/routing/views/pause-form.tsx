// A pause from being asked: on one's own profile, and alone where the day cannot be.
import { formatDate, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonRow, PostButton } from '#ui/button/button.tsx'
import { DateField } from '#ui/date-field/date-field.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { pausePath } from '../paths.ts'

export interface PauseProps {
  readonly t: Translate
  readonly typed: Typed
  readonly issues: readonly Issue[]
  /** Until when it lasts now, `YYYY-MM-DD`. */
  readonly paused: string | undefined
}

const Fields = ({ t, typed, issues, paused }: PauseProps) => (
  <>
    {paused !== undefined && (
      <p>{t('routing.paused-until', { day: formatDate(t.lang, new Date(`${paused}T12:00:00Z`)) })}</p>
    )}
    <Form t={t} action={pausePath} label={t('routing.pause')}>
      <DateField t={t} name="until" label={t('routing.field-until')} value={typed['until']} issues={issues} required />
      <ButtonRow>
        <Button>{t('routing.pause-confirm')}</Button>
      </ButtonRow>
    </Form>
    {paused !== undefined && (
      <PostButton action={pausePath} tone="quiet" small>
        {t('routing.unpause')}
      </PostButton>
    )}
  </>
)

export const PauseForm = (props: PauseProps) => (
  <Section title={props.t('routing.pause')} id="pause">
    <p>{props.t('routing.pause-text')}</p>
    <Fields {...props} />
  </Section>
)

export const PausePage = (props: PauseProps) => (
  <>
    <ErrorSummary t={props.t} issues={props.issues} />
    <PageTitle t={props.t} title={props.t('routing.pause')} lead={props.t('routing.pause-text')} />
    <PageBody>
      <Fields {...props} />
    </PageBody>
  </>
)
