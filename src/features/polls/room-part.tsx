// The polls of a room, on its page.

import { signedIn } from '#platform/http/visit.ts'
import type { RoomPart } from '#platform/page-parts.ts'
import { mayAskCities } from './permissions.ts'
import { listPollsOfRoom } from './store-lists.ts'
import { PollsOfRoom } from './views/polls-of-room.tsx'

const most = 20

export const pollsOfRoom: RoomPart = {
  name: 'polls.of-room',
  place: 'main',
  position: 25,
  draw: async (c, { id, writable }) => {
    const { t, db, now } = c.var
    const viewer = signedIn(c)
    const { organisationId } = viewer.person
    const polls = await listPollsOfRoom(db, id, { organisationId, lang: t.lang, now }, most)
    return <PollsOfRoom {...{ t, now, polls }} roomId={id} mayAsk={writable && mayAskCities(viewer)} />
  },
}
