// The process: settings, lock, database, web, worker; a clean stop on Ctrl-C and SIGTERM.
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { type Config, loadConfig } from '#platform/config.ts'
import { lockFolder } from '#platform/db/lock.ts'
import { StartFailure } from '#platform/failure.ts'
import { createVisitorCache } from '#platform/http/visitor-cache.ts'
import { loadMessages } from '#platform/i18n.ts'
import { createApp, startWork } from './app.tsx'
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
          ? new StartFailure(`The port ${config.port} is already in use; stop the other program or set PORT to another number.`)
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

async function serve(config: Config, { access, database, network, jobs, log }: Assembly): Promise<() => Promise<void>> {
  loadMessages()
  const clock = (): Date => new Date()
  const visitorCache = createVisitorCache(clock)
  const { settings, mail } = jobs
  const { demonstration } = network
  const app = createApp({ database, settings, mail, log, clock, demonstration, visitorCache })
  const server = createServer(getRequestListener(app.fetch))
  await listen(server, config)
  const worker = await startWork({ ...jobs, access: access.system, log, onFact: visitorCache.forget })
  return async () => {
    await closeServer(server)
    await worker.stop()
  }
}

async function start(config: Config): Promise<void> {
  const unlock = lockFolder(config.dataDir)
  process.once('exit', unlock)
  let halted = false
  let stop = async (): Promise<void> => undefined
  const halt = (): void => {
    if (halted) return
    halted = true
    void stop().finally(() => process.exit(0))
  }
  process.on('SIGINT', halt)
  process.on('SIGTERM', halt)
  const assembly = await assemble(config, say)
  stop = assembly.close
  const stopServing = await serve(config, assembly).catch(async (error: unknown) => {
    await assembly.close()
    throw error
  })
  stop = async () => {
    await stopServing()
    await assembly.close()
  }
  if (halted) return void stop().finally(() => process.exit(0))
  say(`Vicinia is ready at http://localhost:${config.port}`)
}

const config = loadConfig(process.env)
if (config.done)
  await start(config.value).catch((error: unknown) => {
    if (error instanceof StartFailure) return fail(error.message)
    process.stderr.write(`Vicinia could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    return process.exit(1)
  })
else fail(config.refusal)
