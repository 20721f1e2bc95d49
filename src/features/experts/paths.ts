// Every address of the feature.
export const expertsPath = '/experts'
export const newExpertPath = '/experts/new'
export const expertPath = (id: number): string => `/experts/${id}`
export const changePath = (id: number): string => `/experts/${id}/edit`
export const removalPath = (id: number): string => `/experts/${id}/removal`
export const consentPath = ({ of, code }: { readonly of: number; readonly code: string }): string =>
  `/experts/consent?of=${of}&code=${code}`
export const personPath = (slug: string): string => `/people/${slug}`
export const memberPath = (slug: string): string => `/members/${slug}`

export const listPath = (query: Readonly<Record<string, string | undefined>>): string => {
  const words = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
  return words.size === 0 ? expertsPath : `${expertsPath}?${words}`
}
