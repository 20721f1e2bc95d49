// Every address of the feature.
export const doublePath = (slug: string): string => `/members/${slug}/double`
