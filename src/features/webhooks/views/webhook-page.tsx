// One webhook: its state, its secret when it is new, what it hears of, and its log with a button to send again.
import { formatMoment, formatNumber, type Translate } from '#kernel/locale.ts'
import { ButtonRow, PostButton } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { pausePath, removalPath, repetitionPath, resumptionPath, secretPath } from '../paths.ts'
import { type Delivery, overlapHours, type Webhook } from '../webhook.ts'
import { stateOf } from './webhooks-page.tsx'

export interface WebhookPageProps {
  readonly t: Translate
  readonly webhook: Webhook
  readonly deliveries: readonly Delivery[]
  readonly labels: Readonly<Record<string, string>>
  /** The secret that was just made. */
  readonly fresh: string | undefined
}

const Fresh = ({ t, fresh }: { t: Translate; fresh: string }) => (
  <Notice tone="success" title={t('webhooks.secret')} announced>
    <p>
      <code>{fresh}</code>
    </p>
    <p>{t('webhooks.secret-once', { hours: overlapHours })}</p>
  </Notice>
)

const Steps = ({ t, webhook: { id, stoppedAt } }: Pick<WebhookPageProps, 't' | 'webhook'>) => (
  <ButtonRow>
    {stoppedAt === null ? (
      <PostButton action={pausePath(id)}>{t('webhooks.pause')}</PostButton>
    ) : (
      <PostButton action={resumptionPath(id)}>{t('webhooks.resume')}</PostButton>
    )}
    <ConfirmStep
      label={t('webhooks.new-secret')}
      question={t('webhooks.new-secret-question', { hours: overlapHours })}
      action={secretPath(id)}
      confirm={t('webhooks.new-secret')}
    />
    <ConfirmStep
      label={t('webhooks.remove')}
      question={t('webhooks.remove-question')}
      action={removalPath(id)}
      confirm={t('webhooks.remove')}
    />
  </ButtonRow>
)

/** Of the last try: what came, or why nothing did. */
const answerOf = (t: Translate, { status, why, answer }: Delivery) => {
  if (status === null) return why === null ? '' : t(`webhooks.why-${why}`)
  return (
    <>
      {status} {answer && <code>{answer.slice(0, 120)}</code>}
    </>
  )
}

const Log = ({ t, webhook, deliveries, labels }: WebhookPageProps) => (
  <DataTable
    t={t}
    caption={t('webhooks.log')}
    hideCaption
    columns={[
      { label: t('webhooks.when') },
      { label: t('webhooks.what') },
      { label: t('webhooks.state') },
      { label: t('webhooks.answer') },
      { label: t('webhooks.milliseconds'), numeric: true },
      { label: t('webhooks.again'), hiddenLabel: true },
    ]}
    rows={deliveries.map((one) => [
      formatMoment(t.lang, one.madeAt),
      t(labels[one.fact] ?? one.fact),
      t(`webhooks.delivery-${one.state}`, { tries: one.tries }),
      answerOf(t, one),
      one.milliseconds === null ? '' : formatNumber(t.lang, one.milliseconds),
      <PostButton action={repetitionPath(webhook.id, one.id)} tone="quiet" small>
        {t('webhooks.again')}
      </PostButton>,
    ])}
  />
)

export const WebhookPage = (props: WebhookPageProps) => {
  const { t, webhook, deliveries, labels, fresh } = props
  return (
    <>
      <PageTitle t={t} title={new URL(webhook.address).host} lead={stateOf(t, webhook)} />
      <PageBody>
        {fresh && <Fresh t={t} fresh={fresh} />}
        <p>
          <code>{webhook.address}</code>
        </p>
        <p>{webhook.facts.map((fact) => t(labels[fact] ?? fact)).join(' · ')}</p>
        <Steps t={t} webhook={webhook} />
        <Section title={t('webhooks.log')}>
          {deliveries.length === 0 ? <p>{t('webhooks.none')}</p> : <Log {...props} />}
        </Section>
      </PageBody>
    </>
  )
}
