// Calling somebody by @: while a name is typed, those whom the text reaches are proposed below the field.
import { fetchFragment } from './fragment.ts'

const pause = 180
/** As far as somebody has typed a name: at least two letters. */
const begun = /(?:^|[\s(])@(\p{L}[\p{L}\p{M}'’.-]*(?: \p{L}[\p{L}\p{M}'’.-]*){0,3})$/u

interface Picker {
  readonly frame: HTMLElement
  readonly list: HTMLElement
  chosen: number
  timer?: number
  running?: AbortController
}

/** The text before the cursor in the line that is written, in the editor or in the plain field. */
function before(field: Element): string {
  if (field instanceof HTMLTextAreaElement) return field.value.slice(0, field.selectionStart)
  const selection = getSelection()
  const node = selection?.anchorNode
  return node?.nodeType === Node.TEXT_NODE && field.contains(node)
    ? (node.textContent ?? '').slice(0, selection?.anchorOffset)
    : ''
}

const fieldOf = ({ frame }: Picker): HTMLElement | null =>
  frame.querySelector<HTMLElement>('[role=textbox], textarea:not([hidden])')
const optionsOf = ({ list }: Picker): HTMLElement[] => [...list.children] as HTMLElement[]

function close(picker: Picker): void {
  picker.list.hidden = true
  picker.chosen = -1
  const field = fieldOf(picker)
  field?.removeAttribute('aria-activedescendant')
  field?.removeAttribute('aria-controls')
}

function choose(picker: Picker, index: number): void {
  const options = optionsOf(picker)
  picker.chosen = (index + options.length) % options.length
  options.forEach((option, place) => {
    option.setAttribute('aria-selected', String(place === picker.chosen))
  })
  fieldOf(picker)?.setAttribute('aria-activedescendant', options[picker.chosen]?.id ?? '')
}

/** Typed as if by hand, so that the editor and what it undoes know of it. */
function put(picker: Picker, name: string): void {
  const field = fieldOf(picker)
  const typed = field && begun.exec(before(field))?.[1]
  if (!field || !typed) return
  field.focus()
  if (field instanceof HTMLTextAreaElement) {
    field.setRangeText(`${name} `, field.selectionStart - typed.length, field.selectionStart, 'end')
    field.dispatchEvent(new Event('input', { bubbles: true }))
  } else {
    const selection = getSelection()
    for (let letter = 0; letter < typed.length; letter += 1) selection?.modify('extend', 'backward', 'character')
    document.execCommand('insertText', false, `${name} `)
  }
  close(picker)
}

function fill(picker: Picker, fresh: Document): void {
  const options = [...fresh.querySelectorAll<HTMLElement>('li[data-name]')].map((item, index) => {
    const option = document.adoptNode(item)
    option.id = `call-${index}`
    option.setAttribute('role', 'option')
    return option
  })
  picker.list.replaceChildren(...options)
  picker.list.hidden = options.length === 0
  if (options.length === 0) {
    close(picker)
    return
  }
  fieldOf(picker)?.setAttribute('aria-controls', picker.list.id)
  choose(picker, 0)
}

async function ask(picker: Picker): Promise<void> {
  const field = fieldOf(picker)
  const name = field && begun.exec(before(field))?.[1]
  if (!name || name.length < 2) return close(picker)
  picker.running?.abort()
  picker.running = new AbortController()
  const url = `${picker.frame.dataset.mentions}?${new URLSearchParams({ q: name })}`
  const fresh = await fetchFragment(url, 'people', picker.running.signal).catch(() => undefined)
  if (fresh) fill(picker, fresh)
}

function onKey(picker: Picker, event: KeyboardEvent): void {
  if (picker.list.hidden) return
  const chosen = optionsOf(picker)[picker.chosen]
  if (event.key === 'ArrowDown') choose(picker, picker.chosen + 1)
  else if (event.key === 'ArrowUp') choose(picker, picker.chosen - 1)
  else if (event.key === 'Escape') close(picker)
  else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) put(picker, chosen.dataset.name ?? '')
  else return
  event.preventDefault()
  event.stopPropagation()
}

function offer(frame: HTMLElement, index: number): void {
  const list = document.createElement('ul')
  Object.assign(list, { className: 'suggestions', id: `people-${index}`, hidden: true })
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', frame.dataset.mentionsLabel ?? '')
  frame.append(list)
  const picker: Picker = { frame, list, chosen: -1 }
  frame.addEventListener('input', () => {
    clearTimeout(picker.timer)
    picker.timer = window.setTimeout(() => void ask(picker), pause)
  })
  // Before the editor sees the key.
  frame.addEventListener('keydown', (event) => onKey(picker, event), { capture: true })
  frame.addEventListener('focusout', () => window.setTimeout(() => close(picker), 150))
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const option = (event.target as Element).closest<HTMLElement>('[role=option]')
    if (option) put(picker, option.dataset.name ?? '')
  })
}

export function offerCalls(): void {
  document.querySelectorAll<HTMLElement>('[data-mentions]').forEach(offer)
}
