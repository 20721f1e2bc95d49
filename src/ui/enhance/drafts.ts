// Before typed text is lost the browser asks; only where something was changed.

import { keepTyping } from './autosave.ts'

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
  keepTyping(() => {
    changed = false
  })
  addEventListener('beforeunload', (event) => {
    if (changed) event.preventDefault()
  })
}
