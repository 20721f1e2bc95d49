// The nouns: a folder of kept contributions, and what lies in it.
import type { AudienceKind } from '#kernel/audience.ts'
import type { ContributionState } from '#trunk/tables.ts'

export const mostFolders = 200
export const mostBookmarks = 1000

export interface Folder {
  readonly id: number
  readonly name: string
  readonly ownerId: number
  /** Undefined where the viewer may not know the person. */
  readonly ownerName: string | undefined
  /** Null: its owner's alone. */
  readonly audienceId: number | null
  readonly audienceKind: AudienceKind | null
  readonly audienceName: string | null
  /** False once its owner is no longer among those it is shared with. */
  readonly ownerIsThere: boolean
  /** How many kept things the viewer can see: never more than the page shows. */
  readonly count: number
}

/** A kept contribution, as the viewer sees it. */
export interface Bookmark {
  readonly contributionId: number
  readonly kind: string
  readonly title: string
  readonly summary: string
  readonly lang: string
  readonly state: ContributionState
  readonly organisationName: string
  readonly organisationSlug: string
  readonly country: string
  readonly audienceKind: AudienceKind | null
  readonly addedBy: number
  readonly addedByName: string | undefined
  readonly addedAt: Date
  readonly note: string
}

/** One of the viewer's folders beside a contribution: is it in there, and who put it there? */
export interface Place {
  readonly id: number
  readonly name: string
  readonly ownerId: number
  readonly audienceKind: AudienceKind | null
  readonly audienceName: string | null
  /** Null: not in this folder. */
  readonly addedBy: number | null
}
