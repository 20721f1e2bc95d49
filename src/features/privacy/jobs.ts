// Mails of an erasure, and once a day: who is due is erased, and what has been kept long enough is forgotten.
import type { JobParts, Listener, Schedule } from '#platform/feature.ts'
import { erasePerson } from './actions/erase-person.ts'
import { sendConfirmationLink, sendDueDay } from './actions/send-erasure-mail.ts'
import { retentions } from './personal.ts'
import { listDue } from './store-erasure.ts'

export const listeners: readonly Listener[] = [
  {
    name: 'privacy.send-confirmation',
    facts: ['erasure.asked'],
    hear: (fact, parts) => sendConfirmationLink(parts, fact.actorId ?? 0),
  },
  {
    name: 'privacy.send-day',
    facts: ['erasure.confirmed'],
    hear: (fact, parts) => sendDueDay(parts, fact.actorId ?? 0),
  },
]

const day = 86_400_000

/** Each rule by itself: one that fails is tried again, the others have been applied. */
export async function applyRetention({ system, features, now }: JobParts): Promise<void> {
  const failures: unknown[] = []
  for (const { days = 0, forget } of retentions(features))
    await forget?.(system, new Date(now().getTime() - days * day)).catch((error) => failures.push(error))
  if (failures.length > 0) throw new AggregateError(failures, 'not everything was forgotten')
}

export async function eraseDue(parts: JobParts): Promise<void> {
  for (const person of await listDue(parts.system, parts.now())) await erasePerson(parts, person)
}

export const schedules: readonly Schedule[] = [
  { name: 'privacy.erase-due', cron: '10 3 * * *', run: eraseDue },
  { name: 'privacy.apply-retention', cron: '20 3 * * *', run: applyRetention },
]
