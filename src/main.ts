// The process: settings, lock, database, web, worker; a clean stop on Ctrl-C and SIGTERM.
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { type Config, loadConfig } from '#platform/config.ts'
import { openSystem } from '#platform/db/database.ts'
import { lockFolder } from '#platform/db/lock.ts'
import { StartFailure } from '#platform/failure.ts'
import { createVisitorCache } from '#platform/http/visitor-cache.ts'
import { loadMessages } from '#platform/i18n.ts'
import { bouncesTo } from '#platform/mail/reply-address.ts'
import { openDelivery } from '#platform/mail/send-mail.ts'
import { startSending } from '#platform/mail/sender.ts'
import { createApp, openStreams, startRuns, startWork } from './app.tsx'
import { type Assembly, assemble } from './assembly.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const fail = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const listen = (server: Server, config: Config): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new StartFailure(
              `The port ${config.port} is already in use; stop the other program or set PORT to another number.`,
            )
          : new StartFailure(`The server cannot listen on ${config.host}:${config.port}: ${error.message}.`),
      ),
    )
    server.listen(config.port, config.host, () => resolve())
  })

/** No new requests; those under way get five seconds. */
const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 5000).unref()
  })

/** With connections of its own: a mail that is under way holds one. */
function sendMails(config: Config, { access, jobs, log }: Assembly) {
  const { mailFrom: from, smtpUrl, dataDir, sending, secret, receiving } = config
  const { connections, perMinute, dkim } = sending
  const system = openSystem(access.system, connections + 1)
  const { now } = jobs
  const bounces = receiving && ((email: string) => bouncesTo(receiving.address, email, secret, now()))
  const delivery = openDelivery({ smtpUrl, from, dataDir, connections, dkim, bounces })
  const sender = startSending({ system, delivery, secret, now, access: access.system, log, connections, perMinute })
  return async (): Promise<void> => {
    await sender.stop()
    await system.destroy()
  }
}

async function serve(config: Config, assembly: Assembly): Promise<() => Promise<void>> {
  const { access, database, network, jobs, log } = assembly
  loadMessages()
  const clock = (): Date => new Date()
  const visitorCache = createVisitorCache(clock)
  const { settings, mail, meaning, translator } = jobs
  const { demonstration } = network
  const streams = openStreams({ database, log })
  const common = { database, settings, mail, log, clock, demonstration, visitorCache, streams }
  const app = createApp({ ...common, meaning, translator })
  const server = createServer(getRequestListener(app.fetch))
  await listen(server, config)
  const hears = { onFact: visitorCache.forget, onTold: streams.tell }
  const worker = await startWork({ ...jobs, access: access.system, log, ...hears })
  const stopSending = sendMails(config, assembly)
  const stopRuns = await startRuns({ ...jobs, database, access: access.system, log })
  return async () => {
    // They would stay open until somebody closes the page.
    streams.close()
    await closeServer(server)
    // A job that hangs is done again after the next start.
    await Promise.race([Promise.all([stopRuns(), worker.stop(), stopSending()]), pause(10_000)])
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref()
  })

/** Refuses a port in use before anything else is begun. */
async function probePort(config: Config): Promise<void> {
  const server = createServer()
  await listen(server, config)
  await new Promise((resolve) => server.close(resolve))
}

/** Everything up; gives the way down: first the doors, then the work, the database last. */
async function bringUp(config: Config): Promise<() => Promise<void>> {
  await probePort(config)
  const assembly = await assemble(config, { say })
  try {
    const stopServing = await serve(config, assembly)
    return async () => {
      await stopServing()
      await assembly.close()
    }
  } catch (error) {
    await assembly.close()
    throw error
  }
}

async function start(config: Config): Promise<void> {
  process.once('exit', lockFolder(config.dataDir))
  const up = bringUp(config)
  let halted = false
  const halt = (): void => {
    if (halted) return
    halted = true
    // In the middle of a start: wait for it, so that no database is left behind. Why a start failed is said below.
    void up.then(
      (down) => down().then(() => process.exit(0), failBroken),
      () => undefined,
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, halt)
  // The launcher (scripts/start.mjs) was killed.
  process.on('disconnect', halt)
  process.channel?.unref()
  await up
  if (!halted) say(`Vicinia is ready at http://localhost:${config.port}`)
}

const failBroken = (error: unknown): never =>
  fail(
    error instanceof StartFailure
      ? error.message
      : `Vicinia broke down: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  )
process.on('uncaughtException', failBroken)

const config = loadConfig(process.env)
if (config.done) await start(config.value).catch(failBroken)
else fail(config.refusal)
