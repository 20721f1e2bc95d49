// What of a date a calendar outside is told, for each audience.
import { expect, test } from 'vitest'
import { audienceKinds } from '#kernel/audience.ts'
import type { CalendarDate } from '#platform/calendar/calendar-date.ts'
import { translator } from '#platform/i18n.ts'
import { entryOf } from './discretion.ts'

const date: CalendarDate = {
  ...{ key: 'x-1', title: 'Weak spot', audience: 'public', busy: true, cancelled: false, version: 0 },
  ...{ place: 'Station', text: 'Platform 2', path: '/x/1', changedAt: new Date() },
  when: { firstDay: '2026-03-01', lastDay: '2026-03-01' },
}
const told = (more: Partial<CalendarDate>): string =>
  JSON.stringify(entryOf(translator('en'), 'https://vicinia.example', { ...date, ...more }))

test('what is for everybody or the network is told whole, AMBER by its title, RED as an appointment', () => {
  const words = ['Weak spot', 'Station', 'Platform 2']
  const seen = audienceKinds.map((audience) => words.filter((word) => told({ audience }).includes(word)).length)
  expect(Object.fromEntries(audienceKinds.map((kind, index) => [kind, seen[index]]))).toEqual({
    ...{ public: 3, network: 3, forum: 1, room: 1, organisation: 1, persons: 0 },
  })
})

test('under the Chatham House Rule nothing is told, whatever the audience', () => {
  for (const audience of audienceKinds)
    expect(told({ audience, unattributed: true })).not.toMatch(/Weak spot|Station|Platform 2/)
})
