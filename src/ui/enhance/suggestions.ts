// Search as you type: a list of suggestions below the box, as the combobox pattern of WAI-ARIA has it.
// The server answers GET <url>?q= with HTML: links or list items, each one suggestion.
import { fetchFragment } from './fragment.ts'

const pause = 180

interface Box {
  readonly input: HTMLInputElement
  readonly list: HTMLElement
  chosen: number
  timer?: number
  running?: AbortController
}

const optionsOf = (box: Box): HTMLElement[] => [...box.list.querySelectorAll<HTMLElement>('[role=option]')]

function close(box: Box): void {
  box.list.hidden = true
  box.chosen = -1
  box.input.setAttribute('aria-expanded', 'false')
  box.input.removeAttribute('aria-activedescendant')
}

function choose(box: Box, index: number): void {
  const options = optionsOf(box)
  if (options.length === 0) return
  box.chosen = (index + options.length) % options.length
  options.forEach((option, place) => {
    option.setAttribute('aria-selected', String(place === box.chosen))
  })
  box.input.setAttribute('aria-activedescendant', options[box.chosen]?.id ?? '')
  options[box.chosen]?.scrollIntoView({ block: 'nearest' })
}

/** The link itself is the option: nothing that can be pressed may lie within one (WAI-ARIA, children presentational). */
function itemOf(box: Box, entry: Element, index: number): HTMLElement {
  const item = document.createElement('li')
  item.append(...entry.childNodes)
  const link = item.querySelector('a')
  if (link) item.setAttribute('role', 'none')
  const option = link ?? item
  option.id = `${box.input.id}-option-${index}`
  option.tabIndex = -1
  option.setAttribute('role', 'option')
  option.setAttribute('aria-selected', 'false')
  return item
}

function fill(box: Box, fragment: Document): void {
  const entries = [...fragment.querySelectorAll('li')]
  box.list.replaceChildren(...entries.map((entry, index) => itemOf(box, entry, index)))
  box.list.hidden = entries.length === 0
  box.chosen = -1
  box.input.setAttribute('aria-expanded', String(entries.length > 0))
}

async function ask(box: Box): Promise<void> {
  const words = box.input.value.trim()
  if (words.length < 2) return close(box)
  box.running?.abort()
  box.running = new AbortController()
  const url = `${box.input.dataset.suggestions}?${new URLSearchParams({ q: words })}`
  const fragment = await fetchFragment(url, 'suggestions', box.running.signal).catch(() => undefined)
  if (fragment && document.activeElement === box.input) fill(box, fragment)
}

function follow(box: Box, option: HTMLElement): void {
  if (option instanceof HTMLAnchorElement) {
    location.assign(option.href)
    return
  }
  box.input.value = option.textContent.trim()
  close(box)
  box.input.form?.requestSubmit()
}

function onKey(box: Box, event: KeyboardEvent): void {
  if (box.list.hidden) return
  const chosen = optionsOf(box)[box.chosen]
  if (event.key === 'ArrowDown') choose(box, box.chosen + 1)
  else if (event.key === 'ArrowUp') choose(box, box.chosen < 0 ? -1 : box.chosen - 1)
  else if (event.key === 'Escape') close(box)
  else if (event.key === 'Enter' && chosen) follow(box, chosen)
  else return
  event.preventDefault()
}

function makeBox(input: HTMLInputElement): Box {
  const list = document.createElement('ul')
  list.className = 'suggestions'
  list.id = `${input.id}-suggestions`
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', input.dataset.suggestionsLabel ?? '')
  input.closest('form')?.append(list)
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-expanded', 'false')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-controls', list.id)
  return { input, list, chosen: -1 }
}

function listen(box: Box): void {
  box.input.addEventListener('input', () => {
    clearTimeout(box.timer)
    box.timer = window.setTimeout(() => void ask(box), pause)
  })
  box.input.addEventListener('keydown', (event) => onKey(box, event))
  box.input.addEventListener('blur', () => window.setTimeout(() => close(box), 150))
  // Pressing must not take the focus from the box before the click arrives.
  box.list.addEventListener('mousedown', (event) => event.preventDefault())
  box.list.addEventListener('click', (event) => {
    const option = (event.target as Element).closest<HTMLElement>('[role=option]')
    // The browser follows links by itself, also into another tab.
    if (option && !(option instanceof HTMLAnchorElement)) follow(box, option)
  })
}

/** The box gets its list on first use, so that pages load without it. */
export function suggest(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-suggestions]'))
    input.addEventListener('focus', () => listen(makeBox(input)), { once: true })
}
