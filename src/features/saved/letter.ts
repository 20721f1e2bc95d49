// What the mail about something new says; what is gathered stands in the digest.
import { tlpLabel } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import { oneLine } from '#kernel/one-line.ts'
import type { JobParts, Mail, MailWords, Settings } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { endingAddress } from './ending.ts'
import { savedPath } from './paths.ts'
import type { News, Reader } from './store-alerts.ts'

/** TLP:RED is never named in a mail, nor for which words it was found: they would tell what it is about. */
const isProtected = ({ audienceKind }: News): boolean => audienceKind === 'persons'

const searchesOf = (news: readonly News[]): number[] => news.map(({ searchId }) => searchId)

interface LetterParts extends Pick<JobParts, 'features'> {
  readonly settings: Pick<Settings, 'baseUrl' | 'secret' | 'networkName'>
}

interface Letter {
  readonly t: Translate
  readonly reader: Reader
  readonly network: string
  /** The whole address of a thing, without its title: an address is read by more eyes than a page. */
  readonly addressOf: (one: News) => string
  /** Ends the mails about the searches that this news answers. */
  readonly ending: (news: readonly News[]) => string
  readonly saved: string
}

const protectedWords = ({ t, reader, network, saved, ending }: Letter, news: readonly News[]): MailWords => ({
  subject: t('saved.mail-subject-protected', { network }),
  text: t('saved.mail-protected', { name: reader.name, link: saved }),
  why: t('saved.mail-protected-why', { ending: ending(news) }),
})

/** What others wrote stands in one line: it must not look like a sentence of ours. */
const titleOf = ({ title }: News): string => oneLine(title)

const lineOf = ({ t, addressOf }: Letter, one: News): string =>
  t('saved.mail-line', { title: titleOf(one), organisation: one.organisationName, link: addressOf(one) })

function atOnceWords(letter: Letter, news: readonly News[]): MailWords {
  const { t, reader, ending } = letter
  const [one] = news
  if (one === undefined || isProtected(one)) return protectedWords(letter, news)
  const searches = news.map(({ searchName }) => t('saved.quoted', { name: searchName })).join(', ')
  return {
    subject: t('saved.mail-subject', { title: titleOf(one) }),
    text: `${tlpLabel(one.audienceKind)}\n\n${t('saved.mail-text', { name: reader.name, line: lineOf(letter, one) })}`,
    why: t('saved.mail-why', { searches, count: news.length, ending: ending(news) }),
  }
}

function letterFor({ settings, features }: LetterParts, reader: Reader): Letter {
  const kinds = new Map(features.flatMap(({ kinds = [] }) => kinds).map((kind) => [kind.kind, kind]))
  const { baseUrl, secret, networkName } = settings
  return {
    t: translator(reader.lang),
    reader,
    network: networkName,
    addressOf: ({ kind, contributionId }) => `${baseUrl}${kinds.get(kind)?.path(contributionId, '') ?? savedPath}`,
    ending: (news) => {
      const naming = news.some(isProtected) ? 'unnamed' : 'named'
      return `${baseUrl}${endingAddress({ by: reader.personId, of: searchesOf(news) }, naming, secret)}`
    },
    saved: `${baseUrl}${savedPath}`,
  }
}

/** The mail to this person about one thing. Its id lets one that went out before a crash be known again. */
export function mailAbout(parts: LetterParts, reader: Reader, news: readonly News[]): Mail {
  const letter = letterFor(parts, reader)
  const { personId, contributionId } = reader
  const id = `alert-${reader.alertId}-${reader.raisedAt.getTime()}`
  const about = { personId, contributionId, byId: news[0]?.byId ?? undefined }
  return { to: reader.email, ...atOnceWords(letter, news), id, about, endAddress: letter.ending(news) }
}
