// The noun: what a signed-in person finds when they come in.

export interface NewThing {
  readonly id: number
  readonly kind: string
  readonly title: string
  readonly summary: string
  readonly lang: string
  readonly organisationName: string
  readonly organisationSlug: string
  readonly country: string
  readonly audienceKind: 'public' | 'network' | 'forum' | 'room' | 'organisation' | 'persons' | null
  readonly publishedAt: Date
  /** Concepts that the viewer's city works on too: why it stands on top. */
  readonly shared: readonly string[]
}

/** How long something counts as new. */
const daysNew = 30

export const newSince = (now: Date): Date => new Date(now.getTime() - daysNew * 86_400_000)
