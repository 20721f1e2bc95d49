// After a failed form the summary of errors gets the focus; its links lead into the field itself.

export function takeFocus(): void {
  document.querySelector<HTMLElement>('[data-takes-focus]')?.focus()
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('.error-summary a[href^="#"]')
    const field = link && document.getElementById(link.hash.slice(1))
    if (!field) return
    event.preventDefault()
    // The label comes into view before the focus: seeing only the field one would not know what is asked.
    field.closest('.field')?.scrollIntoView()
    field.focus({ preventScroll: true })
  })
}
