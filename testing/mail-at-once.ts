// Mail that leaves at once, without waiting in the outbox: how most tests read it.
import type { SendMail } from '#platform/feature.ts'
import { compose } from '#platform/mail/compose.ts'
import { openDelivery } from '#platform/mail/send-mail.ts'

const from = 'Vicinia <office@vicinia.example>'

/** Into DATA_DIR/outbox. */
export function mailAtOnce(dataDir: string): SendMail {
  const { hand } = openDelivery({ smtpUrl: undefined, from, dataDir, connections: 1, dkim: undefined })
  return async (mail) => hand(await compose(from, mail, new Date()))
}
