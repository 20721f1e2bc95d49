// Whoever reads along: open answers (server-sent events, HTML standard 9.2) that are told by two numbers that something
// changed. No words go through here: a page that hears of a change asks for itself, and gets what its reader may see.

import { createReaders, type Reader, type Readers, type Stream } from './readers.ts'

/** Those of the sessions that may know of the thing with this number, asked at the moment it changed. */
export type Judge = (sessions: readonly string[], id: number) => Promise<ReadonlySet<string>>

export interface Streams {
  /**
   * `listMissed`: numbers that changed since the reader's page was drawn, asked while the stream is open already: what happens
   * meanwhile is told rather twice than never. Where it stops (out of reach), there is no stream.
   */
  readonly open: (reader: Reader, listMissed: () => Promise<readonly number[]>) => Promise<Response>
  /**
   * `"12 345"`, as PostgreSQL told it: of a thing. Below nought, of a person, who is told on all their open pages that there
   * is something to ask for; nought is every person. Undefined: something may have gone unheard, so everybody begins again.
   */
  readonly tell: (payload: string | undefined) => void
  readonly isFull: () => boolean
  readonly count: () => number
  /** Ends them all, and takes no more: browsers come back to the next process by themselves. */
  readonly close: () => void
}

/** Proxies cut what is silent for a minute. Milliseconds. */
const heartbeat = 25_000
/** Several at once are told once. Milliseconds. */
const gathering = 100
const mostOfAll = 20_000
/** Judged in one question to the database. */
const batch = 500
/** A reader who takes nothing holds no more than this many messages. */
const mostWaiting = 64
/** They come back spread over some seconds. Milliseconds. */
const comingBack = (): number => 2000 + Math.floor(Math.random() * 4000)
/**
 * So that thousands do not ask for the same page in the same moment. By all who read anything on this process, in three steps: a
 * number of its own for each topic would tell how many read along. Milliseconds.
 */
const spread = (everybody: number): number => (everybody <= 1000 ? 1000 : everybody <= 5000 ? 6000 : 20_000)

const encoder = new TextEncoder()
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text)

const message = (ids: readonly number[], within: number): string =>
  `id: ${new Date().toISOString()}\nevent: changed\ndata: ${JSON.stringify({ ids, within })}\n\n`

/** To a person about what is theirs alone: not even a number. */
const personal = (within: number): string => `event: news\ndata: ${JSON.stringify({ within })}\n\n`

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // nginx would keep it back until there is enough for a packet.
  'x-accel-buffering': 'no',
}

type Body = ReadableStream<Uint8Array<ArrayBuffer>>

function openStream(reader: Reader, begin: string, ended: (stream: Stream) => void): { stream: Stream; body: Body } {
  let controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined
  const stream: Stream = {
    ...reader,
    send: (text) => {
      if (controller === undefined) return
      if ((controller.desiredSize ?? 0) < -mostWaiting) stream.end()
      else controller.enqueue(bytesOf(text))
    },
    end: () => {
      const open = controller
      controller = undefined
      ended(stream)
      open?.close()
    },
  }
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (given) => {
      controller = given
      given.enqueue(bytesOf(begin))
    },
    cancel: () => {
      controller = undefined
      ended(stream)
    },
  })
  return { stream, body }
}

/** Nought: everybody. */
const tellPersons = (readers: Readers, personId: number): void => {
  const within = spread(readers.count())
  for (const stream of personId === 0 ? readers.all() : readers.ofPerson(personId)) stream.send(personal(within))
}

/** Each change once, to those whom the database says it reaches in that moment. */
const tellReaders = async (readers: Readers, judge: Judge, topic: number, ids: ReadonlySet<number>): Promise<void> => {
  const streams = readers.of(topic)
  for (let first = 0; first < streams.length; first += batch) {
    const some = streams.slice(first, first + batch)
    const sessions = [...new Set(some.map(({ session }) => session))]
    for (const id of ids) {
      const reached = await judge(sessions, id)
      for (const stream of some) if (reached.has(stream.session)) stream.send(message([id], spread(readers.count())))
    }
  }
}

/** What is told of one thing within a moment is told together. */
function createGathering(flush: (topic: number, ids: ReadonlySet<number>) => void) {
  const gathered = new Map<number, Set<number>>()
  return (topic: number, id: number): void => {
    const known = gathered.get(topic)
    if (known !== undefined) {
      known.add(id)
      return
    }
    const ids = new Set([id])
    gathered.set(topic, ids)
    setTimeout(() => {
      gathered.delete(topic)
      flush(topic, ids)
    }, gathering)
  }
}

const endAll = (streams: readonly Stream[]): void => {
  for (const stream of streams) stream.end()
}

/** Runs only while somebody reads. */
function createHeart(readers: Readers) {
  let timer: NodeJS.Timeout | undefined
  const beat = (): void => {
    for (const stream of readers.all()) stream.send(':\n\n')
  }
  return {
    start: (): void => {
      timer ??= setInterval(beat, heartbeat).unref()
    },
    stop: (): void => {
      clearInterval(timer)
      timer = undefined
    },
  }
}

async function sendMissed(stream: Stream, listMissed: () => Promise<readonly number[]>): Promise<void> {
  try {
    const missed = await listMissed()
    if (missed.length > 0) stream.send(message(missed, 0))
  } catch (stop) {
    stream.end()
    throw stop
  }
}

/** `failed` is told when the database did not answer: those readers begin again. */
export function createStreams(judge: Judge, failed: (error: unknown) => void): Streams {
  const readers = createReaders()
  const heart = createHeart(readers)
  let closed = false
  const gather = createGathering((topic, ids) => {
    if (topic <= 0) return tellPersons(readers, -topic)
    tellReaders(readers, judge, topic, ids).catch((error) => {
      failed(error)
      endAll(readers.of(topic))
    })
  })
  const ended = (stream: Stream): void => {
    readers.delete(stream)
    if (readers.count() === 0) heart.stop()
  }
  return {
    open: async (reader, listMissed) => {
      const { stream, body } = openStream(reader, `retry: ${comingBack()}\n:\n\n`, ended)
      readers.add(stream)
      heart.start()
      await sendMissed(stream, listMissed)
      // Closed while that was asked.
      if (closed) stream.end()
      return new Response(body, { headers })
    },
    tell: (payload) => {
      if (payload === undefined) return endAll(readers.all())
      const [topic = 0, id = 0] = payload.split(' ').map(Number)
      if (topic <= 0 ? readers.count() > 0 : readers.of(topic).length > 0) gather(topic, id)
    },
    isFull: () => closed || readers.count() >= mostOfAll,
    count: readers.count,
    close: () => {
      closed = true
      endAll(readers.all())
    },
  }
}
