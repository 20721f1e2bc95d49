// The name of a place beside the pointer, at once and legible, instead of the browser's slow tooltip.

const nameOf = (point: Element): string => {
  const title = point.querySelector('title')
  if (title) {
    point.setAttribute('data-name', title.textContent)
    title.remove()
  }
  return point.getAttribute('data-name') ?? ''
}

function show(map: HTMLElement, label: HTMLElement, point: Element): void {
  label.textContent = nameOf(point)
  map.append(label)
  const frame = map.getBoundingClientRect()
  const place = point.getBoundingClientRect()
  const left = place.x + place.width / 2 - frame.x - label.offsetWidth / 2
  label.style.setProperty('left', `${Math.max(0, Math.min(left, frame.width - label.offsetWidth))}px`)
  label.style.setProperty('top', `${place.y - frame.y - label.offsetHeight - 6}px`)
}

export function nameMapPoints(): void {
  for (const map of document.querySelectorAll<HTMLElement>('.map')) {
    const label = document.createElement('span')
    label.className = 'map-name'
    label.setAttribute('aria-hidden', 'true')
    map.addEventListener('pointerover', (event) => {
      const point = (event.target as Element).closest('.map-point')
      if (point) show(map, label, point)
      else label.remove()
    })
    map.addEventListener('pointerleave', () => label.remove())
  }
}
