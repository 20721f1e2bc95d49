// An open answer of the server, held only while the page is looked at: browsers keep few connections to one place, and a
// hidden tab must not take one.

const shortestPause = 5000
const longestPause = 300_000

type Hears = Readonly<Record<string, (event: MessageEvent<string>) => void>>

interface Held {
  source?: EventSource | undefined
  /** Until it is opened again, where it was refused. Milliseconds, as the timer's. */
  pause: number
  again?: number
}

function open(held: Held, address: () => string, hears: Hears): void {
  if (held.source) return
  const source = new EventSource(address())
  for (const [name, hear] of Object.entries(hears)) source.addEventListener(name, hear)
  source.addEventListener('open', () => {
    held.pause = shortestPause
  })
  source.addEventListener('error', () => {
    // Cut off, a browser comes back by itself; refused (a restart, too many) it never does.
    if (source.readyState !== EventSource.CLOSED || held.source !== source) return
    close(held)
    held.again = window.setTimeout(() => open(held, address, hears), held.pause * (1 + Math.random()))
    held.pause = Math.min(2 * held.pause, longestPause)
  })
  held.source = source
}

function close(held: Held): void {
  clearTimeout(held.again)
  held.source?.close()
  held.source = undefined
}

/** `address` is asked for each time that it is opened. */
export function keepOpen(address: () => string, hears: Hears): void {
  const held: Held = { pause: shortestPause }
  const follow = (): void => (document.visibilityState === 'visible' ? open(held, address, hears) : close(held))
  document.addEventListener('visibilitychange', follow)
  addEventListener('pagehide', () => close(held))
  addEventListener('pageshow', follow)
  follow()
}
