// The account of a member for a year, gathered for a page, a PDF or a letter: whoever asks, in one way.

import { dayOf } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { type Account, accountOf } from './account.ts'
import { type AccountOf, listAccountLines } from './store-accounts.ts'

/** `toMember`: without what the member was not sent yet, where the system asks for it. */
export const gatherAccount = async (
  db: Db,
  of: AccountOf & { readonly toMember?: boolean },
  year: number,
  now: Date,
): Promise<Account> => accountOf(await listAccountLines(db, of, year), year, dayOf(now))
