// The noun: what is public, newest first, all of it or by one thing that it is about.

/** `value`: a kind, a slug of the thesaurus, a country in small letters, the slug of a member. */
export type FeedAbout =
  | { readonly by: 'all' }
  | { readonly by: 'kinds' | 'concepts' | 'countries' | 'members'; readonly value: string }

export interface FeedLine {
  readonly id: number
  readonly kind: string
  readonly title: string
  readonly summary: string
  readonly lang: string
  readonly concepts: readonly string[]
  readonly organisationName: string
  /** Null where nobody is told which city it is. */
  readonly organisationSlug: string | null
  readonly publishedAt: Date
  readonly updatedAt: Date
}

export const linesPerFeed = 30
/** Whoever wants more than this reads the export of practices or asks the interface for programs. */
export const mostPages = 50
