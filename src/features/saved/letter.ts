// What the mails about something new say: at once about one thing, or as the digest of a day.
import type { Translate } from '#kernel/locale.ts'
import { oneLine } from '#kernel/one-line.ts'
import type { JobParts, Mail, MailWords, Settings } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { endingAddress } from './ending.ts'
import { savedPath } from './paths.ts'
import type { News, Reader } from './store-alerts.ts'

/** TLP:RED is never named in a mail, nor for which words it was found: they would tell what it is about. */
const isProtected = ({ audienceKind }: News): boolean => audienceKind === 'persons'

/** So many of each search; the rest is counted. */
const mostLines = 10

const unique = (numbers: readonly number[]): number[] => [...new Set(numbers)]
const searchesOf = (news: readonly News[]): number[] => unique(news.map(({ searchId }) => searchId))
export const thingsOf = (news: readonly News[]): number[] => unique(news.map(({ contributionId }) => contributionId))

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
    text: t('saved.mail-text', { name: reader.name, line: lineOf(letter, one) }),
    why: t('saved.mail-why', { searches, count: news.length, ending: ending(news) }),
  }
}

const sectionOf = (letter: Letter, news: readonly News[]): string => {
  const { t, ending } = letter
  const rest = news.length - mostLines
  return [
    t('saved.mail-section', { name: news[0]?.searchName ?? '', count: news.length }),
    ...news.slice(0, mostLines).map((one) => lineOf(letter, one)),
    ...(rest > 0 ? [t('saved.mail-more', { count: rest })] : []),
    t('saved.mail-ending', { ending: ending(news) }),
  ].join('\n\n')
}

function digestWords(letter: Letter, news: readonly News[]): MailWords {
  const { t, reader, saved } = letter
  const open = news.filter((one) => !isProtected(one))
  if (open.length === 0) return protectedWords(letter, news)
  const sections = searchesOf(open).map((id) =>
    sectionOf(
      letter,
      open.filter(({ searchId }) => searchId === id),
    ),
  )
  const more = open.length < news.length ? [t('saved.mail-also-protected')] : []
  return {
    subject: t('saved.mail-digest-subject', { count: thingsOf(open).length }),
    text: t('saved.mail-digest', { name: reader.name, news: [...sections, ...more].join('\n\n\n') }),
    why: t('saved.mail-digest-why', { link: saved }),
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

/** The mail to this person about these things. Its id lets one that went out before a crash be known again. */
export function mailAbout(parts: LetterParts, reader: Reader, news: readonly News[]): Mail {
  const letter = letterFor(parts, reader)
  const words = reader.contributionId === null ? digestWords(letter, news) : atOnceWords(letter, news)
  const id = `alert-${reader.alertId}-${reader.raisedAt.getTime()}`
  const contributionId = reader.contributionId ?? undefined
  // Of many things one who wrote any is nobody whose words the mail is.
  const byId = contributionId === undefined ? undefined : (news[0]?.byId ?? undefined)
  const about = { personId: reader.personId, contributionId, byId }
  return { to: reader.email, ...words, id, about, endAddress: letter.ending(news) }
}
