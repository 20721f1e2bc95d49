// Every address of the feature.
/** Where "a member city" leads, wherever it is named: to what that means. The address of the organisation that stands in for it. */
export const explanationPath = '/members/a-member-city'
export const veilPath = (id: number): string => `/veils/${id}`
export const tellPath = (id: number): string => `/veils/${id}/coordinator`
