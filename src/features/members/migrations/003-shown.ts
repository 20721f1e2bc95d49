// The register shows a city as a member also while its membership rests: so does every answer that asks the trunk.
import { migration } from '#platform/db/migration.ts'

export const shownMembers = migration(
  'members/003-shown',
  `
create or replace function app.is_shown_member(whose int) returns boolean language sql stable as $$
  select exists (select 1 from organisation o where o.id = whose and o.active)
    or exists (select 1 from member m where m.organisation_id = whose and m.state in ('member', 'demonstration')) $$;
`,
)
