// What an entry can be proved by: an address elsewhere, a document here, or both.
import type { Translate } from '#kernel/locale.ts'
import type { Gain } from '../gain.ts'
import { gainDocumentPath } from '../paths.ts'

export const Evidence = ({ t, gain }: { readonly t: Translate; readonly gain: Gain }) => (
  <>
    {gain.link !== '' && (
      <a href={gain.link} rel="noreferrer">
        {new URL(gain.link).hostname}
      </a>
    )}
    {gain.link !== '' && gain.document !== null && ', '}
    {gain.document !== null && <a href={gainDocumentPath(gain.id)}>{gain.document.name}</a>}
    {gain.link === '' && gain.document === null && t('gains.no-evidence')}
  </>
)
