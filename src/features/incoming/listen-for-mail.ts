// A listener to which a mail server hands over mail for our addresses, over LMTP or SMTP. What is answered "taken" is taken.
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { StartFailure } from '#platform/failure.ts'
import type { Log } from '#platform/log.ts'
import type { GivenMail } from './actions/take-mail.ts'
import { largestMail } from './limits.ts'
import type { Fate } from './mail.ts'

export interface ListenerParts {
  /** `lmtp://127.0.0.1:2400`. */
  readonly address: string
  /** Whether mail for this address is ours to take. */
  readonly isOurs: (address: string) => boolean
  readonly take: (mail: GivenMail) => Promise<Fate>
  readonly log: Log
}

/** Each holds one mail in memory. */
const mostClients = 10

class Answered extends Error {
  readonly responseCode: number
  constructor(responseCode: number, message: string) {
    super(message)
    this.responseCode = responseCode
  }
}

/** The whole mail, or the answer that it is too large: what goes beyond is read and dropped, so that the answer is heard. */
async function collect(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largestMail) chunks.length = 0
    else chunks.push(chunk)
  }
  if (size > largestMail || stream.sizeExceeded) throw new Answered(552, 'The mail is too large')
  return Buffer.concat(chunks)
}

async function takeData(parts: ListenerParts, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
  const source = await collect(stream)
  const { mailFrom, rcptTo } = session.envelope
  const from = mailFrom === false ? '' : mailFrom.address
  const fate = await parts.take({ source, from, to: rcptTo.map(({ address }) => address) }).catch((error: unknown) => {
    parts.log.error({ mail: 'broke', err: error })
    throw new Answered(451, 'Try again later')
  })
  parts.log.info({ mail: fate })
}

/** Where it listens, and the way to end it. */
export async function listenForMail(
  parts: ListenerParts,
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  const url = new URL(parts.address)
  const server = new SMTPServer({
    lmtp: url.protocol === 'lmtp:',
    size: largestMail,
    // Mail servers hand over without signing in; who may reach the port is a matter of the machine.
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    maxClients: mostClients,
    socketTimeout: 60_000,
    logger: false,
    onRcptTo: ({ address }, _session, done) =>
      done(parts.isOurs(address) ? null : new Answered(550, 'No such address here')),
    onData: (stream, session, done) => void takeData(parts, stream, session).then(() => done(null), done),
  })
  server.on('error', (error) => parts.log.warn({ listener: 'error', err: error }))
  const host = url.hostname.replace(/^\[|\]$/g, '')
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', (error) =>
      reject(new StartFailure(`The mail listener cannot listen on ${url.host}: ${error.message}.`)),
    )
    server.listen(Number(url.port), host, resolve)
  })
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
