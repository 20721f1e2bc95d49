// Every address of the feature.
export const bookmarksPath = '/bookmarks'
export const folderPath = (id: number, page = 1): string => `/bookmarks/${id}${page === 1 ? '' : `?page=${page}`}`
export const folderAudiencePath = (id: number): string => `/bookmarks/${id}/audience`
export const folderDeletionPath = (id: number): string => `/bookmarks/${id}/deletion`
export const folderOwnershipPath = (id: number): string => `/bookmarks/${id}/ownership`
export const removalPath = (id: number): string => `/bookmarks/${id}/removal`
export const keepPath = (contributionId: number): string => `/contributions/${contributionId}/bookmarks`
export const memberPath = (slug: string): string => `/members/${slug}`
