// The mail with the personal address of a file. The secret is made here, so that it is nowhere but in the mail; a new one ends the old.
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import type { SendMail, Settings } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { newToken, sha256 } from '#platform/identity/token.ts'
import { recordFact } from '#trunk/facts.ts'
import { filePath } from '../paths.ts'
import { mayDecide } from '../permissions.ts'
import { getAccession } from '../store.ts'
import { findAddressee, keepAddress } from '../store-enquiry.ts'

export interface MailParts {
  readonly system: Db
  readonly mail: SendMail
  readonly settings: Settings
  readonly now: () => Date
}

/** The job after an enquiry, or after the office asked for a new address; done again, a new mail with a new secret counts. */
export async function sendAddress(parts: MailParts, id: number): Promise<void> {
  const to = await findAddressee(parts.system, id)
  if (to === undefined) return
  const token = newToken()
  await keepAddress(parts.system, id, { token_hash: sha256(token) })
  const t = translator(to.lang)
  const network = parts.settings.networkName
  const link = `${parts.settings.baseUrl}${filePath(id, token)}`
  const values = { name: to.contactName, city: to.name, network, link }
  await parts.mail({
    to: to.contactEmail,
    subject: t('accession.mail-address-subject', values),
    text: t('accession.mail-address-text', values),
  })
  await keepAddress(parts.system, id, { address_mailed_at: parts.now() })
}

/** The office, for a city that lost its mail. */
export const askForNewAddress = (asPerson: AsPerson, viewer: SignedIn, id: number | undefined): Promise<number> =>
  asPerson(async (db) => {
    const file = await getAccession(db, id)
    if (!mayDecide(viewer, file)) throw forbidden()
    await recordFact(db, { name: 'enquiry-address.requested', actor: viewer.person, data: { accession: file.id } })
    return file.id
  })
