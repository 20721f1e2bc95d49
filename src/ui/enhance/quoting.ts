// Quoting without leaving the page: the marked words of a reply, or its beginning, go above one's own.

const mostQuoted = 400

/** What is marked within this reply; nothing where the mark reaches beyond it. */
function marked(reply: Element): string {
  const selection = getSelection()
  const words = reply.querySelector('[data-words]')
  if (
    !selection ||
    selection.isCollapsed ||
    !words?.contains(selection.anchorNode) ||
    !words.contains(selection.focusNode)
  )
    return ''
  return selection.toString()
}

const shortened = (text: string): string => {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length <= mostQuoted ? plain : `${plain.slice(0, mostQuoted).replace(/\s+\S*$/, '')} …`
}

function fill(form: HTMLFormElement, id: string, part: string, by: string): void {
  const box = form.querySelector<HTMLElement>('[data-quoting]')
  if (!box) return
  const put = (selector: string, text: string): void => {
    const place = box.querySelector(selector)
    if (place) place.textContent = text
  }
  put('[data-quoted-part]', part)
  put('[data-quoted-by]', by)
  for (const [name, value] of Object.entries({ quote: id, part })) {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLInputElement) field.value = value
  }
  box.hidden = id === ''
  // Kept with what is typed.
  form.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Paragraph by paragraph, so that words of two do not run together. */
function wordsOf(reply: Element): string {
  const blocks = [...(reply.querySelector('[data-words] > *')?.children ?? [])]
  return blocks
    .flatMap((one) => (one.matches('ul, ol') ? [...one.children] : [one]))
    .map((one) => one.textContent)
    .join(' ')
}

const authorOf = (reply: Element): string =>
  [...reply.querySelectorAll('.reply-head .person-name, .reply-head .person-note')]
    .map((one) => one.textContent.trim())
    .join(', ')

function quote(link: HTMLElement, form: HTMLFormElement): void {
  const reply = link.closest('.reply')
  if (!reply) return
  fill(form, link.dataset.quote ?? '', shortened(marked(reply) || wordsOf(reply)), authorOf(reply))
  form.scrollIntoView({ block: 'center' })
  form.querySelector<HTMLElement>('[role=textbox], textarea:not([hidden])')?.focus({ preventScroll: true })
}

export function offerQuoting(): void {
  const form = document.querySelector('[data-quoting]')?.closest('form')
  if (!form) return
  // Pressing takes the mark away in some browsers before the click arrives.
  document.addEventListener('mousedown', (event) => {
    if ((event.target as Element).closest('[data-quote]') && getSelection()?.isCollapsed === false)
      event.preventDefault()
  })
  document.addEventListener('click', (event) => {
    const target = event.target as Element
    const link = target.closest<HTMLElement>('[data-quote]')
    const undo = target.closest('[data-unquote]')
    if (!link && !undo) return
    event.preventDefault()
    if (link) quote(link, form)
    else fill(form, '', '', '')
  })
}
