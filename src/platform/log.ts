// The log: one JSON line an entry on standard error, without personal data.
import { type DestinationStream, type Logger, pino } from 'pino'

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>

/** Of an error only these: PostgreSQL's `detail` and `where` repeat what people typed, and a driver's error carries its connection. */
const err = (error: unknown): object => {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message, stack, code } = error as Error & { code?: string }
  return { name, message, stack, code }
}

export const createLog = (level: string, destination: DestinationStream = pino.destination(2)): Log =>
  pino({ level, base: null, serializers: { err } }, destination)
