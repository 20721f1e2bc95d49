// Addresses of what every kind of contribution shares.
export const repliesPath = (contributionId: number): string => `/contributions/${contributionId}/replies`
export const replyWithdrawalPath = (replyId: number): string => `/replies/${replyId}/withdrawal`
export const readingPath = (replyId: number): string => `/replies/${replyId}/reading`
export const attachmentsPath = (contributionId: number): string => `/contributions/${contributionId}/attachments`
export const attachmentPath = (id: number, name: string): string => `/attachments/${id}/${encodeURIComponent(name)}`
export const attachmentRemovalPath = (id: number): string => `/attachments/${id}/removal`
export const watchPath = (contributionId: number): string => `/contributions/${contributionId}/watch`
export const unwatchPath = (contributionId: number): string => `/contributions/${contributionId}/watch/end`
export const coAuthorsPath = (contributionId: number): string => `/contributions/${contributionId}/co-authors`
export const coAuthorshipPath = (contributionId: number): string => `/contributions/${contributionId}/co-authorship`
export const coAuthorshipEndPath = (contributionId: number): string => `${coAuthorshipPath(contributionId)}/end`
export const visibilityPath = (contributionId: number): string => `/contributions/${contributionId}/visibility`
