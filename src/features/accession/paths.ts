// Every address of the feature. Who is not signed in carries the secret of the file's personal address along.
export const joinPath = '/join'
export const joinSentPath = '/join/sent'
export const accessionsPath = '/accessions'

/** By a personal address: its secret; for persons with a session: undefined. */
export type FileKey = string | undefined
const withKey = (path: string, key: FileKey): string =>
  key === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}token=${encodeURIComponent(key)}`

export const filePath = (id: number, key: FileKey): string => withKey(`/accessions/${id}`, key)
/** The form in which a step is taken, and where it is sent. */
export const stepPath = (id: number, step: string, key: FileKey): string =>
  withKey(`/accessions/${id}/steps/${step}`, key)
export const documentPath = (id: number, document: number, key: FileKey): string =>
  withKey(`/accessions/${id}/documents/${document}`, key)
export const addressPath = (id: number): string => `/accessions/${id}/address`
/** Without a language: the one in which the city wrote last, or its own. */
export const paperPath = (id: number, lang: string | undefined, key: FileKey): string =>
  withKey(`/accessions/${id}/paper${lang === undefined ? '' : `?lang=${lang}`}`, key)
export const paperEditPath = (id: number, lang: string, key: FileKey): string =>
  withKey(`/accessions/${id}/paper/edit?lang=${lang}`, key)
export const paperFilePath = (id: number, format: 'pdf' | 'docx', lang: string, key: FileKey): string =>
  withKey(`/accessions/${id}/paper.${format}?lang=${lang}`, key)
export const memberPath = (slug: string): string => `/members/${slug}`
/** Where a demonstration shows the mails it would have sent. */
export const outboxPath = '/demo/mail'
