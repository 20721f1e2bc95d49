// Whoever takes no messages from somebody hears no news of theirs either.
import { migration } from '#platform/db/migration.ts'

export const noNewsOfBlocked = migration(
  'messages/003-news',
  `
create or replace function app.keeps_away(whose int, other int) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from message_block b where b.person_id = whose and b.blocked_id = other) $$;
revoke execute on function app.keeps_away(int, int) from public;
grant execute on function app.keeps_away(int, int) to vicinia_system;
`,
)
