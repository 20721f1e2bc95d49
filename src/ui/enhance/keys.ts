// Keyboard: `/` searches, `g` and a letter goes, `n` begins something new, `?` lists all this.

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** How long the letter after `g` is waited for. */
const patience = 1500
let goingSince = Number.NEGATIVE_INFINITY

const follow = (selector: string): boolean => {
  const link = document.querySelector<HTMLElement>(selector)
  link?.click()
  return link !== null
}

function search(): boolean {
  const box = document.querySelector<HTMLInputElement>('[data-shortcut="/"]')
  box?.focus()
  box?.select()
  return box !== null
}

function help(): boolean {
  const dialog = document.getElementById('keyboard-help')
  dialog?.togglePopover?.()
  return dialog !== null
}

function act(key: string): boolean {
  if (performance.now() - goingSince < patience) {
    goingSince = Number.NEGATIVE_INFINITY
    return /^[a-z]$/.test(key) && follow(`[data-go="${key}"]`)
  }
  if (key === 'g') goingSince = performance.now()
  if (key === '/') return search()
  if (key === 'n') return follow('[data-new]')
  return key === '?' && help()
}

export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
    if (act(event.key)) event.preventDefault()
  })
}
