// When sessions and tokens were last used: noted in memory while pages are read (a GET writes nothing), written from time to time.

const noted = new Map<string, Date>()
const most = 100_000

/** `hash`: of the session's or the personal token's secret. */
export const noteUse = (hash: string, now: Date): void => {
  if (noted.size < most || noted.has(hash)) noted.set(hash, now)
}

/** Hands over what was noted since the last call, and forgets it. */
export const takeUses = (): ReadonlyMap<string, Date> => {
  const taken = new Map(noted)
  noted.clear()
  return taken
}
