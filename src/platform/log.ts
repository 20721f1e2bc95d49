// The log: one JSON line an entry on standard error, without personal data.
import { type Logger, pino } from 'pino'

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>

export const createLog = (level: string): Log => pino({ level, base: null }, pino.destination(2))
