// The front door: what the account page says where nothing is sent to somebody's address.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { findOwnPause } from './store.ts'
import { OwnPause } from './views/own-pause.tsx'

/** Undefined where mails go to whoever asks. */
export async function drawOwnPause(t: Translate, db: Db): Promise<Child | undefined> {
  const pause = await findOwnPause(db)
  return pause && <OwnPause t={t} pause={pause} />
}
