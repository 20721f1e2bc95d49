// Work that is asked for again and again, done one round at a time: whoever asks during one is served by the next.

export interface InTurn {
  /** A round that begins after this moment; told when it fails. Nothing once it has been ended. */
  readonly ask: () => Promise<void>
  /** No further round begins; the one under way is waited for. */
  readonly end: () => Promise<void>
}

/** A round that was asked for while another is under way follows it, once for all who asked. */
export function inTurn(work: () => Promise<void>): InTurn {
  let over = false
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  const begin = (): Promise<void> => {
    if (over) return Promise.resolve()
    running = work().finally(() => {
      running = undefined
    })
    return running
  }
  const ask = (): Promise<void> => {
    // Asked first: between the end of one round and the beginning of the next nothing runs.
    if (next !== undefined) return next
    if (running === undefined) return begin()
    next = running
      .catch(() => undefined)
      .then(() => {
        next = undefined
        return begin()
      })
    return next
  }
  return {
    ask,
    end: async () => {
      over = true
      await running?.catch(() => undefined)
    },
  }
}
