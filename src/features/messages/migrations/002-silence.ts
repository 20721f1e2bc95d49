// Between two who do not hear each other no mail goes either: not of what was written in the moment before.
import { migration } from '#platform/db/migration.ts'

export const silence = migration(
  'messages/002-silence',
  `
create or replace function app.may_hear(which int, whom int) returns boolean
language sql stable security definer cost 10000 set search_path = public, pg_temp as $$
  select exists (select 1 from person p where p.id = whom and p.left_at is null)
    and not exists (select 1 from message m join contribution c on c.id = m.contribution_id
      where m.contribution_id = which and app.are_apart(c.author_id, m.to_id)) $$;
`,
)
