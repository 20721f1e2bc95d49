// Every address of the feature.
export const mailsPath = '/mails'
export const againPath = (id: number): string => `/mails/${id}/sending`
export const askingPath = '/account/mail-confirmations'

/** Takes an address up again, without signing in. */
export const confirmationPath = ({ by, code }: { by: number; code: string }): string =>
  `/mails/confirmation?by=${by}&code=${code}`
