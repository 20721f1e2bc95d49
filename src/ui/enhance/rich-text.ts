// Fields for rich text get their editor when they come into view, so that long forms open at once.
// Without script, or where the editor does not arrive, the field stays what it is: a place to write Markdown.

/** Begins somewhat before it is seen. */
const nearly = '300px'

async function enrich(field: HTMLElement): Promise<void> {
  try {
    const { openEditor } = await import('./rich-text-editor.ts')
    openEditor(field)
  } catch {
    field.dataset.richText = 'absent'
  }
}

export function offerRichText(): void {
  const fields = document.querySelectorAll<HTMLElement>('[data-rich-text]')
  if (fields.length === 0) return
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue
        watcher.unobserve(target)
        void enrich(target as HTMLElement)
      }
    },
    { rootMargin: nearly },
  )
  const watch = (): void => {
    for (const field of fields) watcher.observe(field)
  }
  // Going back, browsers put in what was typed before; some only when all is loaded.
  if (document.readyState === 'complete') watch()
  else addEventListener('load', watch, { once: true })
}
