// Whom somebody takes no messages from, told to themselves alone: what they read leaves out the news of these.
import { migration } from '#platform/db/migration.ts'

export const keptAway = migration(
  'messages/004-kept-away',
  `
-- As whoever asks: the policy of the table shows them their own rows and no others.
create function app.kept_away() returns int[] language sql stable as $$
  select array(select blocked_id from message_block where person_id = app.person() and blocked_id is not null) $$;
revoke execute on function app.kept_away() from public;
grant execute on function app.kept_away() to vicinia_app;
`,
)
