// A tick narrows the list at once; the address follows, so that back, reload and sending the link all work.
import { exchange, fetchFragment } from './fragment.ts'

let running: AbortController | undefined

function addressOf(form: HTMLFormElement): string {
  const query = new URLSearchParams()
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value !== '') query.append(name, value)
  const text = query.toString()
  return form.action.split('?')[0] + (text && `?${text}`)
}

async function show(url: string, target: string): Promise<boolean> {
  running?.abort()
  running = new AbortController()
  document.getElementById(target)?.setAttribute('aria-busy', 'true')
  const fragment = await fetchFragment(url, target, running.signal)
  if (!fragment || !exchange(target, fragment)) return false
  // Buttons beside the title lead on with the same choice: "Export" takes what is shown.
  const buttons = fragment.querySelector('.page-action')
  if (buttons) document.querySelector('.page-action')?.replaceWith(buttons)
  announce(document.querySelector(`#${target} [data-announced]`)?.textContent ?? '')
  // Counts change with the choice; what is typed or focused in the form itself must stay.
  const fresh = fragment.querySelectorAll<HTMLElement>('[data-facets] .facet-option')
  for (const option of fresh) renewCount(option)
  return true
}

const voice = document.createElement('p')
voice.className = 'visually-hidden'
voice.setAttribute('role', 'status')

function announce(sentence: string): void {
  voice.textContent = sentence
}

function renewCount(option: HTMLElement): void {
  const input = option.querySelector('input')
  const count = option.querySelector('.facet-count')?.textContent
  if (!input || count === undefined || count === null) return
  const same = `[data-facets] input[name="${CSS.escape(input.name)}"][value="${CSS.escape(input.value)}"]`
  const ours = document.querySelector(same)?.parentElement?.querySelector('.facet-count')
  if (ours) ours.textContent = count
}

async function apply(form: HTMLFormElement): Promise<void> {
  const url = addressOf(form)
  try {
    if (!(await show(url, form.dataset.facets ?? 'results'))) location.assign(url)
    else history.pushState({ narrowed: true }, '', url)
  } catch (failure) {
    // A newer tick has taken over; anything else is left to the browser.
    if (!(failure instanceof DOMException && failure.name === 'AbortError')) location.assign(url)
  }
}

export function narrowAtOnce(): void {
  const forms = document.querySelectorAll<HTMLFormElement>('form[data-facets]')
  if (forms.length === 0) return
  document.body.append(voice)
  for (const form of forms) form.addEventListener('change', () => void apply(form))
  // The ticks of an earlier state are the server's to draw.
  addEventListener('popstate', () => location.reload())
}
