// Who steers an organisation, once more: that of a guest is nobody's entry in the register, and the city that is none is nobody's city.
import { migration } from '#platform/db/migration.ts'

export const noGuests = migration(
  'accession/005-no-guests',
  `
-- Of guests no office decides who they are, invites colleagues for them or lets them go: the rooms that they are in do.
create or replace function app.steers(whose int) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(
    (app.role() = 'coordinator' and whose = app.organisation())
    or (app.role() = 'office:network' and exists (
      select 1 from organisation o where o.id = whose and o.kind not in ('guest', 'unnamed')))
    or (app.role() = 'office' and (whose = app.organisation() or exists (
      select 1 from person p join forum_member m on m.forum_id = p.forum_id
      where p.id = app.person() and m.organisation_id = whose) or exists (
      select 1 from person p join membership m on m.forum_id = p.forum_id
      where p.id = app.person() and m.organisation_id = whose and m.begins_on > app.today()
        and (m.ends_on is null or m.ends_on >= m.begins_on)))), false) $$;
`,
)
