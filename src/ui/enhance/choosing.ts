// Ticks that belong to a form below a list: says how many there are, and carries them along when the list is narrowed or turned.

const ticks = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>('input[data-choice]:checked')]

function say(count: number): void {
  const place = document.querySelector('[data-choice-count]')
  const words =
    document.querySelector(`template[data-choice-said="${count}"]`) ??
    document.querySelector('template[data-choice-said="more"]')
  if (place) place.textContent = count === 0 || words === null ? '' : words.innerHTML
}

/** Without script the ticks of this page go with the button; with it they also go with filters and pages. */
function carry(chosen: readonly HTMLInputElement[]): void {
  const pairs = chosen.map(({ name, value }): [string, string] => [name, value])
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-choice-carried] a[href]')) {
    const url = new URL(link.href)
    url.searchParams.delete('practice')
    for (const [name, value] of pairs) url.searchParams.append(name, value)
    link.href = url.pathname + url.search
  }
  for (const form of document.querySelectorAll('form[data-facets]')) {
    for (const old of form.querySelectorAll('input[type="hidden"][name="practice"]')) old.remove()
    for (const [name, value] of pairs) {
      const input = document.createElement('input')
      Object.assign(input, { type: 'hidden', name, value })
      form.append(input)
    }
  }
}

const tell = (): void => {
  const chosen = ticks()
  say(chosen.length)
  carry(chosen)
}

export function countChosen(): void {
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && 'choice' in target.dataset) tell()
  })
  // The list is exchanged when it is narrowed; what was ticked in it comes back ticked from the server.
  const list = document.querySelector('[data-choosing]')?.parentElement
  if (list) new MutationObserver(() => say(ticks().length)).observe(list, { childList: true })
  // Going back, a browser has put the ticks where they were.
  addEventListener('pageshow', tell)
  tell()
}
