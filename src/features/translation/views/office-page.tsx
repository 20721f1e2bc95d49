// For the office of the network: which service translates, what may be sent there, what it costs, and what failed.
import { formatMoment, formatNumber, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import type { Translator } from '#platform/translation/translator.ts'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import type { Failure, TranslationSetting, Use } from '../store.ts'
import { SettingForm } from './setting-form.tsx'
import { FailureTable, UseTable } from './use-tables.tsx'

export interface OfficePageProps {
  readonly t: Translate
  readonly translator: Translator | undefined
  readonly setting: TranslationSetting
  readonly use: readonly Use[]
  readonly failures: readonly Failure[]
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

const Service = ({ t, translator }: Pick<OfficePageProps, 't' | 'translator'>) => {
  if (translator === undefined) return <Notice>{t('translation.none-configured')}</Notice>
  const { name, sentTo } = translator
  return (
    <p>
      {sentTo === undefined
        ? t('translation.on-this-machine', { provider: name })
        : t('translation.sent-to', { provider: name, host: sentTo })}
    </p>
  )
}

const Changed = ({ t, setting }: Pick<OfficePageProps, 't' | 'setting'>) =>
  setting.changedAt === null ? null : (
    <p>
      {t('translation.changed', {
        when: formatMoment(t.lang, setting.changedAt),
        name: setting.changedBy ?? t('discussion.somebody'),
      })}
    </p>
  )

export const OfficePage = (props: OfficePageProps) => {
  const { t, setting, use, failures } = props
  return (
    <>
      <PageTitle t={t} title={t('translation.title')} lead={t('translation.lead')} />
      <PageBody>
        <Service {...props} />
        <Section title={t('translation.allowed')}>
          <p>{t('translation.rules')}</p>
          <SettingForm {...props} />
          <Changed t={t} setting={setting} />
        </Section>
        <Section title={t('translation.cost')}>
          <p>{t('translation.cost-text', { characters: formatNumber(t.lang, setting.monthly) })}</p>
          <UseTable t={t} use={use} />
        </Section>
        <Section title={t('translation.failures')}>
          <FailureTable t={t} failures={failures} />
        </Section>
      </PageBody>
    </>
  )
}
