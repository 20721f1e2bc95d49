// One's calendar: what is in it, its secret address, and making or ending that.
import { formatDate, formatMoment, type Translate } from '#kernel/locale.ts'
import { PostButton } from '#ui/button/button.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import type { CalendarAddress } from '../calendar-address.ts'
import { addressEndPath, newAddressPath } from '../paths.ts'

export interface CalendarPageProps {
  readonly t: Translate
  readonly address: CalendarAddress | undefined
  /** The address just made, whole. */
  readonly fresh?: string
  /** The network lets what TLP:AMBER things say leave the house. */
  readonly amberGoesOut: boolean
}

const Fresh = ({ t, fresh }: { readonly t: Translate; readonly fresh: string }) => (
  <Notice tone="success" title={t('calendars.made')} announced>
    <p>
      <code>{fresh}</code>
    </p>
    <p>
      <a href={fresh.replace(/^https?:/, 'webcal:')}>{t('calendars.subscribe')}</a>
    </p>
    <p>{t('calendars.shown-once')}</p>
  </Notice>
)

const Existing = ({ t, address }: { readonly t: Translate; readonly address: CalendarAddress }) => (
  <>
    <FactsList
      facts={[
        { term: t('calendars.since'), value: formatDate(t.lang, address.createdAt) },
        {
          term: t('calendars.last-use'),
          value: address.usedAt === null ? t('calendars.never-used') : formatMoment(t.lang, address.usedAt),
        },
      ]}
    />
    <ConfirmStep
      label={t('calendars.renew')}
      question={t('calendars.renew-question')}
      action={newAddressPath}
      confirm={t('calendars.renew')}
      tone="primary"
    />
    <ConfirmStep
      label={t('calendars.end')}
      question={t('calendars.end-question')}
      action={addressEndPath}
      confirm={t('calendars.end')}
    />
  </>
)

const Missing = ({ t }: { readonly t: Translate }) => (
  <>
    <p>{t('calendars.none-yet')}</p>
    <PostButton action={newAddressPath} tone="primary" icon="plus">
      {t('calendars.make')}
    </PostButton>
  </>
)

export const CalendarPage = ({ t, address, fresh, amberGoesOut }: CalendarPageProps) => (
  <>
    <PageTitle t={t} title={t('calendars.title')} lead={t('calendars.lead')} />
    <PageBody>
      <Section title={t('calendars.address')}>
        {fresh !== undefined && <Fresh t={t} fresh={fresh} />}
        {address === undefined ? <Missing t={t} /> : <Existing t={t} address={address} />}
      </Section>
      <Section title={t('calendars.what')}>
        <p>{t('calendars.what-comes')}</p>
        <p>{t(amberGoesOut ? 'calendars.what-stays-amber' : 'calendars.what-stays')}</p>
        <p>{t('calendars.keep-secret')}</p>
      </Section>
    </PageBody>
  </>
)
