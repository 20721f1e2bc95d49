// A membership of a forum that rests: the register goes on naming the forum, its persons do not reach it. That somebody is
// suspended is nobody's business, and whoever laid two lists side by side could read it.
import { migration } from '#platform/db/migration.ts'

export const resting = migration(
  'trunk/008-resting',
  `
alter table forum_member add column resting boolean not null default false;
create or replace function app.audiences_of(whose int) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select string_agg(id::text, ',' order by id) from (
    select 1 as id
    union select 2 from person p join organisation o on o.id = p.organisation_id
      where p.id = whose and (o.active or (o.kind = 'office' and p.role = 'office'))
    union select a.id from person p join audience a on a.organisation_id = p.organisation_id where p.id = whose
    union select a.id from person p join organisation o on o.id = p.organisation_id
      join forum_member m on m.organisation_id = o.id and not m.resting and (o.active or m.without_network)
      join audience a on a.forum_id = m.forum_id where p.id = whose
    union select a.id from person p join audience a on a.forum_id = p.forum_id where p.id = whose and p.role = 'office'
    union select ap.audience_id from audience_person ap where ap.person_id = whose
  ) reached $$;
`,
)
