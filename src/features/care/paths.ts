// Every address of the feature.

export const carePath = '/care'
export const conductPath = '/conduct'
export const conductAgreementPath = '/conduct/agreement'
/** `replyId`: of a reply below the contribution. */
export const reportFormPath = (contributionId: number, replyId?: number | null): string =>
  `/contributions/${contributionId}/report${replyId ? `?reply=${replyId}` : ''}`
export const mutePath = (contributionId: number): string => `/contributions/${contributionId}/mute`
export const muteEndPath = (contributionId: number): string => `/contributions/${contributionId}/mute/end`
export const reportPath = (id: number): string => `/care/reports/${id}`
export const reportHidingPath = (id: number): string => `/care/reports/${id}/hiding`
export const reportLeavingPath = (id: number): string => `/care/reports/${id}/leaving`
export const hidingPath = (id: number): string => `/care/hidden/${id}`
export const appealPath = (id: number): string => `/care/hidden/${id}/appeal`
export const judgementPath = (id: number): string => `/care/hidden/${id}/judgement`
export const hidingEndPath = (id: number): string => `/care/hidden/${id}/end`
