// Links in the editor: a row that asks where they lead. Only addresses that the server lets through as well.
import type { RichField } from './rich-text-editor.ts'

/** http, https, mailto, or a place on this site. */
export const isAddress = (text: string): boolean => /^(?:https?:\/\/\S|mailto:\S|\/(?!\/)|#)/i.test(text.trim())

/** What people type, as an address; undefined where it is none. */
function addressOf(typed: string): string | undefined {
  const text = typed.trim()
  if (isAddress(text)) return text
  if (/^[^\s@:/]+@[^\s@:/]+\.\p{L}+$/u.test(text)) return `mailto:${text}`
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:[/?#]\S*)?$/u.test(text) ? `https://${text}` : undefined
}

interface Row {
  readonly row: HTMLElement
  readonly input: HTMLInputElement
  readonly issue: HTMLElement | null
}

function close({ row }: Row, field: RichField): void {
  row.hidden = true
  field.editor?.commands.focus()
}

function open({ row, input, issue }: Row, field: RichField): void {
  const href = field.editor?.getAttributes('link')['href']
  input.value = typeof href === 'string' ? href : ''
  if (issue) issue.hidden = true
  row.hidden = false
  input.focus()
}

/** Without anything marked, the address itself becomes the text. */
function set(place: Row, field: RichField): void {
  const href = addressOf(place.input.value)
  if (place.issue) place.issue.hidden = href !== undefined
  place.input.ariaInvalid = href === undefined ? 'true' : null
  if (href === undefined) {
    place.input.focus()
    return
  }
  const { editor } = field
  if (editor?.state.selection.empty && !editor.isActive('link'))
    editor.commands.insertContent({
      type: 'text',
      text: place.input.value.trim(),
      marks: [{ type: 'link', attrs: { href } }],
    })
  else editor?.chain().extendMarkRange('link').setLink({ href }).run()
  close(place, field)
}

export function bindLinks(field: RichField): void {
  const row = field.frame.querySelector<HTMLElement>('[data-link]')
  const input = row?.querySelector('input')
  if (!row || !input) return
  const place = { row, input, issue: row.querySelector<HTMLElement>('[data-address-issue]') }
  const acts: Readonly<Record<string, () => void>> = {
    link: () => (row.hidden ? open(place, field) : close(place, field)),
    'link-set': () => set(place, field),
    'link-leave': () => close(place, field),
    'link-remove': () => {
      field.editor?.chain().extendMarkRange('link').unsetLink().run()
      close(place, field)
    },
    plain: () => {
      row.hidden = true
    },
  }
  field.frame.addEventListener('click', (event) => {
    acts[(event.target as Element).closest<HTMLElement>('[data-act]')?.dataset.act ?? '']?.()
  })
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    // Enter would send the whole form.
    event.preventDefault()
    acts[event.key === 'Enter' ? 'link-set' : 'link-leave']?.()
  })
  // The address is not part of the form before it is in the text.
  input.addEventListener('input', (event) => event.stopPropagation())
}
