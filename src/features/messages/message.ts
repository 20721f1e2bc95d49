// The noun: what one person says to another. Its words are the replies below it, the first among them.
import type { Contribution } from '#trunk/contributions.ts'

/** Somebody one can write to, or wrote with. */
export interface Correspondent {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly organisationId: number
  readonly organisationName: string
  readonly organisationSlug: string
  readonly country: string
}

/** What stands in the way of a further word, from the reader's own side: they took it away, and can give it back. */
export type OwnHindrance = 'blocked' | 'everybody'

export interface Message extends Contribution {
  /** Whom the viewer writes with; undefined where the viewer may not know persons any more. */
  readonly other: (Correspondent & { readonly left: boolean }) | undefined
  /** The last word is the other's, and the viewer has neither answered nor said that it needs none. */
  readonly waiting: boolean
  readonly hindrance: OwnHindrance | undefined
}

export interface MessageLine {
  readonly id: number
  readonly title: string
  readonly lang: string
  readonly otherName: string | null
  readonly organisationName: string | null
  readonly words: number
  /** Of the last word. */
  readonly at: Date
  readonly waiting: boolean
}
