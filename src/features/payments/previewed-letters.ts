// The letters of the next round, word by word as the job will write them.

import { dayOf } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import type { Settings } from '#platform/feature.ts'
import { wordsOf } from './letter.ts'
import { dayAfter } from './open-items.ts'
import type { DueReminder, ReminderSettings } from './reminder.ts'
import { listSellers } from './store-accounts.ts'

export interface LetterWords {
  readonly subject: string
  readonly text: string
  readonly lang: string
}

interface Around {
  readonly issuer: number | null
  readonly settings: ReminderSettings
  readonly now: Date
  readonly site: Settings
}

export async function lettersWithWords(
  db: Db,
  letters: readonly DueReminder[],
  { issuer, settings, now, site }: Around,
): Promise<(DueReminder & LetterWords)[]> {
  const contents = await listSellers(
    db,
    issuer,
    letters.map(({ organisationId }) => organisationId),
  )
  const deadline = dayAfter(dayOf(now), settings.daysToPay)
  return letters.flatMap((letter) => {
    const content = contents.get(letter.organisationId)
    if (content === undefined) return []
    const about = { step: letter.step, deadline, statutes: settings.statutes }
    return [{ ...letter, ...wordsOf({ letter: about, owed: letter.items, content }, site), lang: content.lang }]
  })
}
