// Addresses of the audit trail.
export const historyPath = '/my-city/history'
export const historyPagePath = (number: number): string => `${historyPath}?page=${number}`
