// A process that hears what happened, tells everybody who watches, and writes and sends their mails, and dies where it is told to:
// run by a test, never by people.
import type pg from 'pg'
import { openSystem } from '#platform/db/database.ts'
import type { Feature } from '#platform/feature.ts'
import { startWorker } from '#platform/jobs/worker.ts'
import { createLog } from '#platform/log.ts'
import { createOutbox } from '#platform/mail/outbox.ts'
import { openDelivery } from '#platform/mail/send-mail.ts'
import { startSending } from '#platform/mail/sender.ts'
import { findFact, takeFacts } from '#trunk/fact-queue.ts'
import { listeners } from '../../src/features/notices/jobs.ts'
import { type Death, dieAt } from './die-at.ts'

interface Order {
  readonly access: pg.PoolConfig
  readonly smtpUrl: string
  readonly secret: string
  readonly dataDir: string
  readonly now: string
  readonly death?: Death
}

const { access, smtpUrl, secret, dataDir, ...order } = JSON.parse(process.argv[2] ?? '{}') as Order
if (order.death !== undefined) dieAt(order.death)

const from = 'Vicinia <office@vicinia.example>'
const now = (): Date => new Date(order.now)
const connections = 4
const system = openSystem(access, connections + 2)
const log = createLog('warn')
// The others draw pages, and have nothing to say here.
const notices: Feature = { name: 'notices', hears: listeners }
const worker = await startWorker(
  {
    ...{ system, access, log, now, takeFacts, findFact, features: [notices], onFact: () => undefined },
    mail: createOutbox({ system, from, secret, now }),
    readAs: () => Promise.reject(new Error('Nothing is read as a person here.')),
    settings: {
      ...{ secret, dataDir },
      baseUrl: 'http://localhost',
      networkName: 'Vicinia',
      proxies: 0,
      confirmAfterDays: 365,
    },
  },
  false,
)
while ((await worker.runPending()) > 0);
await worker.stop()
const sender = startSending(
  {
    ...{ system, connections, now, access, secret, log, perMinute: 100_000 },
    delivery: openDelivery({ smtpUrl, from, dataDir, connections, dkim: undefined }),
  },
  false,
)
await sender.sendPending()
await sender.stop()
await system.destroy()
