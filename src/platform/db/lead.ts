// Of several processes on one database one does a thing: whoever holds an advisory lock, on a connection of its own.
import pg from 'pg'

export interface Lead {
  /** Called when the lock is held; `over` is aborted when it is lost or the process ends. What it throws is told to `failed`. */
  readonly lead: (over: AbortSignal) => Promise<void>
  readonly failed: (error: unknown) => void
  /** Milliseconds until it is tried again. */
  readonly pause?: number
}

/** `name` is the same in all processes. Gives the way to end it, which waits for what was begun. */
export function leadAlone(
  access: pg.PoolConfig,
  name: string,
  { lead, failed, pause = 20_000 }: Lead,
): () => Promise<void> {
  const end = new AbortController()
  const once = async (): Promise<void> => {
    const client = new pg.Client({ ...access, application_name: 'vicinia-lead' })
    const lost = new AbortController()
    client.on('error', () => lost.abort())
    client.on('end', () => lost.abort())
    try {
      await client.connect()
      const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock(hashtext($1)) as held', [
        name,
      ])
      if (rows[0]?.held === true) await lead(AbortSignal.any([end.signal, lost.signal]))
    } catch (error) {
      failed(error)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  const forever = async (): Promise<void> => {
    while (!end.signal.aborted) {
      await once()
      await untilAborted(end.signal, pause)
    }
  }
  const running = forever()
  return async () => {
    end.abort()
    await running
  }
}

/** Waits so long, or until it is over. */
export const untilAborted = (over: AbortSignal, milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    if (over.aborted) return resolve()
    const finish = (): void => {
      clearTimeout(timer)
      over.removeEventListener('abort', finish)
      resolve()
    }
    const timer = setTimeout(finish, milliseconds)
    over.addEventListener('abort', finish)
  })
