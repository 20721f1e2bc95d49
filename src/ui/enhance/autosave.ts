// What is typed is kept while one types: a closed browser or a dead battery loses nothing.

/** After this pause in typing; short enough for a sentence, long enough not to send each letter. Milliseconds. */
const pause = 1500

async function keep(form: HTMLFormElement): Promise<boolean> {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
  const answer = await fetch(form.dataset.autosave ?? '', { method: 'POST', body: fields }).catch(() => undefined)
  return answer?.ok ?? false
}

/** `whenKept` is told, so that nobody is warned about text that is safe. */
export function keepTyping(whenKept: () => void): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) {
    let timer = 0
    let sent = false
    form.addEventListener('submit', () => {
      sent = true
      clearTimeout(timer)
    })
    form.addEventListener('input', () => {
      clearTimeout(timer)
      timer = window.setTimeout(async () => {
        if (sent || !(await keep(form))) return
        whenKept()
        const place = form.querySelector('[data-kept]')
        if (place) place.textContent = form.dataset.kept ?? ''
      }, pause)
    })
  }
}
