// Whoever owes a forum its fee reads what it is worked out from: also while the membership is suspended, when the forum's audience no longer reaches.
import { migration } from '#platform/db/migration.ts'

export const owedScales = migration(
  'fees/002-owed',
  `
-- The coordinator of whoever belonged to the forum on a day of the year, suspended or not. Memberships come after fees, so the
-- body is read only when it is asked.
create function app.owes_to(of_forum int, in_year int) returns boolean language plpgsql stable as $$
begin
  return app.role() = 'coordinator' and exists (select 1 from membership m
    where m.organisation_id = app.organisation() and m.forum_id = of_forum and m.begins_on <= make_date(in_year, 12, 31)
      and (m.ends_on is null or (m.ends_on >= m.begins_on and m.ends_on >= make_date(in_year, 1, 1))));
end $$;
create policy owed on fee_scale for select to vicinia_app using (state = 'approved' and app.owes_to(forum_id, year));
`,
)
