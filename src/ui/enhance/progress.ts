// A panel of long work asks again every two seconds, until the server draws it without the wish to.
import { fetchFragment } from './fragment.ts'

const pause = 2000

async function refresh(panel: HTMLElement): Promise<void> {
  const fragment = await fetchFragment(panel.dataset.refresh ?? '', 'progress').catch(() => undefined)
  const fresh = fragment?.querySelector<HTMLElement>('.progress-panel')
  if (!fresh) return wait(panel)
  const next = document.adoptNode(fresh)
  panel.replaceWith(next)
  if (next.dataset.refresh) wait(next)
}

const wait = (panel: HTMLElement): void => void setTimeout(() => void refresh(panel), pause)

export function refreshPanels(): void {
  for (const panel of document.querySelectorAll<HTMLElement>('[data-refresh]')) {
    panel.setAttribute('aria-live', 'polite')
    wait(panel)
  }
}
