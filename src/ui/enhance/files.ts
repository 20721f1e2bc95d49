// A file that is too large is named before minutes of upload are lost; the server checks again.

export function checkFiles(): void {
  document.addEventListener('change', (event) => {
    const input = event.target as HTMLInputElement
    const most = Number(input.dataset?.maximumBytes)
    if (!most) return
    const large = [...(input.files ?? [])].filter((file) => file.size > most).map((file) => file.name)
    say(input, large.length === 0 ? '' : `${large.join(', ')}: ${input.dataset.tooLarge ?? ''}`)
    if (large.length > 0) input.value = ''
  })
}

function say(input: HTMLInputElement, sentence: string): void {
  const id = `${input.id}-size`
  const place = document.getElementById(id) ?? document.createElement('p')
  place.id = id
  place.className = 'field-error'
  place.setAttribute('role', 'alert')
  place.textContent = sentence
  if (!place.isConnected) input.after(place)
}
