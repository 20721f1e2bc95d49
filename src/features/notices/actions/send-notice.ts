// Telling somebody at once of what they watch, or what their city is asked: by mail, on their devices.
import { oneLine } from '#kernel/one-line.ts'
import type { JobParts } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { noticesPath } from '../paths.ts'
import { findLetter, type Letter } from '../store-letters.ts'
import { sendOfRoom } from './send-of-room.ts'
import { tell } from './tell.ts'

type WordsParts = Pick<JobParts, 'features'> & {
  readonly settings: Pick<JobParts['settings'], 'baseUrl' | 'networkName'>
}

export function wordsOf(letter: Letter, { features, settings }: WordsParts) {
  const t = translator(letter.lang)
  const kind = features.flatMap(({ kinds = [] }) => kinds).find((one) => one.kind === letter.kind)
  // Without the title: an address is read by more eyes than a page.
  const link = `${settings.baseUrl}${kind?.path(letter.contributionId, '') ?? noticesPath}`
  const { name, cityName: city } = letter
  if (letter.namedNowhere)
    return {
      subject: t('notices.mail-subject-protected', { network: settings.networkName }),
      text: t('notices.mail-text-protected', { name, link }),
    }
  const values = { name, city, title: oneLine(letter.title), kind: t(kind?.label ?? 'notices.title'), link }
  return {
    subject: t(`notices.mail-subject-${letter.what}`, values),
    text: t(`notices.mail-text-${letter.what}`, values),
  }
}

/** `heard`: the fact that is heard once more where it is quiet now. */
export async function sendNotice(parts: JobParts, noticeId: number, heard: number): Promise<void> {
  const letter = await findLetter(parts.system, noticeId)
  if (letter === undefined) return sendOfRoom(parts, noticeId, heard)
  // The subject that somebody watches would tell what it is about; so would the address that ends it.
  const why = letter.namedNowhere ? [] : letter.why
  const mail = { to: letter.email, ...wordsOf(letter, parts), named: !letter.namedNowhere }
  await tell(parts, { ...letter, why, heard }, mail)
}
