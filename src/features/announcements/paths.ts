// Every address of the feature.
import { addressPart } from '#kernel/address.ts'

export const announcementsPath = '/announcements'
export const newAnnouncementPath = '/announcements/new'
export const announcementWithdrawalPath = (id: number): string => `/announcements/${id}/withdrawal`
export const announcementPath = (id: number, title: string): string => `/announcements/${addressPart(id, title)}`
