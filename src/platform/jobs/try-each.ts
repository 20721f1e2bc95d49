// What a job does for many things one after the other: what breaks for one does not stop the rest, and is not kept quiet.

/** Throws what broke when all were tried: the job is run again, and its log says why. */
export async function tryEach<One>(all: readonly One[], work: (one: One) => Promise<void>): Promise<void> {
  const broken: unknown[] = []
  for (const one of all)
    try {
      await work(one)
    } catch (error) {
      broken.push(error)
    }
  if (broken.length > 0)
    throw new AggregateError(broken, `${broken.length} of ${all.length} failed: ${String(broken[0])}`)
}
