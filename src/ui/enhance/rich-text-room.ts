// How much room is left, said only when it becomes little.
import type { RichField } from './rich-text-editor.ts'

/** From this part of the room on. */
const nearly = 0.9

/** In steps of ten, so that nobody has a number read out at every letter. */
const inSteps = (left: number): number => (left > 20 ? left - (left % 10) : left)

export function watchRoom({ frame, area }: RichField): void {
  const place = frame.querySelector<HTMLElement>('[data-room]')
  const most = area.maxLength
  if (!place || most <= 0) return
  const say = (): void => {
    const left = most - area.value.length
    const { roomLeft = '', roomOver = '' } = place.dataset
    const sentence =
      left < 0 ? roomOver : roomLeft.replace('{left}', inSteps(left).toLocaleString(document.documentElement.lang))
    place.classList.toggle('field-error', left < 0)
    place.textContent = area.value.length < most * nearly ? '' : sentence
  }
  area.addEventListener('input', say)
  say()
}
