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
const frame = { t: translator('en'), baseUrl: 'https://vicinia.example' }
const told = (more: Partial<CalendarDate>, amberGoesOut = false): string =>
  JSON.stringify(entryOf({ ...frame, amberGoesOut }, { ...date, ...more }))

test('what is for everybody or the network is told whole, AMBER by its title, RED as an appointment', () => {
  const words = ['Weak spot', 'Station', 'Platform 2']
  const seen = audienceKinds.map((audience) => words.filter((word) => told({ audience }).includes(word)).length)
  expect(Object.fromEntries(audienceKinds.map((kind, index) => [kind, seen[index]]))).toEqual({
    ...{ public: 3, network: 3, forum: 1, room: 1, organisation: 1, persons: 0 },
  })
})

test('where the network lets AMBER go out it is told whole, and RED no more than before', () => {
  const whole = audienceKinds.filter((audience) => told({ audience }, true).includes('Platform 2'))
  expect(whole).toEqual(['public', 'network', 'forum', 'room', 'organisation'])
  expect(told({ audience: 'persons' }, true)).not.toContain('Weak spot')
})

test('under the Chatham House Rule nothing is told, whatever the audience', () => {
  for (const audience of audienceKinds)
    expect(told({ audience, unattributed: true }, true)).not.toMatch(/Weak spot|Station|Platform 2/)
})
