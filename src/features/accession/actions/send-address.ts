// The mail with the personal address of a file. The secret is made here, so that it is nowhere but in the mail; a new one ends the old.
import type { Lang } from '#kernel/locale.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import type { MailWords, SendMail, Settings } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { newToken, sha256 } from '#platform/identity/token.ts'
import { recordFact } from '#trunk/facts.ts'
import { filePath } from '../paths.ts'
import { mayDecide } from '../permissions.ts'
import { getAccession } from '../store.ts'
import { findAddressee, keepAddress } from '../store-enquiry.ts'

/** A new address is asked for sooner than an old one comes so late. */
const month = 30 * 86_400_000

type Enquirer = { readonly lang: Lang; readonly contactName: string; readonly name: string }

export interface MailParts {
  readonly system: Db
  readonly mail: SendMail
  readonly settings: Settings
  readonly now: () => Date
}

/** `link`: the personal address of the file. */
export function addressWords(
  { lang, contactName: name, name: city }: Enquirer,
  network: string,
  link: string,
): MailWords {
  const t = translator(lang)
  const values = { name, city, network, link }
  return {
    subject: t('accession.mail-address-subject', values),
    text: t('accession.mail-address-text', values),
    why: t('accession.mail-why', values),
  }
}

/** The job after an enquiry, or after the office asked for a new address; done again, a new mail with a new secret counts. */
export async function sendAddress(parts: MailParts, id: number): Promise<void> {
  const to = await findAddressee(parts.system, id)
  if (to === undefined) return
  const token = newToken()
  const words = addressWords(to, parts.settings.networkName, `${parts.settings.baseUrl}${filePath(id, token)}`)
  const letsIn = { until: new Date(parts.now().getTime() + month) }
  await parts.system.transaction().execute(async (db) => {
    await keepAddress(db, id, { token_hash: sha256(token) })
    await parts.mail({ to: to.contactEmail, ...words, letsIn }, db)
    await keepAddress(db, id, { address_mailed_at: parts.now() })
  })
}

/** The office, for a city that lost its mail. */
export const askForNewAddress = (asPerson: AsPerson, viewer: SignedIn, id: number | undefined): Promise<number> =>
  asPerson(async (db) => {
    const file = await getAccession(db, id)
    if (!mayDecide(viewer, file)) throw forbidden()
    await recordFact(db, { name: 'enquiry-address.requested', actor: viewer.person, data: { accession: file.id } })
    return file.id
  })
