// Every address of the feature.
import { addressPart } from '#kernel/address.ts'

export const documentPath = (id: number, title: string): string => `/documents/${addressPart(id, title)}`
export const versionsPath = (id: number): string => `/documents/${id}/versions`
export const documentWithdrawalPath = (id: number): string => `/documents/${id}/withdrawal`
