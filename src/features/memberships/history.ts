// What happened to a membership, put in order: pure, so that it can be told without a database.
import { dayOf, regionalTag, type Translate } from '#kernel/locale.ts'
import { phaseOn } from './membership.ts'
import type { Renaming, Resignation, Subject, Succession, Suspension } from './store.ts'
import { dayIn, type NameOf } from './words.ts'

export interface HistoryEntry {
  /** YYYY-MM-DD */
  readonly day: string
  readonly message: string
  readonly values: Readonly<Record<string, string | number>>
  /** In somebody's own words. */
  readonly text?: string | undefined
  /** For the member and its office only. */
  readonly confidential?: true
}

export interface Known {
  readonly subject: Subject
  readonly renamings: readonly Renaming[]
  readonly successions: readonly Succession[]
  readonly resignations: readonly Resignation[]
  readonly suspensions: readonly Suspension[]
}

const ofMemberships = ({ subject }: Known, nameOf: NameOf): HistoryEntry[] =>
  subject.memberships
    .filter((one) => phaseOn(one, one.beginsOn) !== 'void')
    .flatMap((one) => {
      const values = { of: nameOf(one.forumId) }
      const began = {
        day: one.beginsOn,
        message: `memberships.began-${one.beginsKnown ? one.ground : 'unknown'}`,
        values,
      }
      if (one.endsOn === null) return [began]
      return [began, { day: one.endsOn, message: `memberships.ended-${one.closing ?? 'automatic'}`, values }]
    })

const ofNotices = ({ subject, resignations }: Known, t: Translate, nameOf: NameOf): HistoryEntry[] =>
  resignations.flatMap(({ membershipId, receivedOn, lastDay, withdrawnAt, by }) => {
    const of = nameOf(subject.memberships.find(({ id }) => id === membershipId)?.forumId ?? null)
    const who = by === null ? undefined : t('memberships.recorded-by', { name: by })
    const given = {
      ...{ day: receivedOn, message: 'memberships.notice-given', values: { of, day: dayIn(t, lastDay) } },
      ...{ text: who, confidential: true as const },
    }
    if (withdrawnAt === null) return [given]
    const day = dayOf(withdrawnAt)
    return [given, { day, message: 'memberships.notice-withdrawn', values: { of }, confidential: true as const }]
  })

const ofSuspensions = ({ subject, suspensions }: Known, nameOf: NameOf): HistoryEntry[] =>
  suspensions
    .filter(({ beginsOn, endsOn }) => endsOn === null || endsOn >= beginsOn)
    .flatMap(({ membershipId, beginsOn, endsOn, reason }) => {
      const values = { of: nameOf(subject.memberships.find(({ id }) => id === membershipId)?.forumId ?? null) }
      const begun = {
        ...{ day: beginsOn, message: 'memberships.suspended', values, text: reason },
        confidential: true as const,
      }
      if (endsOn === null) return [begun]
      return [begun, { day: endsOn, message: 'memberships.suspended-until', values, confidential: true as const }]
    })

/** "Parma and Prato". */
export const together = (t: Translate, parts: readonly { readonly name: string }[]): string =>
  new Intl.ListFormat(regionalTag(t.lang)).format(parts.map(({ name }) => name))

const ofSuccessions = ({ successions }: Known, t: Translate): HistoryEntry[] =>
  successions.map(({ kind, onDay, decision, invented, predecessors, successors }) => ({
    day: onDay,
    message: `memberships.${kind}-happened`,
    values: {
      from: together(t, predecessors),
      to: together(t, successors),
      invented: invented ? 'yes' : 'no',
    },
    text: decision,
  }))

/** Oldest first. */
export const historyOf = (known: Known, t: Translate, nameOf: NameOf): HistoryEntry[] =>
  [
    ...ofSuccessions(known, t),
    ...ofMemberships(known, nameOf),
    ...ofNotices(known, t, nameOf),
    ...ofSuspensions(known, nameOf),
    ...known.renamings.map(({ onDay, name, formerName }) => ({
      day: onDay,
      message: 'memberships.was-renamed',
      values: { from: formerName, to: name },
    })),
  ].sort((one, other) => one.day.localeCompare(other.day))
