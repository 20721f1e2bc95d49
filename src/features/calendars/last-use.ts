// When calendars were fetched last: noted in memory, since reading writes nothing, and written from time to time.

const noted = new Map<string, Date>()
const most = 100_000

/** By the digest of an address that is one. */
export const noteFetch = (hash: string, now: Date): void => {
  if (noted.size < most || noted.has(hash)) noted.set(hash, now)
}

/** Hands over what was noted since the last call, and forgets it. */
export function takeFetches(): ReadonlyMap<string, Date> {
  const taken = new Map(noted)
  noted.clear()
  return taken
}
