// An address is made anew in one step, so that whoever asks for it twice at once has one and not a broken page.
import { migration } from '#platform/db/migration.ts'

export const makeAnew = migration(
  'calendars/003-anew',
  `
grant update (token_hash, created_at, used_at) on calendar_address to vicinia_app;
`,
)
