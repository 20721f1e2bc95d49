// What others said elsewhere and is used here reaches no further than they said it, unless somebody decides so. And what is
// archived stays as it is, but for what somebody takes back.
import { migration } from '#platform/db/migration.ts'

export const saidElsewhere = migration(
  'trunk/014-said-elsewhere',
  `
-- The audience to which others said what this contribution was made of; null where it is nobody else's. A feature that makes
-- such a thing says so here.
create function app.said_to(which int) returns int language sql stable as $$ select null::int $$;

-- Taken back at any time, and once; a new wording is something new, and nothing new comes into an archived room.
create policy change_in_open_rooms on reply as restrictive for update to vicinia_app using (withdrawn_at is null) with check (
  withdrawn_at is not null
  or exists (select 1 from contribution c where c.id = contribution_id and not app.is_archived(c.audience_id)));
`,
)
