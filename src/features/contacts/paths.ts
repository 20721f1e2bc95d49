// Every address of the feature.

export const contactsPath = '/my-city/contacts'
export const contactsOf = (slug: string): string => `${contactsPath}?organisation=${encodeURIComponent(slug)}`
export const contactEndPath = (id: number): string => `${contactsPath}/${id}/end`
/** The place on the page where the last day of this contact is named. */
export const endFieldOf = (id: number): string => `ends-on-${id}`
export const contactListPath = '/contacts'
export const contactFilePath = (format: 'csv' | 'xlsx', wanted?: string): string =>
  `${contactListPath}.${format}${wanted === undefined ? '' : `?function=${encodeURIComponent(wanted)}`}`
