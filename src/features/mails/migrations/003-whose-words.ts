// Whose words a mail carries: it does not leave for whoever blocked them while it waited.
import { migration } from '#platform/db/migration.ts'

export const judgeWhoseWords = migration(
  'mails/003-whose-words',
  `
-- Null: nobody's, or its reader must hear of it whoever wrote it, as what their city is asked.
alter table mail add by_id int references person on delete cascade, add check (by_id is null or person_id is not null);
create index mail_by on mail (by_id) where by_id is not null;

-- As before, and nothing of somebody whom its reader keeps away from themselves.
create function app.mail_may_go(whom int, which int, of_reply int, in_room int, by_whom int) returns boolean language sql stable cost 10000 as $$
  select app.mail_may_go(whom, which, of_reply, in_room) and (by_whom is null or not app.keeps_away(whom, by_whom)) $$;
revoke execute on function app.mail_may_go(int, int, int, int, int) from public;
grant execute on function app.mail_may_go(int, int, int, int, int) to vicinia_system;
`,
)
