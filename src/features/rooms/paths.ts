// Every address of the feature.
import { addressPart } from '#kernel/address.ts'

export const roomsPath = '/rooms'
export const newRoomPath = '/rooms/new'
export const roomPath = (id: number, name: string): string => `/rooms/${addressPart(id, name)}`
/** What is done in a room, and its further pages. */
export const inRoom = (id: number, what: string): string => `/rooms/${id}/${what}`
export const memberPath = (id: number, personId: number, act: string): string =>
  `/rooms/${id}/members/${personId}/${act}`
export const requestPath = (id: number, personId: number, act: string): string =>
  `/rooms/${id}/requests/${personId}/${act}`
export const invitationRemovalPath = (id: number, invitationId: number): string =>
  `/rooms/${id}/invitations/${invitationId}/removal`
export const threadPath = (id: number, title: string): string => `/threads/${addressPart(id, title)}`
export const threadWithdrawalPath = (id: number): string => `/threads/${id}/withdrawal`
export const pinPath = (id: number): string => `/contributions/${id}/pin`
export const pinEndPath = (id: number): string => `/contributions/${id}/pin/end`
export const guestPath = '/guest-invitation'
