// The beginning of the home page: what this is, in a sentence, and the search.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'
import { SearchBox } from '../search-box/search-box.tsx'

export interface HeroProps {
  readonly t: Translate
  readonly title: string
  readonly lead?: Child | undefined
  /** Searches to begin with. */
  readonly examples?: readonly { readonly label: string; readonly href: string }[] | undefined
  /** Words before them: "For example:" */
  readonly examplesLabel?: string | undefined
  /** StatFigures. */
  readonly figures?: Child | undefined
}

export const Hero = ({ t, title, lead, examples = [], examplesLabel, figures }: HeroProps) => (
  <header class="hero">
    <h1>{title}</h1>
    {lead && <p class="hero-lead">{lead}</p>}
    <div class="hero-search">
      <SearchBox t={t} id="hero-q" large />
      {examples.length > 0 && (
        <ul class="hero-examples" aria-label={examplesLabel}>
          {examplesLabel && <li aria-hidden="true">{examplesLabel}</li>}
          {examples.map(({ label, href }) => (
            <li>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
    {figures && <div class="hero-figures">{figures}</div>}
  </header>
)
