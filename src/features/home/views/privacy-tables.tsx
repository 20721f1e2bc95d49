// The tables of the data protection page: the labels and the cookies; how long what is kept has a page of its own.
import { audienceKinds, tlpLabel } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { Section } from '#ui/page/page.tsx'
import { TlpLabel } from '#ui/tlp-label/tlp-label.tsx'

const cookies = ['session', 'lang', 'notice', 'challenge'] as const

const Labels = ({ t }: { t: Translate }) => (
  <Section title={t('home.privacy-labels')} id="labels">
    <DataTable
      t={t}
      caption={t('home.privacy-labels')}
      hideCaption
      columns={[
        { label: t('home.privacy-label') },
        { label: t('home.privacy-audience') },
        { label: t('home.privacy-who') },
      ]}
      rows={audienceKinds.map((kind) => [
        <TlpLabel t={t} label={tlpLabel(kind)} />,
        t(`home.audience-${kind}`),
        t(`home.audience-${kind}-who`),
      ])}
    />
  </Section>
)

const Cookies = ({ t }: { t: Translate }) => (
  <Section title={t('home.privacy-cookies')} id="cookies">
    <p>{t('home.privacy-cookies-text')}</p>
    <DataTable
      t={t}
      caption={t('home.privacy-cookies')}
      hideCaption
      columns={[{ label: t('home.cookie') }, { label: t('home.cookie-purpose') }, { label: t('home.cookie-time') }]}
      rows={cookies.map((name) => [
        <code>{name}</code>,
        t(`home.cookie-${name}-purpose`),
        t(`home.cookie-${name}-time`),
      ])}
    />
  </Section>
)

const Retention = ({ t }: { t: Translate }) => (
  <Section title={t('home.privacy-kept')} id="retention">
    <p>
      {t('home.privacy-kept-text')} <a href="/retention">{t('home.privacy-kept-list')}</a>
    </p>
  </Section>
)

export const PrivacyTables = ({ t }: { t: Translate }) => (
  <>
    <Labels t={t} />
    <Retention t={t} />
    <Cookies t={t} />
  </>
)
