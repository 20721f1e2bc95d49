// The mails about what somebody watches, or what their city is asked, with invented values.
import type { Lang } from '#kernel/locale.ts'
import type { MailExample } from '#platform/feature.ts'
import { baseUrl, network, reader, title, writer } from '#platform/mail/examples.ts'
import { wordsOf } from './actions/send-notice.ts'
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
  {
    name: 'notices.protected',
    example: (lang) => exampleOf(lang, 'new', true),
  },
]
