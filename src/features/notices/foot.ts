// Around what a feature tells somebody by mail: the label of its audience above, how to answer, why it came and how to end it below.
import { tlpLabel } from '#kernel/audience.ts'
import type { Lang } from '#kernel/locale.ts'
import type { Feature, Mail, MailWords, Settings } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { baseUrl, reader } from '#platform/mail/examples.ts'
import { answersTo, threadMail } from '#platform/mail/reply-address.ts'
import { endingAddress } from './ending.ts'
import type { News, Reason } from './notice.ts'
import type { Told } from './store-telling.ts'
import { reasonOf } from './why.ts'

/** What the feature that tells writes. `named` false: it says only that something waits, though its audience is a room. */
export type Letter = Pick<Mail, 'to' | 'subject' | 'text' | 'id'> & { readonly named?: boolean }

interface FrameParts {
  readonly settings: Pick<Settings, 'baseUrl' | 'secret' | 'receiving'>
  readonly features: readonly Feature[]
}

export function mailOf({ settings, features }: FrameParts, news: News, told: Told, letter: Letter): Mail {
  const { personId, contributionId, factId, replyId } = news
  const { named = true, ...mail } = letter
  const t = translator(told.lang)
  const ending = `${settings.baseUrl}${endingAddress(news, settings.secret)}`
  const answers = told.mayReply ? answersTo(settings, contributionId, { ...told, personId }) : {}
  // Of named persons no mail says a word, and none is asked to send any through servers that are not in the audience; whoever does is heard.
  const red = told.audienceKind === 'persons'
  const label = red || !named ? [] : [tlpLabel(told.audienceKind)]
  const hint = red || answers.replyTo === undefined ? [] : [t('incoming.can-answer')]
  return {
    ...{ ...mail, ...answers, inReplyTo: threadMail(contributionId) },
    text: [...label, mail.text, ...hint].join('\n\n'),
    why: t('notices.mail-foot', { why: reasonOf(t, features, news.why[0]), ending }),
    id: mail.id ?? `notice-${factId}-${personId}`,
    about: { personId, contributionId, replyId, byId: told.byId ?? undefined },
    endAddress: ending,
  }
}

const secret = 'only-for-examples'
const receiving = { address: 'reply@vicinia.example', mailbox: undefined, listener: undefined, judge: undefined }
const invented = { ...{ personId: 7, contributionId: 7, factId: 7 }, area: 'asked', what: 'new' } as const

/** For the catalogue of mails: as `tell` sends it to somebody invented. Left out: to the network, and named. */
export function asTold(
  lang: Lang,
  words: Pick<MailWords, 'subject' | 'text'>,
  reason: Reason | undefined,
  { audienceKind = 'network', named = true }: Partial<Pick<Told, 'audienceKind'> & Pick<Letter, 'named'>> = {},
): MailWords {
  const told = {
    lang,
    email: reader.email,
    organisationId: 7,
    audienceKind,
    onDevices: false,
    mayReply: true,
    byId: null,
  }
  const why = reason === undefined ? [] : [reason]
  const { subject, text } = words
  const parts = { settings: { baseUrl, secret, receiving }, features: [] }
  return mailOf(parts, { ...invented, why }, told, { to: reader.email, subject, text, named })
}
