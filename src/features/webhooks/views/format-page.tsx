// For whoever programs the other side: how a message looks, how it is signed, and what is expected of the answer.
import type { Translate } from '#kernel/locale.ts'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { messageOf } from '../message.ts'
import type { Told } from '../store-sending.ts'
import { daysOfFailure, offeredFacts, pauses } from '../webhook.ts'

const example: Told = {
  ...{ name: 'question.asked', at: new Date('2026-03-02T08:00:00Z'), contributionId: 12, kind: 'question' },
  ...{ title: 'Who walks at night?', lang: 'en', audienceKind: 'network', replyId: null },
  ...{ organisationName: 'Graz', organisationSlug: 'at-graz' },
}
const pathOf = (id: number, title: string): string => `/questions/${id}${title && '-who-walks-at-night'}`

const Json = ({ told, baseUrl }: { told: Told; baseUrl: string }) => (
  <pre>
    <code>{JSON.stringify(JSON.parse(messageOf(told, baseUrl, pathOf)), null, 2)}</code>
  </pre>
)

const headers = `webhook-id: msg_0b0e2d54-6a0c-4f0a-9d41-8c1f0a2b3c4d
webhook-timestamp: 1772438400
webhook-signature: v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=`

export const FormatPage = ({ t, baseUrl }: { t: Translate; baseUrl: string }) => (
  <>
    <PageTitle t={t} title={t('webhooks.format')} lead={t('webhooks.format-lead')} />
    <PageBody>
      <div class="webhook-format">
        <Section title={t('webhooks.format-body')}>
          <Json told={example} baseUrl={baseUrl} />
          <p>{t('webhooks.format-amber')}</p>
          <Json told={{ ...example, audienceKind: 'forum' }} baseUrl={baseUrl} />
          <p>{t('webhooks.format-types')}</p>
          <p>
            <code>{offeredFacts.join(' ')}</code>
          </p>
        </Section>
        <Section title={t('webhooks.format-signature')}>
          <pre>
            <code>{headers}</code>
          </pre>
          <p>{t('webhooks.format-signature-text')}</p>
        </Section>
        <Section title={t('webhooks.format-answer')}>
          <p>{t('webhooks.format-answer-text', { tries: pauses.length + 1, days: daysOfFailure })}</p>
        </Section>
      </div>
    </PageBody>
  </>
)
