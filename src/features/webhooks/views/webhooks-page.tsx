// The webhooks of an office, and the form in which another one is registered.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonRow } from '#ui/button/button.tsx'
import { CheckList } from '#ui/check-field/check-field.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { formatPath, webhookPath, webhooksPath } from '../paths.ts'
import { offeredFacts, type Webhook } from '../webhook.ts'

export interface WebhooksPageProps {
  readonly t: Translate
  readonly webhooks: readonly Webhook[]
  /** Message keys of facts, by their names. */
  readonly labels: Readonly<Record<string, string>>
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

export const stateOf = (t: Translate, { stoppedBecause, failingSince }: Webhook): string =>
  t(`webhooks.state-${stoppedBecause ?? (failingSince === null ? 'on' : 'trouble')}`)

const Table = ({ t, webhooks }: Pick<WebhooksPageProps, 't' | 'webhooks'>) =>
  webhooks.length === 0 ? null : (
    <DataTable
      t={t}
      caption={t('webhooks.title')}
      hideCaption
      columns={[{ label: t('webhooks.address') }, { label: t('webhooks.state') }]}
      rows={webhooks.map((webhook) => [<a href={webhookPath(webhook.id)}>{webhook.address}</a>, stateOf(t, webhook)])}
    />
  )

const RegisterForm = ({ t, labels, typed, issues }: WebhooksPageProps) => (
  <Section title={t('webhooks.register')}>
    <ErrorSummary t={t} issues={issues} />
    <Form t={t} action={webhooksPath} label={t('webhooks.register')}>
      <TextField
        t={t}
        name="address"
        label={t('webhooks.field-address')}
        hint={t('webhooks.hint-address')}
        value={typed['address']}
        issues={issues}
        inputmode="url"
        maxlength={500}
        required
      />
      <CheckList
        t={t}
        name="facts[]"
        label={t('webhooks.field-facts')}
        values={typed['facts']}
        issues={issues}
        choices={offeredFacts.map((fact) => ({ value: fact, label: t(labels[fact] ?? fact) }))}
        required
      />
      <ButtonRow>
        <Button tone="primary">{t('webhooks.save')}</Button>
      </ButtonRow>
    </Form>
  </Section>
)

export const WebhooksPage = (props: WebhooksPageProps) => {
  const { t } = props
  return (
    <>
      <PageTitle t={t} title={t('webhooks.title')} lead={t('webhooks.lead')} />
      <PageBody>
        <p>
          <a href={formatPath}>{t('webhooks.format')}</a>
        </p>
        <Table {...props} />
        <RegisterForm {...props} />
      </PageBody>
    </>
  )
}
