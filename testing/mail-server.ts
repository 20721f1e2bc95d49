// A mail server on this machine that is not ours (smtp-server of the nodemailer project): what it took, letter by letter.
import { once } from 'node:events'
import { SMTPServer, type SMTPServerAddress } from 'smtp-server'

export interface Arrived {
  readonly to: string
  readonly messageId: string
  readonly raw: Buffer
}

/** What it says instead of yes; undefined: yes. */
export type Answer = { readonly code: number; readonly text: string } | undefined

interface Habits {
  readonly mailFrom?: () => Answer
  readonly recipient?: (address: string) => Answer
  /** When the whole letter is there, before it is answered for. */
  readonly letter?: (arrived: Arrived) => Promise<Answer> | Answer
  /** Of every line that it hears and says, in turn. */
  readonly step?: (name: 'connect' | 'mail' | 'recipient' | 'letter') => void
}

const errorOf = ({ code, text }: { code: number; text: string }): Error =>
  Object.assign(new Error(text), { responseCode: code })

const messageIdOf = (raw: Buffer): string => /^Message-ID: <(.+)>\r?$/im.exec(raw.toString('latin1'))?.[1] ?? ''

async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(piece)
  return Buffer.concat(pieces)
}

export interface MailServer {
  readonly url: string
  /** In the order in which they came, each as often as it came. */
  readonly arrived: Arrived[]
  readonly close: () => Promise<void>
}

/** `port`: the one of a server that was away; any free one when left out. */
export async function openMailServer(habits: Habits = {}, port = 0): Promise<MailServer> {
  const arrived: Arrived[] = []
  const say = (answer: Answer, done: (error?: Error | null) => void) => done(answer && errorOf(answer))
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onConnect: (_session, done) => {
      habits.step?.('connect')
      done()
    },
    onMailFrom: (_address, _session, done) => {
      habits.step?.('mail')
      say(habits.mailFrom?.(), done)
    },
    onRcptTo: ({ address }: SMTPServerAddress, _session, done) => {
      habits.step?.('recipient')
      say(habits.recipient?.(address), done)
    },
    onData: (stream, session, done) => {
      const take = async (): Promise<void> => {
        const raw = await readAll(stream)
        const letter = { to: session.envelope.rcptTo[0]?.address ?? '', messageId: messageIdOf(raw), raw }
        const answer = await habits.letter?.(letter)
        if (answer === undefined) arrived.push(letter)
        habits.step?.('letter')
        say(answer, done)
      }
      take().catch(done)
    },
  })
  server.on('error', () => undefined)
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  const { port: listening } = server.server.address() as { port: number }
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { url: `smtp://127.0.0.1:${listening}`, arrived, close }
}
