// Every address of the feature.

export const contactsPath = '/my-city/contacts'
export const contactsOf = (slug: string): string => `${contactsPath}?organisation=${encodeURIComponent(slug)}`
export const contactEndPath = (id: number): string => `${contactsPath}/${id}/end`
export const contactListPath = '/contacts'
export const contactListOf = (wanted: string): string => `${contactListPath}?function=${encodeURIComponent(wanted)}`
export const contactFilePath = (format: 'csv' | 'xlsx', wanted?: string): string =>
  `${contactListPath}.${format}${wanted === undefined ? '' : `?function=${encodeURIComponent(wanted)}`}`
