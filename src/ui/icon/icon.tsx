// A small drawing that stands beside a word, never instead of it.
import { raw } from 'hono/html'
import { type IconName, iconDrawings } from './drawings.ts'

export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    {raw(iconDrawings[name])}
  </svg>
)

/** For names that come from elsewhere, such as a manifest: an unknown one draws nothing. */
export const isIconName = (name: string | undefined): name is IconName => name !== undefined && name in iconDrawings
