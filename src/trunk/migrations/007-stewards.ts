// Who looks after a contribution in its city now: its author at first, and whoever it was handed to when the author left.
// The author stays named: it is their word. What they may decide goes to the steward.
import { migration } from '#platform/db/migration.ts'

export const stewards = migration(
  'trunk/007-stewards',
  `
alter table contribution add column steward_id int references person;
update contribution set steward_id = author_id;
alter table contribution alter column steward_id set not null;
create index contribution_by_steward on contribution (steward_id);

create function app.begin_stewardship() returns trigger language plpgsql as $$
begin new.steward_id := coalesce(new.steward_id, new.author_id); return new; end $$;
create trigger begin_stewardship before insert on contribution for each row execute function app.begin_stewardship();

drop policy reached on contribution;
create policy reached on contribution for select to vicinia_app using (
  (state = 'published' and audience_id = any ((select app.audiences())::int[]))
  or (steward_id = (select app.person()) and organisation_id = (select app.organisation()))
  or ((select app.role()) = 'coordinator' and organisation_id = (select app.organisation())
      and exists (select 1 from audience a where a.id = audience_id and a.kind <> 'persons'))
  or (state <> 'withdrawn' and id = any ((select app.co_authored(false))::int[]))
);
drop policy write on contribution;
create policy write on contribution for insert to vicinia_app with check (
  author_id = (select app.person()) and steward_id = author_id and organisation_id = (select app.organisation())
  and exists (select 1 from audience a where a.id = audience_id)
);
create or replace function app.may_steer(which int) returns boolean language sql stable as $$
  select exists (select 1 from contribution c where c.id = which and c.organisation_id = (select app.organisation())
    and (c.steward_id = (select app.person()) or ((select app.role()) = 'coordinator'
      and exists (select 1 from audience a where a.id = c.audience_id and a.kind <> 'persons')))) $$;
drop policy change on contribution;
create policy change on contribution for update to vicinia_app using (
  (organisation_id = (select app.organisation())
    and (steward_id = (select app.person()) or ((select app.role()) = 'coordinator'
      and exists (select 1 from audience a where a.id = audience_id and a.kind <> 'persons'))))
  or (state <> 'withdrawn' and id = any ((select app.co_authored(true))::int[]))
) with check (
  (organisation_id = (select app.organisation())
    and (steward_id = (select app.person()) or exists (select 1 from audience a where a.id = audience_id)))
  or id = any ((select app.co_authored(true))::int[])
);
`,
)
