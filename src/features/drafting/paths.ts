// Every address of the feature.
export const fromFilePath = '/practices/from-file'
export const placingPath = (id: number): string => `/practices/${id}/from-file`
export const discardPath = (id: number): string => `/practices/${id}/from-file/removal`
