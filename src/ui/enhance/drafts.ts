// Before typed text is lost the browser asks; only where something was changed.

export function watchDrafts(): void {
  let changed = false
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-unsaved]')) {
    form.addEventListener('input', () => {
      changed = true
    })
    form.addEventListener('submit', () => {
      changed = false
    })
  }
  // Few pages have such a form; the others do not load what it needs.
  if (document.querySelector('form[data-autosave]'))
    void import('./autosave.ts').then(({ keepTyping }) =>
      keepTyping(() => {
        changed = false
      }),
    )
  addEventListener('beforeunload', (event) => {
    if (changed) event.preventDefault()
  })
}
