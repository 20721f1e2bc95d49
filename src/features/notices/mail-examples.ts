// The mails about what somebody watches, or what their city is asked, with invented values.
import type { Lang } from '#kernel/locale.ts'
import type { MailExample } from '#platform/feature.ts'
import { baseUrl, day, network, reader, title, writer } from '#platform/mail/examples.ts'
import { wordsOf } from './actions/send-notice.ts'
import { roomWords } from './actions/send-of-room.ts'
import { asTold } from './foot.ts'

const parts = {
  features: [],
  settings: { baseUrl, networkName: network },
}
const letter = {
  ...{ ...reader, personId: 7, contributionId: 7, factId: 7, kind: 'practice', title, cityName: writer.cityName },
  area: 'watched',
  ...{ why: [], namedNowhere: false },
} as const

const room = { baseUrl, networkName: network, secret: 'only-for-examples' }
const meeting = {
  ...{
    id: 7,
    title: 'Planung der Begehungen',
    roomName: 'Night walks',
    at: day,
    calledOff: false,
    path: '/rooms/7/meetings',
  },
  when: (lang: string) =>
    new Intl.DateTimeFormat(lang, { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' }).format(day),
}

const meetingWords = ['meeting', 'meeting-moved', 'meeting-off', 'meeting-on'] as const
const meetingIn = (lang: Lang, what: (typeof meetingWords)[number], chatham = false) =>
  roomWords({ ...reader, personId: 7, lang, roomId: 7, what }, { ...meeting, chatham }, room)

type What = 'new' | 'adopted' | 'poll'
const exampleOf = (lang: Lang, what: What, namedNowhere = false) => {
  const reason = what === 'poll' ? ({ by: 'city' } as const) : ({ by: 'concept', ref: 'youth' } as const)
  return asTold(lang, wordsOf({ ...letter, lang, what, namedNowhere }, parts), namedNowhere ? undefined : reason, {
    named: !namedNowhere,
  })
}

export const mailExamples: readonly MailExample[] = [
  ...(['new', 'adopted', 'poll'] as const).map(
    (what): MailExample => ({ name: `notices.${what}`, example: (lang) => exampleOf(lang, what) }),
  ),
  ...meetingWords.map((what): MailExample => ({ name: `notices.${what}`, example: (lang) => meetingIn(lang, what) })),
  { name: 'notices.meeting-protected', example: (lang) => meetingIn(lang, 'meeting', true) },
  {
    name: 'notices.protected',
    example: (lang) => exampleOf(lang, 'new', true),
  },
]
