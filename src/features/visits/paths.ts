// Every address of the feature.
import { addressPart } from '#kernel/address.ts'

export const visitsPath = '/visits'
export const newVisitPath = (direction: string): string => `/visits/new?direction=${direction}`
export const visitPath = (id: number, title: string): string => `/visits/${addressPart(id, title)}`
/** What is done with it: withdrawal, closing, opening, wishes. */
export const inVisit = (id: number, act: string): string => `/visits/${id}/${act}`
export const wishPath = (id: number, wishId: number, act: string): string => `/visits/${id}/wishes/${wishId}/${act}`
