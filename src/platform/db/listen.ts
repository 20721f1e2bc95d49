// Hears what PostgreSQL tells to all processes (LISTEN/NOTIFY), on one connection; opened again when it is lost.
import pg from 'pg'

export interface Hearing {
  readonly channels: readonly string[]
  readonly heard: (channel: string, payload: string) => void
  /** It begins to hear, or begins again: what was told meanwhile reached nobody here. */
  readonly began: () => void
  /** The connection is lost: until it begins again nothing is heard. */
  readonly lost: () => void
}

/** Gives the way to end it. */
export function listenTo(access: pg.PoolConfig, { channels, heard, began, lost }: Hearing): () => Promise<void> {
  let client: pg.Client | undefined
  let over = false
  const connect = async (): Promise<void> => {
    if (over) return
    const fresh = new pg.Client({ ...access, application_name: 'vicinia-listen' })
    const again = (): void => {
      if (client !== fresh) return
      client = undefined
      lost()
      if (!over) setTimeout(() => void connect(), 1000).unref()
    }
    client = fresh
    fresh.on('error', again)
    fresh.on('end', again)
    fresh.on('notification', ({ channel, payload }) => heard(channel, payload ?? ''))
    const listen = channels.map((channel) => `listen ${fresh.escapeIdentifier(channel)}`).join('; ')
    await fresh
      .connect()
      .then(() => fresh.query(listen))
      .then(began, again)
  }
  void connect()
  return async () => {
    over = true
    await client?.end().catch(() => undefined)
  }
}
