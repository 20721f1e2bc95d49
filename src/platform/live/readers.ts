// Who reads what at this moment, by thing and by person; nothing of what they read.

export interface Reader {
  /** What is read: the first of the two numbers; nought where somebody only waits for what concerns themselves. */
  readonly topic: number
  readonly personId: number
  /** The digest of the session's secret, by which the database judges. */
  readonly session: string
}

export interface Stream extends Reader {
  readonly send: (text: string) => void
  readonly end: () => void
}

/** Tabs of one person on one process; the oldest goes. */
const mostOfOne = 12

const place = (map: Map<number, Set<Stream>>, key: number): Set<Stream> => {
  const there = map.get(key) ?? new Set()
  map.set(key, there)
  return there
}

const take = (map: Map<number, Set<Stream>>, key: number, stream: Stream): boolean => {
  const there = map.get(key)
  const had = there?.delete(stream) === true
  if (there?.size === 0) map.delete(key)
  return had
}

export function createReaders() {
  const byTopic = new Map<number, Set<Stream>>()
  const byPerson = new Map<number, Set<Stream>>()
  let count = 0
  return {
    add: (stream: Stream): void => {
      place(byTopic, stream.topic).add(stream)
      const own = place(byPerson, stream.personId).add(stream)
      count += 1
      const [oldest] = own
      if (own.size > mostOfOne) oldest?.end()
    },
    delete: (stream: Stream): void => {
      if (!take(byTopic, stream.topic, stream)) return
      take(byPerson, stream.personId, stream)
      count -= 1
    },
    ofPerson: (personId: number): readonly Stream[] => [...(byPerson.get(personId) ?? [])],
    of: (topic: number): readonly Stream[] => [...(byTopic.get(topic) ?? [])],
    all: (): readonly Stream[] => [...byTopic.values()].flatMap((streams) => [...streams]),
    count: (): number => count,
  }
}
export type Readers = ReturnType<typeof createReaders>
