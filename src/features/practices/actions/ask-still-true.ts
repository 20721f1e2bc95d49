// The mail that asks whether a practice still holds: its links answer with one click, without signing in.
import type { JobParts } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { keyedDigest } from '#platform/identity/sealed-secret.ts'
import { tell } from '../../notices/public.ts'
import { stillTruePath } from '../paths.ts'
import { type Asked, listAsked } from '../store-currency.ts'

export interface Answerer {
  readonly practiceId: number
  readonly personId: number
  readonly askedAt: Date
}

/** Good for this person, this practice and this question only; the next question makes another. */
export const answerKey = ({ practiceId, personId, askedAt }: Answerer, secret: string): string =>
  keyedDigest(`${practiceId} ${personId} ${askedAt.getTime()}`, secret, 'still true').slice(0, 43)

export const wordsOf = (asked: Asked, network: string, link: string): { subject: string; text: string } => {
  const t = translator(asked.lang)
  const { name, title } = asked
  // TLP:RED is never named in a mail.
  if (asked.audienceKind === 'persons')
    return {
      subject: t('practices.still-true-subject-protected', { network }),
      text: t('practices.still-true-mail-protected', { name, link }),
    }
  return {
    subject: t('practices.still-true-subject', { title }),
    text: t('practices.still-true-mail', { name, title, link }),
  }
}

export async function askStillTrue(parts: JobParts, factId: number, practiceId: number): Promise<void> {
  const { system, settings } = parts
  for (const asked of await listAsked(system, practiceId)) {
    const code = answerKey({ practiceId, ...asked }, settings.secret)
    const link = `${settings.baseUrl}${stillTruePath(practiceId)}?by=${asked.personId}&code=${code}`
    const about = { personId: asked.personId, contributionId: practiceId, factId }
    const told = { ...about, area: 'asked', what: 'confirm', why: [{ by: 'own' }] } as const
    await tell(parts, told, { to: asked.email, ...wordsOf(asked, settings.networkName, link) })
  }
}
