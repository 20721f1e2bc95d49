// Every address of the feature.

export const membersPath = '/members'
export const membersCsvPath = '/members.csv'
export const membersXlsxPath = '/members.xlsx'
export const memberPath = (slug: string): string => `/members/${slug}`

/** The register narrowed as asked; empty wishes are left out. */
export const registerPath = (
  query: Readonly<Record<string, string | readonly string[] | number | undefined>>,
): string => {
  const words = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== '' && !(name === 'page' && one === 1)) words.append(name, String(one))
  return words.size === 0 ? membersPath : `${membersPath}?${words}`
}

/** The page of a person belongs to the feature people, which uses this one and therefore cannot be asked. */
export const personPath = (slug: string): string => `/people/${slug}`
/** The list of practices narrowed to one concept; that feature uses nothing of ours and we nothing of its rules. */
export const practicesAboutPath = (concept: string): string => `/practices?concept=${concept}`
