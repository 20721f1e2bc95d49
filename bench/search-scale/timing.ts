// How long things took, and what memory they hold.

export interface Times {
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

export function timesOf(milliseconds: readonly number[]): Times {
  const sorted = milliseconds.toSorted((one, other) => one - other)
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

/** One after the other, as many as there are. */
export async function timeEach<Thing>(things: readonly Thing[], work: (thing: Thing) => unknown): Promise<Times> {
  const taken: number[] = []
  for (const thing of things) {
    const begun = performance.now()
    await work(thing)
    taken.push(performance.now() - begun)
  }
  return timesOf(taken)
}

export const secondsFor = async (work: () => unknown): Promise<number> => {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}

/** Of this process, in megabytes; the garbage is gone before where the process was started with --expose-gc. */
export function memory(): number {
  globalThis.gc?.()
  return process.memoryUsage.rss() / 1_048_576
}
