// Many folded groups of choices, and a field above them: while one types, only what matches is left, unfolded.

/** "Łódź" is found by "lodz": without accents, without size. */
const fold = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('ß', 'ss').trim()

const matches = (text: string, words: readonly string[]): boolean => words.every((word) => fold(text).includes(word))

/** Opened here, and to be folded again when nothing is sought any more. */
const opened = new WeakSet<HTMLDetailsElement>()

function unfold(group: HTMLDetailsElement, open: boolean): void {
  if (open && !group.open) opened.add(group)
  if (open) group.open = true
  else if (opened.delete(group)) group.open = false
}

/** How many choices of this group match. What is ticked stays in sight; a group whose own name matches stays whole. */
function narrow(group: HTMLDetailsElement, words: readonly string[]): number {
  const whole = words.length === 0 || matches(group.querySelector('summary')?.textContent ?? '', words)
  let found = 0
  let kept = 0
  for (const choice of group.querySelectorAll<HTMLElement>('.choice')) {
    const hit = whole || matches(choice.textContent, words)
    const ticked = choice.querySelector<HTMLInputElement>('input:checked') !== null
    choice.hidden = !hit && !ticked
    if (hit) found += 1
    if (!choice.hidden) kept += 1
  }
  group.hidden = kept === 0
  unfold(group, words.length > 0 && kept > 0)
  return found
}

function narrowWith(search: HTMLElement, input: HTMLInputElement): void {
  const groups = [...(search.parentElement?.querySelectorAll('details') ?? [])]
  const said = search.querySelector('[role=status]')
  const seek = (): void => {
    const words = fold(input.value).split(/\s+/).filter(Boolean)
    const found = groups.reduce((sum, group) => sum + narrow(group, words), 0)
    if (said) said.textContent = words.length === 0 ? '' : (search.dataset.found ?? '').replace('#', String(found))
  }
  input.addEventListener('input', (event) => {
    // What is sought is not what is told: nothing of it has to be kept or warned about.
    event.stopPropagation()
    seek()
  })
  // Enter would save the form.
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault()
  })
  search.hidden = false
  // Going back, a browser has put the words where they were.
  seek()
}

export function narrowChoices(): void {
  for (const search of document.querySelectorAll<HTMLElement>('[data-narrow-choices]')) {
    const input = search.querySelector('input')
    if (input) narrowWith(search, input)
  }
}
