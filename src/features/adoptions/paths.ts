// Every address of the feature.
import { addressPart } from '#kernel/address.ts'

export const adoptPath = (practiceId: number): string => `/practices/${practiceId}/adoption`
export const lineagePath = (practiceId: number, all = false): string =>
  `/practices/${practiceId}/lineage${all ? '?all=yes' : ''}`
export const adoptionPath = (id: number, title: string): string => `/adoptions/${addressPart(id, title)}`
export const editAdoptionPath = (id: number): string => `/adoptions/${id}/edit`
export const changeAdoptionPath = (id: number): string => `/adoptions/${id}`
export const withdrawalPath = (id: number): string => `/adoptions/${id}/withdrawal`
