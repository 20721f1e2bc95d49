// Every address of the feature.
import { addressPart } from '#kernel/address.ts'

export const practicesPath = '/practices'
export const keptPath = '/practices/kept'
export const comparePath = '/practices/compare'
/** These side by side, in this order. */
export const comparisonPath = (ids: readonly number[]): string =>
  ids.length === 0 ? comparePath : `${comparePath}?${ids.map((id) => `practice=${id}`).join('&')}`
export const newPracticePath = '/practices/new'
export const practicePath = (id: number, title: string): string => `/practices/${addressPart(id, title)}`
/** `step`: a word of telling.ts; without one the form opens where something is missing. */
export const editPracticePath = (id: number, step?: string): string =>
  `/practices/${id}/edit${step === undefined ? '' : `?step=${step}`}`
export const previewPath = (id: number): string => `/practices/${id}/preview`
export const changePracticePath = (id: number): string => `/practices/${id}`
export const revisionsPath = (id: number, number?: number): string =>
  `/practices/${id}/revisions${number === undefined ? '' : `?number=${number}`}`
export const stillTruePath = (id: number): string => `/practices/${id}/still-true`
export const confirmationPath = (id: number): string => `/practices/${id}/confirmation`
export const publicationPath = (id: number): string => `/practices/${id}/publication`
export const withdrawalPath = (id: number): string => `/practices/${id}/withdrawal`
