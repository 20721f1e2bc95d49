// Addresses of what every kind of contribution shares.
export const repliesPath = (contributionId: number): string => `/contributions/${contributionId}/replies`
/** From mails and lists: leads to the reply on its page of the thread, wherever that is by then. */
export const replyPath = (replyId: number): string => `/replies/${replyId}`
/** Within the page of a contribution, whose path is known. */
export const replyIn = (path: string, replyId: number): string => `${path}?reply=${replyId}#reply-${replyId}`
export const editReplyPath = (replyId: number): string => `/replies/${replyId}/edit`
export const wordingsPath = (replyId: number): string => `/replies/${replyId}/wordings`
export const keptReplyPath = (contributionId: number): string => `/contributions/${contributionId}/replies/kept`
export const unsentPath = '/unsent-replies'
export const unsentRemovalPath = '/unsent-replies/removal'
export const livePath = (contributionId: number): string => `/contributions/${contributionId}/live`
export const peoplePath = (contributionId: number): string => `/contributions/${contributionId}/people`
export const summaryPath = (contributionId: number): string => `/contributions/${contributionId}/summary`
export const editSummaryPath = (contributionId: number): string => `/contributions/${contributionId}/summary/edit`
export const replyWithdrawalPath = (replyId: number): string => `/replies/${replyId}/withdrawal`
export const readingPath = (replyId: number): string => `/replies/${replyId}/reading`
export const attachmentsPath = (contributionId: number): string => `/contributions/${contributionId}/attachments`
/** A file may be called as one of our own addresses is. */
const ownNames = ['preview', 'pages', 'removal']
export const attachmentPath = (id: number, name: string): string =>
  `/attachments/${id}/${encodeURIComponent(ownNames.includes(name) ? `${name}-` : name)}`
export const attachmentPreviewPath = (id: number): string => `/attachments/${id}/preview`
export const attachmentPagesPath = (id: number): string => `/attachments/${id}/pages`
export const attachmentPagePath = (id: number, number: number): string => `/attachments/${id}/pages/${number}`
export const attachmentRemovalPath = (id: number): string => `/attachments/${id}/removal`
export const watchPath = (contributionId: number): string => `/contributions/${contributionId}/watch`
export const unwatchPath = (contributionId: number): string => `/contributions/${contributionId}/watch/end`
export const coAuthorsPath = (contributionId: number): string => `/contributions/${contributionId}/co-authors`
export const coAuthorshipPath = (contributionId: number): string => `/contributions/${contributionId}/co-authorship`
export const coAuthorshipEndPath = (contributionId: number): string => `${coAuthorshipPath(contributionId)}/end`
export const visibilityPath = (contributionId: number): string => `/contributions/${contributionId}/visibility`
/** Of care, which serves every kind: the form in which a reply is reported, and the page about what was hidden. */
export const replyReportPath = (contributionId: number, replyId: number): string =>
  `/contributions/${contributionId}/report?reply=${replyId}`
export const hidingPath = (id: number): string => `/care/hidden/${id}`
