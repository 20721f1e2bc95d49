// The real outbox and the real sender in a town's database, which sends when a test says so.
import { openSystem } from '#platform/db/database.ts'
import { databaseAccess } from '#platform/db/roles.ts'
import type { SendMail } from '#platform/feature.ts'
import { createLog } from '#platform/log.ts'
import { createOutbox } from '#platform/mail/outbox.ts'
import { type Delivery, openDelivery } from '#platform/mail/send-mail.ts'
import { type Sender, startSending } from '#platform/mail/sender.ts'
import type { Town } from './app.ts'
import { testSecret } from './template.ts'

const from = 'Vicinia <office@vicinia.example>'

export interface Post {
  /** Into the outbox, as `parts.mail` of a running Vicinia. */
  readonly write: SendMail
  readonly send: () => Promise<number>
  readonly close: () => Promise<void>
}

interface Pace {
  readonly connections?: number
  readonly perMinute?: number
  readonly waitsFor?: number
}

/** By the town's clock, to this server or whatever takes letters in its place. */
export function openPost(town: Town, to: string | Delivery, pace: Pace = {}): Post {
  const { system: access } = databaseAccess(town.owner, testSecret)
  const { connections = 4, perMinute = 1000, waitsFor = 10_000 } = pace
  const system = openSystem(access, connections + 1)
  const now = () => town.now
  const sender: Sender = startSending(
    {
      ...{ system, access, connections, perMinute, waitsFor, now, secret: testSecret, log: createLog('silent') },
      delivery:
        typeof to === 'string'
          ? openDelivery({ smtpUrl: to, from, dataDir: town.dataDir, connections, dkim: undefined })
          : to,
    },
    false,
  )
  const close = async (): Promise<void> => {
    await sender.stop()
    await system.destroy()
  }
  return {
    write: createOutbox({ system: town.database.system, from, secret: testSecret, now }),
    send: sender.sendPending,
    close,
  }
}
