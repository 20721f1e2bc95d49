// Whether AMBER leaves the house is what the office of the network set, for digests, calendars and devices alike.
import { migration } from '#platform/db/migration.ts'

export const amberGoesOutAsSet = migration(
  'calendars/002-amber',
  `
-- Asked with the rights of whoever asks: somebody who is signed in, or a job. Unset, the answer is no.
create or replace function app.amber_goes_out() returns boolean language sql stable as $$
  select exists (select 1 from digest_setting where amber_bodies) $$;
`,
)
