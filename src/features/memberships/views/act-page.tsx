// The form of an act: what it is about, the fields, and a sentence on what comes next.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { type ActName, actPath, historyPath } from '../paths.ts'
import type { Neighbour, Subject } from '../store.ts'
import { fieldsOf } from './act-fields.tsx'

export interface ActPageProps {
  readonly t: Translate
  readonly act: ActName
  readonly title: string
  readonly subject: Subject
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly neighbours: readonly Neighbour[]
  readonly typed: Typed
  readonly issues: readonly Issue[]
  /** An office writes down what arrived by letter, too. */
  readonly office: boolean
  readonly today: string
}

export const ActPage = (props: ActPageProps) => {
  const { t, act, title, subject, issues } = props
  const Fields = fieldsOf[act]
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={title} lead={t(`memberships.lead-${act}`)} />
      <PageBody>
        <Form t={t} action={actPath(subject.slug, act)} label={title}>
          <Fields {...props} />
          <ButtonRow>
            <Button tone="primary">{t('memberships.go-on')}</Button>
            <ButtonLink href={historyPath(subject.slug)}>{t('memberships.cancel')}</ButtonLink>
          </ButtonRow>
        </Form>
      </PageBody>
    </>
  )
}
