// Every address of the feature, and the doors of others it points to.
export const vainPath = '/searched-in-vain'
export const donePath = (id: number): string => `/searched-in-vain/${id}/done`

/** The search in the language in which it was asked. */
export const searchPath = (words: string): string => `/search?${new URLSearchParams({ q: words })}`
/** Proposing a word for the thesaurus, where that feature is part of the house. */
export const proposalRoute = '/proposals/concept'
export const proposalPath = (label: string, lang: string): string =>
  `${proposalRoute}?${new URLSearchParams({ label, lang })}`
