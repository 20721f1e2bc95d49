// Every address of the feature.
import type { GainKind } from './gain.ts'

export const gainsPath = '/my-city/gains'
const query = (words: Record<string, string>): string => `?${new URLSearchParams(words)}`

export const gainsOf = (slug: string): string => gainsPath + query({ organisation: slug })
export const newGainPath = (slug: string, kind: GainKind): string =>
  `${gainsPath}/new${query({ organisation: slug, kind })}`
export const gainPath = (id: number): string => `${gainsPath}/${id}`
export const editGainPath = (id: number): string => `${gainsPath}/${id}/edit`
export const gainRemovalPath = (id: number): string => `${gainsPath}/${id}/removal`
export const gainDocumentPath = (id: number): string => `${gainsPath}/${id}/document`
export const gainFilePath = (format: 'csv' | 'xlsx', slug: string): string =>
  `${gainsPath}.${format}${query({ organisation: slug })}`
