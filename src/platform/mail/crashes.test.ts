// The real process is killed between any two steps of sending the mails of 1,000 notices: each arrives, once by its Message-ID, the same to
// the byte. What is before, from what happened to the mails about it: `notices/crashes.test.ts`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { openTown } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { openMailServer } from '../../../testing/mail-server.ts'
import { testSecret } from '../../../testing/template.ts'
import { databaseAccess } from '../db/roles.ts'

const notices = 1000
const around = (words: string, time: number) => (['before', 'after'] as const).map((when) => ({ words, when, time }))
/** Before and after each statement of taking, holding and marking, and their commits. */
const deathsAtSending = [
  ...around('pg_advisory_xact_lock', 2),
  ...around('from mail m', 2),
  ...around('update mail set tries', 2),
  ...around('commit', 1),
  ...around('for update skip locked', 9),
  ...around('update mail set sent_at', 7),
  ...around('commit', 9),
  ...around('commit', 14),
]
/** The steps of the other side: killed when it is reached, has the sender, the address, the whole letter. */
const steps = [
  ...['connect', 'mail', 'recipient', 'letter'].map((step) => ({ step, time: 2 })),
  ...['mail', 'recipient', 'letter'].map((step) => ({ step, time: 11 })),
]

test('each of 1,000 notices arrives once, wherever the process is killed', async () => {
  const town = await openTown('empty')
  let onStep: (step: string) => void = () => undefined
  const server = await openMailServer({ step: (step) => onStep(step) })
  const { system: access } = databaseAccess(town.owner, testSecret)
  const order = { access, smtpUrl: server.url, secret: testSecret, dataDir: town.dataDir }
  let [hours, kills] = [0, 0]
  const run = async ({ write = 0, ...given }: { write?: number; death?: object; at?: (typeof steps)[number] }) => {
    hours += 1
    const now = new Date(Date.UTC(2027, 0, 1, hours))
    const child = spawn(
      process.execPath,
      ['testing/crash/post-notices.ts', JSON.stringify({ ...order, now, notices: write, death: given.death })],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    )
    let left = given.at?.time ?? 0
    onStep = (step) => {
      if (step !== given.at?.step) return
      left -= 1
      if (left === 0) child.kill('SIGKILL')
    }
    const [, signal] = (await once(child, 'close')) as [number, string | null]
    if (signal === 'SIGKILL') kills += 1
  }
  await run({ write: notices, at: { step: 'connect', time: 1 } })
  for (const death of deathsAtSending) await run({ death })
  for (const at of steps) await run({ at })
  const before = new Set(server.arrived.map(({ messageId }) => messageId)).size
  await run({ write: notices })
  await server.close()
  const ids = server.arrived.map(({ messageId }) => messageId)
  const bodies = new Set(server.arrived.map(({ raw }) => raw.toString('latin1')))
  const twice = ids.length - new Set(ids).size
  // How often the one step that SMTP leaves open was hit: four mails are under way at each death.
  console.log(`${kills} deaths, ${before} notices before the last run, ${twice} came twice on the wire`)
  expect(kills).toBe(1 + deathsAtSending.length + steps.length)
  expect(before).toBeLessThan(notices)
  expect(new Set(ids).size).toBe(notices)
  expect(bodies.size).toBe(notices)
  expect(twice).toBeLessThanOrEqual(kills * 4)
  expect(await fill(town, 'select count(*) from mail where sent_at is null')).toBe(0)
}, 300_000)
