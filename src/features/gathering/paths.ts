// The one address of gathering.
export const gatheringPath = (questionId: number): string => `/questions/${questionId}/gathering`
