// The button with which a room keeps a thread or document in sight; stands on their pages.
import type { ContributionPart } from '#platform/feature.ts'
import { PostButton } from '#ui/button/button.tsx'
import { pinEndPath, pinPath } from './paths.ts'
import { findPin } from './store-threads.ts'

export const pinTool: ContributionPart = {
  name: 'rooms.pin',
  kinds: ['thread', 'document'],
  place: 'tools',
  position: 30,
  draw: async ({ var: { t, db } }, { id }) => {
    const may = await findPin(db, id)
    if (may === undefined) return undefined
    return (
      <PostButton action={(may === 'unpin' ? pinEndPath : pinPath)(id)} icon="flag" tone="quiet">
        {t(`rooms.${may}`)}
      </PostButton>
    )
  },
}
