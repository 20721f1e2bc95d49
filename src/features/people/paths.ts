// Every address of the feature.

export const peoplePath = '/people'
export const ownProfilePath = '/people/me'
export const personPath = (slug: string): string => `/people/${slug}`

/** The directory narrowed as asked; empty wishes are left out. */
export const directoryPath = (query: Readonly<Record<string, string | number | undefined>>): string => {
  const words = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '' && !(name === 'page' && value === 1)) words.append(name, String(value))
  return words.size === 0 ? peoplePath : `${peoplePath}?${words}`
}
