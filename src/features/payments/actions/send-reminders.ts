// Send a round of reminders: those that were shown and are still due. Each letter is a job of its own.
import { dayOf } from '#kernel/locale.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { dayAfter } from '../open-items.ts'
import { issuerOf, keepsBooks } from '../permissions.ts'
import { dueReminders, keyOf } from '../reminder.ts'
import { listOpenItems } from '../store-open-items.ts'
import { getSettings, insertRound } from '../store-reminders.ts'
import { lockBooks } from '../store-statements.ts'

/** `chosen`: the keys of the letters that the person saw and did not take out. Gives the number of the round. */
export const sendReminders = (
  asPerson: AsPerson,
  viewer: SignedIn,
  chosen: readonly string[],
  now: Date,
): Promise<Outcome<number, 'nothing-due'>> =>
  asPerson(async (db) => {
    if (!keepsBooks(viewer)) throw forbidden()
    const issuer = issuerOf(viewer)
    // Two officers who press at once: the second finds the steps taken.
    await lockBooks(db, issuer)
    const settings = await getSettings(db, issuer)
    const items = await listOpenItems(db, { issuer }, viewer.person.lang)
    const letters = dueReminders(items, settings, dayOf(now)).filter(
      (letter) => letter.held === null && chosen.includes(keyOf(letter)),
    )
    if (letters.length === 0) return refused('nothing-due')
    const deadline = dayAfter(dayOf(now), settings.daysToPay)
    const { round, reminders } = await insertRound(db, { issuer, personId: viewer.person.id, deadline }, letters, now)
    for (const reminder of reminders)
      await recordFact(db, { name: 'reminder.decided', actor: viewer.person, data: { reminder } })
    return done(round)
  })
