// What messages hand to the home page: what somebody wrote to the viewer and waits for an answer.
import type { HomePart } from '#platform/feature.ts'
import { listMessages } from './store.ts'
import { WaitingMessages } from './views/waiting-messages.tsx'

const mostShown = 5

export const messagesHome: HomePart = {
  name: 'messages.waiting',
  for: 'signed-in',
  place: 'top',
  position: 5,
  draw: async ({ var: { t, db } }) => {
    const { items, total } = await listMessages(db, { onlyWaiting: true }, t.lang)
    return total === 0 ? undefined : <WaitingMessages t={t} lines={items.slice(0, mostShown)} total={total} />
  },
}
