// Somebody's own words, with who said them.
import type { Child } from 'hono/jsx'

export interface QuoteProps {
  readonly children: Child
  readonly by?: string | undefined
  readonly href?: string | undefined
  readonly lang?: string | undefined
}

export const Quote = ({ children, by, href, lang }: QuoteProps) => (
  <figure class="quote">
    <blockquote lang={lang} cite={href}>
      {children}
    </blockquote>
    {by && <figcaption>{href ? <a href={href}>{by}</a> : by}</figcaption>}
  </figure>
)
