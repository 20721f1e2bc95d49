// Every address of the feature.

export const myDataPath = '/my-data'
export const ownFilePath = '/my-data/my-data.zip'
export const erasurePath = '/my-data/erasure'
export const confirmationPath = '/my-data/erasure/confirmation'
export const withdrawalPath = '/my-data/erasure/withdrawal'
export const retentionPath = '/retention'
export const confirmWith = (token: string): string => `${erasurePath}?token=${encodeURIComponent(token)}`
