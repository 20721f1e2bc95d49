// How a translation service is asked: within a time, up to a size, at its own address and no other.
import { TranslationFailure } from './translator.ts'

/** The longest that somebody waits before the page says that nothing came. Milliseconds. */
const patience = 20_000
/** A practice with all its parts in another alphabet is far below this. */
export const mostBytes = 4_194_304

async function readLimited(who: string, { body }: Response): Promise<string> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of body ?? []) {
    bytes += piece.byteLength
    if (bytes > mostBytes)
      throw new TranslationFailure('nonsense', `${who} answered with more than ${mostBytes} bytes.`)
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

/** 456 is DeepL's own for what was paid for being used up. */
const reasonOf = (status: number) =>
  status === 456 ? 'used-up' : status === 429 || status === 503 ? 'busy' : status >= 500 ? 'unreached' : 'refused'

const unreached = (who: string, error: unknown): TranslationFailure => {
  if (error instanceof TranslationFailure) return error
  const { name, cause } = error as Error & { cause?: { code?: string } }
  if (name === 'TimeoutError') return new TranslationFailure('late', `${who} did not answer in time.`)
  return new TranslationFailure('unreached', `${who} did not answer (${cause?.code ?? name}).`)
}

export interface Asked {
  readonly who: string
  readonly address: string
  readonly init?: RequestInit
  /** Milliseconds. */
  readonly patience?: number | undefined
}

/** The answer as it is, whatever its status; headers may be looked at, the body is not read yet. */
export async function ask({ who, address, init, patience: within = patience }: Asked): Promise<Response> {
  try {
    // The key and the texts are for this address and no other.
    return await fetch(address, { ...init, signal: AbortSignal.timeout(within), redirect: 'error' })
  } catch (error) {
    throw unreached(who, error)
  }
}

/** Its body, where all went well. */
export async function readAnswer(who: string, answer: Response): Promise<string> {
  if (!answer.ok) {
    await answer.body?.cancel()
    throw new TranslationFailure(reasonOf(answer.status), `${who} answered ${answer.status}.`)
  }
  try {
    return await readLimited(who, answer)
  } catch (error) {
    throw unreached(who, error)
  }
}

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** Undefined where it is no JSON: a schema judges it anyway. */
export const askForJson = async (asked: Asked): Promise<unknown> =>
  parsed(await readAnswer(asked.who, await ask(asked)))

export const nonsense = (who: string): TranslationFailure =>
  new TranslationFailure('nonsense', `${who} answered with something else than a translation.`)

/** As many pieces as were sent, none endless, all of them text; otherwise a failure that begins with who answered. */
export function checkedPieces(who: string, pieces: readonly string[], sent: readonly string[]): readonly string[] {
  const tooLong = (piece: string, at: number): boolean => piece.length > 1000 + 10 * (sent[at]?.length ?? 0)
  // The database keeps neither NUL nor half a letter.
  const noText = (piece: string): boolean => piece.includes('\0') || !piece.isWellFormed()
  if (pieces.length !== sent.length || pieces.some(tooLong) || pieces.some(noText)) throw nonsense(who)
  return pieces
}
