// The mail to whoever looks after what a colleague who left had looked after: it would otherwise be found out at the first reply.
import type { Fact } from '#platform/facts.ts'
import type { JobParts, MailWords } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { findHeir, type Heir } from '../store-heirs.ts'

/** `count`: of drafts and contributions. */
export function heirWords(heir: Omit<Heir, 'email'>, count: number, link: string): MailWords {
  const t = translator(heir.lang)
  const values = { name: heir.name, leaver: heir.leaver, organisation: heir.organisationName, count }
  return {
    subject: t('accounts.heir-mail-subject', values),
    text: t('accounts.heir-mail-text', { ...values, link }),
    why: t('accounts.heir-mail-why'),
  }
}

/** The job after `person.succeeded`. Whoever took it over with their own hand knows, and nothing handed over is no news. */
export async function tellHeir(
  { system, mail, settings }: Pick<JobParts, 'system' | 'mail' | 'settings'>,
  { id, actorId, data }: Pick<Fact, 'id' | 'actorId' | 'data'>,
): Promise<void> {
  const count = Number(data['things'])
  if (!(count > 0) || actorId === data['heir']) return
  const heir = await findHeir(system, Number(data['heir']), Number(data['person']))
  if (heir === undefined) return
  await mail({ to: heir.email, ...heirWords(heir, count, `${settings.baseUrl}/`), id: `heir-${id}` })
}
