// What two cities agreed stays with both, also where one of them no longer sees the visit itself; wishes and what ends them come
// one after the other; and a visit can be changed after it was published.
import { migration } from '#platform/db/migration.ts'

export const keepAgreements = migration(
  'visits/002-agreements',
  `
-- With whom, and where, as it stood when they agreed; null: never agreed. Nothing else of the visit is kept with the agreement:
-- what is written there later is for whoever it reaches then.
alter table visit_wish add agreed_with int references organisation, add agreed_place text;
create index visit_wish_by_agreed on visit_wish (agreed_with);
update visit_wish w set agreed_with = c.organisation_id, agreed_place = v.place
  from contribution c join study_visit v on v.contribution_id = c.id
  where c.id = w.contribution_id and exists (select 1 from visit_step s where s.wish_id = w.id and s.act = 'agreed');

create function app.keep_agreement() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select c.organisation_id, v.place into new.agreed_with, new.agreed_place
    from contribution c join study_visit v on v.contribution_id = c.id where c.id = new.contribution_id;
  return new;
end $$;
create trigger keep_agreement before update of state on visit_wish for each row
  when (new.state = 'agreed' and old.state <> 'agreed') execute function app.keep_agreement();
create policy agreed on visit_wish for select to vicinia_app using (
  agreed_with is not null and (select app.organisation()) in (organisation_id, agreed_with));

-- Until the commit nobody else wishes, closes, changes or withdraws: what was read holds.
create function app.hold_visit(of_visit int) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin perform 1 from study_visit where contribution_id = of_visit for update; end $$;
revoke execute on function app.hold_visit(int) from public;
grant execute on function app.hold_visit(int) to vicinia_app;

grant update (text, place, first_day, last_day, people, languages) on study_visit to vicinia_app;
`,
)
