// The bar above the editor: what each button does, which is pressed, and the arrow keys between them (WAI-ARIA, toolbar).
import type { Editor } from '@tiptap/core'
import type { RichField } from './rich-text-editor.ts'

const acts: Readonly<Record<string, (editor: Editor) => unknown>> = {
  bold: (editor) => editor.chain().focus().toggleBold().run(),
  italic: (editor) => editor.chain().focus().toggleItalic().run(),
  heading: (editor) =>
    editor.isActive('heading')
      ? editor.chain().focus().setParagraph().run()
      : editor.chain().focus().setHeading({ level: 3 }).run(),
  bullets: (editor) => editor.chain().focus().toggleBulletList().run(),
  numbers: (editor) => editor.chain().focus().toggleOrderedList().run(),
  quote: (editor) => editor.chain().focus().toggleBlockquote().run(),
  undo: (editor) => editor.chain().focus().undo().run(),
  redo: (editor) => editor.chain().focus().redo().run(),
}
const names: Readonly<Record<string, string>> = { bullets: 'bulletList', numbers: 'orderedList', quote: 'blockquote' }

const buttonsOf = (frame: HTMLElement): HTMLButtonElement[] => [
  ...frame.querySelectorAll<HTMLButtonElement>('.rich-text-bar button'),
]

/** Which buttons are pressed where the cursor stands, and whether there is something to undo. */
export function showState(frame: HTMLElement, editor: Editor): void {
  for (const button of buttonsOf(frame)) {
    const act = button.dataset.act ?? ''
    if (act === 'undo' || act === 'redo') button.ariaDisabled = String(!editor.can()[act]())
    else if (act !== 'plain') button.ariaPressed = String(editor.isActive(names[act] ?? act))
  }
}

function showMode({ frame, editor }: RichField): void {
  for (const button of buttonsOf(frame)) {
    const isSwitch = button.dataset.act === 'plain'
    button.disabled = false
    if (isSwitch) button.ariaPressed = String(!editor)
    else button.hidden = !editor
  }
  enter(
    frame,
    buttonsOf(frame).find((button) => !button.hidden),
  )
}

/** One stop for the Tab key; the arrows go on from there. */
function enter(frame: HTMLElement, chosen: HTMLButtonElement | undefined): void {
  for (const button of buttonsOf(frame)) button.tabIndex = button === chosen ? 0 : -1
}

function move(frame: HTMLElement, event: KeyboardEvent): void {
  const buttons = buttonsOf(frame).filter((button) => !button.hidden)
  const here = buttons.indexOf(document.activeElement as HTMLButtonElement)
  const places: Readonly<Record<string, number>> = {
    ArrowRight: here + 1,
    ArrowLeft: here - 1,
    Home: 0,
    End: buttons.length - 1,
  }
  const place = places[event.key]
  if (place === undefined) return
  event.preventDefault()
  const next = buttons[(place + buttons.length) % buttons.length]
  enter(frame, next)
  next?.focus()
}

/** `others`: what belongs to the field rather than to its text, such as the switch to plain text. */
export function bindBar(field: RichField, others: Readonly<Record<string, () => unknown>>): void {
  const { frame } = field
  frame.addEventListener('click', (event) => {
    const act = (event.target as Element).closest<HTMLElement>('[data-act]')?.dataset.act ?? ''
    if (field.editor) acts[act]?.(field.editor)
    if (!others[act]) return
    others[act]()
    showMode(field)
  })
  const bar = frame.querySelector<HTMLElement>('.rich-text-bar')
  // Pressing with the mouse leaves the cursor, and what is marked, in the text.
  bar?.addEventListener('mousedown', (event) => event.preventDefault())
  bar?.addEventListener('keydown', (event) => move(frame, event))
  queueMicrotask(() => showMode(field))
}
