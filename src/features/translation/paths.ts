// Every address of the feature.
export const officePath = '/translation'
export const settingsPath = '/translation/settings'
export const contributionTranslationPath = (id: number): string => `/contributions/${id}/translation`
export const replyTranslationPath = (id: number): string => `/replies/${id}/translation`
/** Where a service that answers later brings what it has; whoever knows the token is that service. */
export const arrivalPath = (token: string): string => `/translation/arrivals/${token}`

/** Anchors, of the page of a contribution. */
export const translationAnchor = 'translation'
export const replyAnchor = (id: number): string => `translation-${id}`
