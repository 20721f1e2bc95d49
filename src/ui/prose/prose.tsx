// A text that people wrote: one column, in its own language.
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'

export interface ProseProps {
  /** HTML that has been cleaned already (markdown-it + sanitize-html); it is printed as it is. */
  readonly html?: string | undefined
  readonly lang?: string | undefined
  /** Instead of html: elements. */
  readonly children?: Child
}

export const Prose = ({ html, lang, children }: ProseProps) => (
  <div class="prose" lang={lang}>
    {html === undefined ? children : raw(html)}
  </div>
)

/** Plain text as it was typed: an empty line begins a paragraph, a line end breaks the line. */
export const PlainText = ({ text, lang }: { readonly text: string; readonly lang?: string | undefined }) => (
  <div class="prose" lang={lang}>
    {text
      .split(/\n{2,}/)
      .filter((paragraph) => paragraph.trim() !== '')
      .map((paragraph) => (
        <p class="prose-lines">{paragraph}</p>
      ))}
  </div>
)
