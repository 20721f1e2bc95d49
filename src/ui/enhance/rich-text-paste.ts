// What is pasted from elsewhere, before the editor takes from it what it knows. Word processors say "bold" with a style;
// our content security policy lets no style in, not even here, so that weight and slant are made elements first.

const actingAttribute = /\s(style|on\w+|srcdoc)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi

/** Only within tags: the words themselves may say `style="…"`. */
const withoutActing = (html: string): string =>
  html
    .replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>/gi, (tag) =>
      tag.replace(actingAttribute, (_all, name: string, value: string) =>
        name.toLowerCase() === 'style' ? ` data-style=${value}` : '',
      ),
    )

function wrap(element: Element, name: 'b' | 'i'): void {
  const mark = element.ownerDocument.createElement(name)
  mark.append(...element.childNodes)
  element.append(mark)
}

/** Google's documents wrap everything in a `<b>` that is not bold. */
function giveWeight(element: HTMLElement): void {
  const style = element.dataset.style ?? ''
  const isHeading = /^h[1-6]$/i.test(element.tagName)
  if (/font-weight:\s*(?:bold|[6-9]00)/i.test(style) && !isHeading) wrap(element, 'b')
  if (/font-style:\s*italic/i.test(style)) wrap(element, 'i')
  if (/^(?:b|strong)$/i.test(element.tagName) && /font-weight:\s*(?:normal|400)/i.test(style))
    element.replaceWith(...element.childNodes)
  else element.removeAttribute('data-style')
}

export function prepare(html: string): string {
  const pasted = new DOMParser().parseFromString(withoutActing(html), 'text/html')
  for (const element of pasted.querySelectorAll('iframe, object, embed, img, svg, math, template')) element.remove()
  for (const element of pasted.querySelectorAll<HTMLElement>('[data-style]')) giveWeight(element)
  return pasted.body.innerHTML
}
