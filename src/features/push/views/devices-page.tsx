// Notices on devices: allowing them here, where they are allowed, and what they say.
import { formatDate, formatMoment, type Translate } from '#kernel/locale.ts'
import type { Issue } from '#kernel/outcome.ts'
import { PostButton } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { PushButton } from '#ui/push-button/push-button.tsx'
import { StateMark } from '#ui/state-mark/state-mark.tsx'
import type { Device } from '../device.ts'
import { deviceEndPath, devicesPath, trialPath, workerPath } from '../paths.ts'

export interface DevicesPageProps {
  readonly t: Translate
  readonly devices: readonly Device[]
  readonly issues: readonly Issue[]
  /** By which browsers know whose notices these are. */
  readonly serverKey: string
  /** The network lets what is said about TLP:AMBER things leave the house. */
  readonly amberGoesOut: boolean
}

const rowOf = (t: Translate) => (device: Device) => {
  const name = device.name === '' ? t('push.device-unknown') : device.name
  const since = formatDate(t.lang, device.createdAt)
  return [
    <>
      {name} {device.thisOne && <StateMark tone="new" label={t('push.this-one')} />}
    </>,
    since,
    device.usedAt === null ? t('push.never') : formatMoment(t.lang, device.usedAt),
    <PostButton action={deviceEndPath(device.id)} small label={t('push.remove-label', { device: name, since })}>
      {t('push.remove')}
    </PostButton>,
  ]
}

const Devices = ({ t, devices }: Pick<DevicesPageProps, 't' | 'devices'>) =>
  devices.length === 0 ? (
    <p>{t('push.none')}</p>
  ) : (
    <>
      <DataTable
        t={t}
        caption={t('push.devices')}
        hideCaption
        columns={[
          { label: t('push.device') },
          { label: t('push.since') },
          { label: t('push.last') },
          { label: t('push.remove'), hiddenLabel: true },
        ]}
        rows={devices.map(rowOf(t))}
      />
      <PostButton action={trialPath}>{t('push.trial')}</PostButton>
    </>
  )

export const DevicesPage = ({ t, devices, issues, serverKey, amberGoesOut }: DevicesPageProps) => (
  <>
    <ErrorSummary t={t} issues={issues} />
    <PageTitle t={t} title={t('push.title')} lead={t('push.lead')} />
    <PageBody>
      <Section title={t('push.here')}>
        <PushButton t={t} action={devicesPath} worker={workerPath} serverKey={serverKey}>
          {t(devices.some(({ thisOne }) => thisOne) ? 'push.allow-again' : 'push.allow')}
        </PushButton>
      </Section>
      <Section title={t('push.devices')}>
        <Devices t={t} devices={devices} />
      </Section>
      <Section title={t('push.what')}>
        <p>{t(amberGoesOut ? 'push.what-text-amber' : 'push.what-text')}</p>
        <p>{t('push.ends')}</p>
      </Section>
    </PageBody>
  </>
)
