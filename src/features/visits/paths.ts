// Every address of the feature.
import { addressPart } from '#kernel/address.ts'

export const visitsPath = '/visits'
export const newVisitPath = (direction: string): string => `/visits/new?direction=${direction}`
export const visitPath = (id: number, title: string): string => `/visits/${addressPart(id, title)}`
/** What is done with it: withdrawal, closing, opening, wishes. */
export const inVisit = (id: number, act: string): string => `/visits/${id}/${act}`
export const wishPath = (id: number, wishId: number, act: string): string => `/visits/${id}/wishes/${wishId}/${act}`
export const changePath = (id: number): string => `/visits/${id}/edit`
/** What was agreed, and the same for one's calendar. */
export const agreementPath = (wishId: number): string => `/visits/agreed/${wishId}`
export const agreementCalendarPath = (wishId: number): string => `${agreementPath(wishId)}/calendar.ics`
