// What this feature hands to others: another way to begin above the list and the empty form, and a reminder on the page of a draft.
import { isSignedIn } from '#kernel/viewer.ts'
import type { ContributionPart } from '#platform/feature.ts'
import type { ListPart } from '#platform/page-parts.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { fromFilePath } from './paths.ts'
import { mayStartFromFile } from './permissions.ts'
import { countSections } from './store.ts'
import { WaitingNotice } from './views/waiting-notice.tsx'

export const startHere: ListPart = {
  name: 'drafting.start',
  kinds: ['practice'],
  place: 'list',
  position: 10,
  draw: (c) =>
    mayStartFromFile(c.var.viewer) ? (
      <ButtonLink href={fromFilePath} icon="upload">
        {c.var.t('drafting.title')}
      </ButtonLink>
    ) : undefined,
}

/** Whoever has a report already need not type it. */
export const insteadOfTyping: ListPart = {
  name: 'drafting.instead',
  kinds: ['practice'],
  place: 'form',
  position: 10,
  draw: (c) =>
    mayStartFromFile(c.var.viewer) ? (
      <ButtonLink href={fromFilePath} icon="upload" tone="quiet">
        {c.var.t('drafting.instead')}
      </ButtonLink>
    ) : undefined,
}

export const stillWaiting: ContributionPart = {
  name: 'drafting.waiting',
  kinds: ['practice'],
  place: 'below',
  position: 5,
  draw: async (c, { id }) => {
    if (!isSignedIn(c.var.viewer)) return undefined
    const count = await countSections(c.var.db, id)
    return count === 0 ? undefined : <WaitingNotice t={c.var.t} id={id} count={count} />
  },
}
