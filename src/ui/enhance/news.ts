// The bell: how much is new changes while a page is open, in all tabs, without a flash. Screen readers are told when they pause.
import { keepOpen } from './stream.ts'

interface Counted {
  readonly count: number
  /** "3 new things". */
  readonly words: string
}

const bell = (): HTMLElement | null => document.querySelector('[data-news]')

function show(at: HTMLElement, { count, words }: Counted): void {
  if (at.dataset.count === String(count)) return
  at.dataset.count = String(count)
  const shown = at.querySelector<HTMLElement>('.top-count')
  if (shown) {
    shown.textContent = count > 99 ? '99+' : String(count)
    shown.hidden = count === 0
  }
  const told = at.querySelector('[aria-live]')
  if (told) told.textContent = words
}

async function ask(): Promise<void> {
  const at = bell()
  const answer = at?.dataset.newsCount ? await fetch(at.dataset.newsCount).catch(() => undefined) : undefined
  if (at && answer?.ok) show(at, (await answer.json()) as Counted)
}

let timer: number | undefined
/** Several at once are one; of thousands of readers each asks at a moment of their own. */
export function hearNews(event: MessageEvent<string>): void {
  const { within } = JSON.parse(event.data) as { within: number }
  clearTimeout(timer)
  timer = window.setTimeout(() => void ask(), 200 + Math.random() * within)
}

/** Where a thread is read along, its stream tells of news, too. */
export function followNews(): void {
  const at = bell()
  if (!at) return
  const address = at.dataset.news ?? ''
  if (!document.querySelector('[data-live]')) keepOpen(() => address, { news: hearNews })
  // Kept pages and other tabs: what was read meanwhile is not counted any more.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void ask()
  })
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void ask()
  })
  if (at.dataset.count === undefined) void ask()
}
