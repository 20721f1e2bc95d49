// Every address of the feature.
export const absencePath = '/people/me/absence'
export const absenceEndPath = '/people/me/absence/end'
/** Where the form stands. */
export const ownProfileHref = '/people/me#absence'
export const personPath = (slug: string): string => `/people/${slug}`
