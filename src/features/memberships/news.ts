// What a mail says about a membership: one sentence or two, by what stands at that moment; nothing where it no longer stands.

import type { Translate } from '#kernel/locale.ts'
import { oneLine } from '#kernel/one-line.ts'
import type { Db } from '#platform/db/database.ts'
import { together } from './history.ts'
import { dayPlus } from './membership.ts'
import { listRenamings, listResignations, listSuccessions, listSuspensions, type Subject } from './store.ts'
import { dayIn, type NameOf } from './words.ts'

interface News {
  readonly db: Db
  readonly t: Translate
  readonly subject: Subject
  readonly nameOf: NameOf
  /** YYYY-MM-DD */
  readonly today: string
  /** The ids that the fact carries. */
  readonly data: Readonly<Record<string, unknown>>
}
type Tell = (news: News) => Promise<string | undefined>

const byId = <One extends { readonly id: number }>(all: readonly One[], id: unknown): One | undefined =>
  all.find((one) => one.id === id)

const forumOf = ({ subject, data }: News): number | null => byId(subject.memberships, data.membership)?.forumId ?? null

const valuesOf = (news: News) => ({
  member: oneLine(news.subject.name),
  of: oneLine(news.nameOf(forumOf(news))),
})

const findSuspension = async ({ db, subject, data }: News) =>
  byId(await listSuspensions(db, subject.id), data.suspension)

/** Without the reason: a mail passes through hands that are not meant to read it. */
const tellSuspension: Tell = async (news) => {
  const found = await findSuspension(news)
  if (found === undefined || found.endsOn !== null) return undefined
  const forum = forumOf(news) === null ? 'no' : 'yes'
  return news.t('memberships.mail-suspension', { ...valuesOf(news), forum, day: dayIn(news.t, found.beginsOn) })
}

const tellLift: Tell = async (news) => {
  const { beginsOn = '', endsOn = null } = (await findSuspension(news)) ?? {}
  if (endsOn === null) return undefined
  const never = endsOn < beginsOn
  const day = dayIn(news.t, never ? beginsOn : dayPlus(endsOn, 1))
  return news.t('memberships.mail-lift', { ...valuesOf(news), day, never: never ? 'yes' : 'no' })
}

const tellNotice: Tell = async (news) => {
  const { t, db, subject, data, today } = news
  const found = byId(await listResignations(db, subject.id), data.resignation)
  if (found === undefined || found.withdrawnAt !== null) return undefined
  const days = { received: dayIn(t, found.receivedOn), day: dayIn(t, found.lastDay) }
  return t('memberships.mail-notice', { ...valuesOf(news), ...days, over: found.lastDay < today ? 'yes' : 'no' })
}

/** Given anew meanwhile, the newer notice is told of instead. */
const tellNoticeBack: Tell = async (news) => {
  const { t, db, subject, data } = news
  const all = (await listResignations(db, subject.id)).filter(({ membershipId }) => membershipId === data.membership)
  return all.some(({ withdrawnAt }) => withdrawnAt === null)
    ? undefined
    : t('memberships.mail-notice-back', valuesOf(news))
}

const tellRenaming: Tell = async ({ db, t, subject, data }) => {
  const found = byId(await listRenamings(db, subject.id, t.lang), data.renaming)
  if (found === undefined) return undefined
  return t('memberships.will-rename', { from: found.formerName, to: found.name, day: dayIn(t, found.onDay) })
}

const tellSuccession: Tell = async ({ db, t, subject, data }) => {
  const found = byId(await listSuccessions(db, subject.id, t.lang), data.succession)
  if (found === undefined) return undefined
  const names = { from: together(t, found.predecessors), to: together(t, found.successors) }
  return t(`memberships.mail-${found.kind}`, { ...names, day: dayIn(t, found.onDay), decision: found.decision })
}

/** By the name of the fact. */
export const tells: Readonly<Record<string, Tell>> = {
  'membership.suspended': tellSuspension,
  'suspension.ended': tellLift,
  'membership.resigned': tellNotice,
  'resignation.withdrawn': tellNoticeBack,
  'organisation.renamed': tellRenaming,
  'organisations.merged': tellSuccession,
  'organisation.divided': tellSuccession,
}
