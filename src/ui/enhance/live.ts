// Reading along: what others write, change or take back below appears while one reads, and nothing moves under one's eyes.
// The server tells numbers only; what they stand for is asked for like every page, so it is what this reader may see.
import { fetchFragment } from './fragment.ts'
import { hearNews } from './news.ts'
import { keepOpen } from './stream.ts'

interface Told {
  readonly ids: readonly number[]
  /** So many readers ask within this time, each at a moment of their own. Milliseconds. */
  readonly within: number
}

interface Thread {
  readonly frame: HTMLElement
  readonly waiting: Set<number>
  since: string
  timer?: number
  line?: HTMLAnchorElement
}

const listIn = (root: ParentNode): Element | null => root.querySelector('#thread .replies')
const repliesIn = (root: ParentNode): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('#thread .reply')]

/** What is drawn anew above does not push down what is being read. */
function holdingStill(change: () => void): void {
  const seen = repliesIn(document).find((one) => one.getBoundingClientRect().bottom > 0)
  const before = seen?.getBoundingClientRect().top
  change()
  if (seen?.isConnected && before !== undefined) scrollBy(0, seen.getBoundingClientRect().top - before)
}

/** Whoever marks words of it, or stands in it, keeps it as it is until they look again. */
const isBusy = (reply: HTMLElement): boolean =>
  reply.contains(document.activeElement) ||
  (getSelection()?.isCollapsed === false && getSelection()?.containsNode(reply, true)) === true

/** The first of them, where it was not there before. */
function take(fresh: Document): HTMLElement[] {
  const added: HTMLElement[] = []
  for (const theirs of repliesIn(fresh)) {
    const ours = document.getElementById(theirs.id)
    if (ours && (ours.dataset.mark === theirs.dataset.mark || isBusy(ours))) continue
    const reply = document.adoptNode(theirs.closest('li') ?? theirs)
    if (ours) (ours.closest('li') ?? ours).replaceWith(reply)
    else {
      listIn(document)?.append(reply)
      added.push(theirs)
    }
  }
  return added
}

/** Where nobody had written yet there is no list to append to: the whole part is exchanged. */
function begin(frame: HTMLElement, fresh: Document): void {
  const theirs = fresh.querySelector('#thread')
  if (theirs) frame.replaceChildren(...theirs.childNodes)
}

function say(thread: Thread, count: number, href: string): void {
  thread.line ??= makeLine(thread)
  const total = Number(thread.line.dataset.count ?? 0) + count
  thread.line.dataset.count = String(total)
  thread.line.textContent = (thread.frame.dataset.liveNew ?? '').replace('{count}', String(total))
  if (!thread.line.hash) thread.line.href = href
  thread.line.hidden = false
}

function makeLine({ frame }: Thread): HTMLAnchorElement {
  const place = document.createElement('p')
  place.className = 'live-line'
  place.setAttribute('role', 'status')
  const line = document.createElement('a')
  place.append(line)
  frame.after(place)
  const done = (): void => {
    line.hidden = true
    line.removeAttribute('href')
    line.dataset.count = '0'
  }
  line.addEventListener('click', () => setTimeout(done))
  return line
}

/** Seen at once, it needs no line. */
const isInSight = (reply: HTMLElement): boolean => reply.getBoundingClientRect().top < innerHeight

function show(thread: Thread, fresh: Document, ids: readonly number[]): void {
  const { frame } = thread
  const first = repliesIn(document).length === 0
  let added: HTMLElement[] = []
  holdingStill(() => {
    if (first) begin(frame, fresh)
    else added = take(fresh)
  })
  const news = first ? repliesIn(document) : added
  const unseen = news.filter((one) => !isInSight(one))
  if (unseen[0]) {
    say(thread, unseen.length, `#${unseen[0].id}`)
    return
  }
  // On a later page of the thread; what was changed on an earlier one is seen there.
  const newest = Math.max(0, ...repliesIn(document).map((one) => Number(one.id.replace('reply-', ''))))
  const beyond = ids.filter((id) => id > newest && !document.getElementById(`reply-${id}`))
  if (frame.dataset.liveLast === undefined && beyond[0]) say(thread, beyond.length, `/replies/${beyond[0]}`)
}

async function ask(thread: Thread): Promise<void> {
  const ids = [...thread.waiting]
  thread.waiting.clear()
  // The same page of the thread as is read: by whatever it was asked for, a number, a reply, a quote.
  const fresh = await fetchFragment(location.pathname + location.search, 'thread').catch(() => undefined)
  if (fresh) show(thread, fresh, ids)
}

function hear(thread: Thread, event: MessageEvent<string>): void {
  thread.since = event.lastEventId || thread.since
  const { ids, within } = JSON.parse(event.data) as Told
  for (const id of ids) thread.waiting.add(id)
  clearTimeout(thread.timer)
  thread.timer = window.setTimeout(() => void ask(thread), 300 + Math.random() * within)
}

export function readAlong(): void {
  const frame = document.querySelector<HTMLElement>('[data-live]')
  if (!frame) return
  const thread: Thread = { frame, waiting: new Set(), since: frame.dataset.liveSince ?? '' }
  keepOpen(() => `${frame.dataset.live}?${new URLSearchParams({ since: thread.since })}`, {
    changed: (event) => hear(thread, event),
    news: hearNews,
  })
}
