// Every address of the feature.

export const forumsPath = '/forums'
export const forumPath = (slug: string): string => `/forums/${slug}`
export const forumEditPath = (slug: string): string => `/forums/${slug}/edit`
/** The register narrowed to one forum. */
export const membersOfPath = (slug: string): string => `/members?forum=${encodeURIComponent(slug)}`
