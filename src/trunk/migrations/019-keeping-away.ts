// Whether somebody wants to hear nothing from somebody else, for whatever tells people of news.
import { migration } from '#platform/db/migration.ts'

export const keepingAway = migration(
  'trunk/019-keeping-away',
  `
-- The feature with which one says so answers here; until then nobody does.
create function app.keeps_away(whose int, other int) returns boolean language sql stable as $$ select false $$;
revoke execute on function app.keeps_away(int, int) from public;
grant execute on function app.keeps_away(int, int) to vicinia_system;
`,
)
