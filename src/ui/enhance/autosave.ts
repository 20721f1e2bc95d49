// What is typed is kept while one types: a closed browser or a dead battery loses nothing.
// Where keeping fails (no connection, signed out meanwhile) the person is told, and it is tried again.

/** After this pause in typing; short enough for a sentence, long enough not to send each letter. Milliseconds. */
const pause = 1500
/** After a failure, doubled each time up to the longest: a server that comes back is not met by everybody at once. */
const firstWait = 5000
const longestWait = 60_000

type Answer = 'kept' | 'signed-out' | 'away'

async function keep(form: HTMLFormElement): Promise<Answer> {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
  const answer = await fetch(form.dataset.autosave ?? '', { method: 'POST', body: fields }).catch(() => undefined)
  if (answer?.ok) return 'kept'
  return answer?.status === 401 ? 'signed-out' : 'away'
}

function say(form: HTMLFormElement, answer: Answer): void {
  const place = form.querySelector<HTMLElement>('[data-kept]')
  if (!place) return
  const { kept = '', signedOut = '', away = '' } = form.dataset
  const sentence = { kept, 'signed-out': signedOut, away }[answer]
  // The same words again would be read aloud again.
  if (place.textContent !== sentence) place.textContent = sentence
  place.classList.toggle('form-not-kept', answer !== 'kept')
}

function keepForm(form: HTMLFormElement, whenKept: () => void): void {
  let timer = 0
  let sent = false
  let typed = 0
  let wait = firstWait
  let failing = false
  const plan = (milliseconds: number): void => {
    clearTimeout(timer)
    timer = window.setTimeout(tryNow, milliseconds)
  }
  async function tryNow(): Promise<void> {
    const upTo = typed
    const answer = sent ? undefined : await keep(form)
    if (answer === undefined || sent) return
    say(form, answer)
    failing = answer !== 'kept'
    // Typed meanwhile: that is not kept yet, and has its own timer.
    if (!failing && typed === upTo) whenKept()
    if (failing && typed === upTo) plan(wait)
    wait = failing ? Math.min(longestWait, wait * 2) : firstWait
  }
  form.addEventListener('submit', () => {
    sent = true
    clearTimeout(timer)
  })
  form.addEventListener('input', () => {
    typed += 1
    plan(pause)
  })
  // The connection is back, or somebody comes back from signing in elsewhere.
  for (const moment of ['online', 'focus']) addEventListener(moment, () => failing && plan(0))
}

/** `whenKept` is told, so that nobody is warned about text that is safe. */
export function keepTyping(whenKept: () => void): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) keepForm(form, whenKept)
}
