// A process that writes notices into the outbox and sends them, and dies where it is told to: run by a test, never by people.
import type pg from 'pg'
import { openSystem } from '#platform/db/database.ts'
import { createLog } from '#platform/log.ts'
import { createOutbox } from '#platform/mail/outbox.ts'
import { openDelivery } from '#platform/mail/send-mail.ts'
import { startSending } from '#platform/mail/sender.ts'
import { type Death, dieAt } from './die-at.ts'

interface Order {
  readonly access: pg.PoolConfig
  readonly smtpUrl: string
  readonly secret: string
  readonly dataDir: string
  /** How many are written before sending begins. */
  readonly notices: number
  readonly now: string
  readonly death?: Death
}

const order = JSON.parse(process.argv[2] ?? '{}') as Order
const from = 'Vicinia <office@vicinia.example>'

if (order.death !== undefined) dieAt(order.death)

const now = (): Date => new Date(order.now)
const connections = 4
const system = openSystem(order.access, connections + 2)
const write = createOutbox({ system, from, secret: order.secret, now })
// As the listener of a fact that is heard again after a crash: each notice with its name, in a transaction of its own.
for (let index = 0; index < order.notices; index += 1)
  await system.transaction().execute((db) =>
    write(
      {
        to: `p${index}@city${index % 50}.example`,
        subject: `Notice ${index}`,
        text: 'News.',
        why: 'Watched.',
        id: `notice-${index}`,
      },
      db,
    ),
  )
const sender = startSending(
  {
    ...{ system, connections, now, access: order.access, secret: order.secret, perMinute: 100_000 },
    log: createLog('warn'),
    delivery: openDelivery({ smtpUrl: order.smtpUrl, from, dataDir: order.dataDir, connections, dkim: undefined }),
  },
  false,
)
await sender.sendPending()
await sender.stop()
await system.destroy()
