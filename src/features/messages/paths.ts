// Every address of the feature.
import { addressPart } from '#kernel/address.ts'

export const messagesPath = '/messages'
export const newMessagePath = (slug: string): string => `/messages/new?to=${slug}`
/** In mails without the title: an address is read by more eyes than a page. */
export const messagePath = (id: number, title: string): string => `/messages/${addressPart(id, title)}`
export const messageDonePath = (id: number): string => `/messages/${id}/done`
export const blocksPath = '/messages/blocks'
export const blockEndPath = '/messages/blocks/end'
export const peoplePath = '/people'
export const personPath = (slug: string): string => `/people/${slug}`
export const memberPath = (slug: string): string => `/members/${slug}`
