// The editor above a plain field. The field stays the one that is sent: it holds the Markdown, and is only written when somebody edits.
import { Editor, type JSONContent } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { bindBar, showState } from './rich-text-bar.ts'
import { bindLinks, isAddress } from './rich-text-links.ts'
import { prepare } from './rich-text-paste.ts'
import { readMarkdown } from './rich-text-read.ts'
import { watchRoom } from './rich-text-room.ts'
import { survives } from './rich-text-round-trip.ts'
import { writeMarkdown } from './rich-text-write.ts'

/** What the server's Markdown knows and the bar offers; the rest of what is pasted becomes plain paragraphs. */
const kit = StarterKit.configure({
  code: false,
  codeBlock: false,
  horizontalRule: false,
  strike: false,
  underline: false,
  trailingNode: false,
  // `#` is shown as h3: headings of a text stand below those of the page.
  heading: { levels: [3, 4, 5, 6] },
  dropcursor: false,
  link: {
    openOnClick: false,
    defaultProtocol: 'https',
    isAllowedUri: isAddress,
    HTMLAttributes: { target: null, rel: 'nofollow noopener' },
  },
})

export interface RichField {
  readonly frame: HTMLElement
  readonly area: HTMLTextAreaElement
  /** The id by which the label, the summary of errors and the page's own links know the field. */
  readonly id: string
  editor?: Editor | undefined
  /** What stands in the area as far as the editor knows. */
  written?: string
}

const attributesOf = ({ frame, area, id }: RichField): Record<string, string> => {
  const label = document.querySelector<HTMLLabelElement>(`label[for="${CSS.escape(id)}"]`)
  if (label) label.id = `${id}-label`
  const described = area.getAttribute('aria-describedby')?.replace(`${id}-marks`, '').trim()
  return {
    id,
    class: 'control control-full prose rich-text-editor',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-labelledby': `${id}-label`,
    lang: area.lang || frame.closest<HTMLElement>('[lang]')?.lang || '',
    ...(described && { 'aria-describedby': described }),
    ...(area.required && { 'aria-required': 'true' }),
    ...(area.ariaInvalid && { 'aria-invalid': area.ariaInvalid }),
  }
}

/** Undone to where it began, the text is again the one that came, sign by sign. */
function writeInto(field: RichField, came: string): (editor: Editor) => void {
  const first = writeMarkdown(readMarkdown(came).doc)
  let last = first
  return (editor) => {
    const next = writeMarkdown(editor.getJSON() as Parameters<typeof writeMarkdown>[0])
    if (next === last) return
    last = next
    field.written = next === first ? came : next
    field.area.value = field.written
    field.area.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

/** Tab leads on to the next field, as everywhere; within lists Tiptap would indent with it. */
const habits = {
  handleDOMEvents: { keydown: (_view: unknown, event: KeyboardEvent): boolean => event.key === 'Tab' },
  transformPastedHTML: prepare,
}

function showEditor(field: RichField): void {
  const { frame, area } = field
  const attributes = attributesOf(field)
  const write = writeInto(field, area.value)
  const height = area.offsetHeight
  const place = document.createElement('div')
  area.before(place)
  area.id = `${field.id}-markdown`
  const editor = new Editor({
    element: place,
    extensions: [kit],
    // Tiptap's type wants lists that may be written to; it copies them into its own nodes.
    content: readMarkdown(area.value).doc as JSONContent,
    injectCSS: false,
    editorProps: { ...habits, attributes },
    onUpdate: () => write(editor),
    onTransaction: () => showState(frame, editor),
  })
  editor.view.dom.style.setProperty('min-block-size', `${height}px`)
  area.hidden = true
  frame.dataset.mode = 'rich'
  Object.assign(field, { editor, written: area.value })
  showState(frame, editor)
}

function showPlain(field: RichField): void {
  const { frame, area, editor } = field
  const place = editor?.view.dom.parentElement
  editor?.destroy()
  place?.remove()
  field.editor = undefined
  area.id = field.id
  area.hidden = false
  frame.dataset.mode = 'plain'
}

/** To the editor, if it can show everything; `anyway`: what it cannot show becomes lines of text, once somebody edits. */
function toRich(field: RichField, anyway = false): boolean {
  const note = field.frame.querySelector<HTMLElement>('[data-note]')
  const fits = anyway || survives(field.area.value)
  if (note) note.hidden = fits
  if (fits) showEditor(field)
  else field.frame.dataset.mode = 'plain'
  return fits
}

const focusEditor = ({ editor }: RichField): void => void editor?.commands.focus()

function toggle(field: RichField): void {
  if (field.editor) {
    showPlain(field)
    field.area.focus()
  } else if (toRich(field)) focusEditor(field)
}

/** A browser that brings back what was typed before a crash writes into the area: the editor follows. */
function follow(field: RichField): void {
  if (!field.editor || field.area.value === field.written) return
  showPlain(field)
  toRich(field)
}

/** Whoever is already typing goes on as they began: nothing moves under their hands. */
const isBusy = (area: HTMLTextAreaElement): boolean => document.activeElement === area && area.value !== ''

export function openEditor(frame: HTMLElement): void {
  const area = frame.querySelector('textarea')
  if (!area) return
  const field: RichField = { frame, area, id: area.id }
  const hadFocus = document.activeElement === area
  bindBar(field, { plain: () => toggle(field), anyway: () => toRich(field, true) && focusEditor(field) })
  bindLinks(field)
  watchRoom(field)
  area.addEventListener('input', () => follow(field))
  // A label leads into a field, but not into an element that is one only by its role.
  document.querySelector(`label[for="${CSS.escape(field.id)}"]`)?.addEventListener('click', () => focusEditor(field))
  if (isBusy(area)) frame.dataset.mode = 'plain'
  else if (toRich(field) && hadFocus) focusEditor(field)
}
