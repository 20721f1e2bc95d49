// How an issuer reminds: its waiting days and words, and whom it holds back for now, with the reason.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { issuerOf, keepsBooks } from '../permissions.ts'
import type { ReminderSettings } from '../reminder.ts'
import { getAccountMember } from '../store-accounts.ts'
import { endHold, insertHold, saveSettings } from '../store-reminders.ts'

export const changeSettings = (
  asPerson: AsPerson,
  viewer: SignedIn,
  settings: ReminderSettings,
  now: Date,
): Promise<void> =>
  asPerson(async (db) => {
    if (!keepsBooks(viewer)) throw forbidden()
    await saveSettings(db, { issuer: issuerOf(viewer), personId: viewer.person.id }, settings, now)
    await recordFact(db, { name: 'reminders.arranged', actor: viewer.person })
  })

export const holdBack = (
  asPerson: AsPerson,
  viewer: SignedIn,
  slug: string,
  reason: string,
  now: Date,
): Promise<Outcome<undefined, 'held-already'>> =>
  asPerson(async (db) => {
    if (!keepsBooks(viewer)) throw forbidden()
    const issuer = issuerOf(viewer)
    const { id: organisationId } = await getAccountMember(db, issuer, slug, viewer.person.lang)
    const held = await insertHold(db, { issuer, organisationId, reason, personId: viewer.person.id }, now)
    if (!held) return refused('held-already')
    await recordFact(db, { name: 'reminders.held', actor: viewer.person, data: { organisation: organisationId } })
    return done(undefined)
  })

export const remindAgain = (asPerson: AsPerson, viewer: SignedIn, slug: string, now: Date): Promise<void> =>
  asPerson(async (db) => {
    if (!keepsBooks(viewer)) throw forbidden()
    const issuer = issuerOf(viewer)
    const { id: organisationId } = await getAccountMember(db, issuer, slug, viewer.person.lang)
    await endHold(db, { issuer, organisationId, personId: viewer.person.id }, now)
    await recordFact(db, { name: 'reminders.resumed', actor: viewer.person, data: { organisation: organisationId } })
  })
