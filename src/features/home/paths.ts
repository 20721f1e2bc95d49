// Every address of the hall, and the few doors of others it points to: halls import no feature, so these are written out.

export const homePath = '/'
export const aboutPath = '/about'
export const joinPath = '/join'
export const privacyPath = '/privacy'
export const accessibilityPath = '/accessibility'
export const cataloguePath = '/ui'

export const searchPath = (words: string): string => `/search?${new URLSearchParams({ q: words })}`
export const memberPath = (slug: string): string => `/members/${slug}`
export const membersPath = '/members'
export const ownProfilePath = '/people/me'
export const newPracticePath = '/practices/new'
export const practicesPath = '/practices'
export const thesaurusPath = '/thesaurus'
export const thesaurusConceptPath = (slug: string): string => `/thesaurus/${slug}`
