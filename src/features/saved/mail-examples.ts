// The mails about what is new for a saved search, with invented values.
import type { MailExample } from '#platform/feature.ts'
import { baseUrl, day, network, reader, title, writer } from '#platform/mail/examples.ts'
import { mailAbout } from './letter.ts'

const settings = { baseUrl, networkName: network, secret: 'x'.repeat(32) }
const alert = { ...reader, alertId: 7, personId: 7, raisedAt: day }
const news = {
  ...{ searchId: 7, searchName: 'Beleuchtung', contributionId: 7, kind: 'practice', title },
  ...{ organisationName: writer.cityName },
  audienceKind: 'network',
  byId: null,
} as const

export const mailExamples: readonly MailExample[] = [
  {
    name: 'saved.at-once',
    example: (lang) => mailAbout({ settings, features: [] }, { ...alert, lang, contributionId: 7 }, [news]),
  },
  {
    name: 'saved.protected',
    example: (lang) =>
      mailAbout({ settings, features: [] }, { ...alert, lang, contributionId: 7 }, [
        { ...news, audienceKind: 'persons' },
      ]),
  },
]
