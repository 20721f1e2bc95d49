// The job of one mail: somebody learns what became of a membership that they look after, in their language.
import { dayOf, type Translate } from '#kernel/locale.ts'
import { oneLine } from '#kernel/one-line.ts'
import type { JobParts, MailWords } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { whenToMail } from '../../notices/public.ts'
import { tells } from '../news.ts'
import { historyPath } from '../paths.ts'
import { findSubjectById, listForumLines } from '../store.ts'
import { findReader } from '../store-news.ts'
import { namesOf } from '../words.ts'

interface Told {
  readonly network: string
  readonly member: string
  readonly name: string
  /** One sentence or two. */
  readonly what: string
  readonly link: string
}

export const wordsOf = (t: Translate, { network, member, name, what, link }: Told): MailWords => ({
  subject: t('memberships.mail-subject', { network, member }),
  text: t('memberships.mail-text', { name, what, link }),
  why: t('memberships.mail-why', { member }),
})

/** Judged at this moment. `heard`: the fact that is heard once more where it is quiet now. Heard again after a failure, whoever gets it twice can tell by its id that it is the same one. */
export async function sendNews(
  { system, mail, settings, now }: Pick<JobParts, 'system' | 'mail' | 'settings' | 'now'>,
  { fact, person, heard }: { readonly fact: number; readonly person: number; readonly heard: number },
): Promise<void> {
  const reader = await findReader(system, fact, person)
  const subject = reader && (await findSubjectById(system, reader.organisationId, reader.lang))
  if (reader === undefined || subject === undefined) return
  const t = translator(reader.lang)
  const nameOf = namesOf(t, await listForumLines(system, t.lang))
  const about = { db: system, t, subject, nameOf, today: dayOf(now()), data: reader.data }
  const what = await tells[reader.fact]?.(about)
  if (what === undefined || (await whenToMail({ system, now }, { personId: person, factId: heard })) !== 'now') return
  const link = `${settings.baseUrl}${historyPath(subject.slug)}`
  await mail({
    to: reader.email,
    ...wordsOf(t, { network: settings.networkName, member: oneLine(subject.name), name: reader.name, what, link }),
    id: `membership-news-${fact}-${person}`,
  })
}
