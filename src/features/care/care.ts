// The nouns: why something should not stand here, what was reported, and what was hidden.

export const reasons = ['personal-data', 'insult', 'confidential', 'misleading', 'advertising', 'other'] as const
export type Reason = (typeof reasons)[number]

/** What somebody found should not stand here, as it stood when they said so. Who that was is known to nobody else. */
export interface Report {
  readonly id: number
  readonly reason: Reason
  readonly words: string
  /** Of the contribution; empty for an answer in what was said to somebody, and where it was forgotten. */
  readonly title: string
  readonly text: string
  readonly lang: string
  readonly at: Date
  readonly decidedAt: Date | null
  /** Null while undecided, and where it stands as it is. */
  readonly hidingId: number | null
  /** The viewer reported it. */
  readonly own: boolean
  /** The viewer decides about it; never about what they reported themselves. */
  readonly decides: boolean
  /** The viewer reported it, and nobody else is there who could decide. */
  readonly waitsForNobody: boolean
}

export interface Hiding {
  readonly id: number
  readonly reason: Reason
  /** Read by everybody who could read what was hidden; in `lang`. */
  readonly words: string
  readonly lang: string
  readonly title: string
  readonly text: string
  readonly at: Date
  /** Why its author asks somebody else to look again. */
  readonly appeal: string | null
  readonly appealedAt: Date | null
  readonly judgedAt: Date | null
  readonly answer: string | null
  readonly endedAt: Date | null
  /** The viewer wrote what is hidden. */
  readonly own: boolean
  readonly cares: boolean
  /** The viewer may look again at what somebody else hid. */
  readonly judges: boolean
}

/** A contribution or a reply, where the viewer reaches it. */
export interface Place {
  readonly contributionId: number
  readonly replyId: number | null
}

/** As an address names it: perhaps nothing. */
export interface SoughtPlace {
  readonly contributionId: number | undefined
  readonly replyId: number | null
}

export const isWaiting = ({ appealedAt, judgedAt, endedAt }: Hiding): boolean =>
  appealedAt !== null && judgedAt === null && endedAt === null
/** What is no longer kept nobody can look at again. */
export const isForgotten = ({ title, text }: { readonly title: string; readonly text: string }): boolean =>
  title === '' && text === ''
export const mayAppeal = (hiding: Hiding): boolean =>
  hiding.own && hiding.appealedAt === null && hiding.endedAt === null && !isForgotten(hiding)
