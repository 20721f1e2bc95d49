// What offices may change about forums: the own office what is its own, the network's office also what binds both.
import { migration } from '#platform/db/migration.ts'

export const changingForums = migration(
  'forums/001-changing',
  `
grant update (names, languages, notice_months, membership_rule, parent_id) on forum to vicinia_app;
create policy own_office on forum for update to vicinia_app
  using (app.is_office_of(id) or (select app.is_office_of(null))) with check (app.is_office_of(id) or (select app.is_office_of(null)));

-- Policies cannot compare old with new.
create function app.keep_forum_rule() returns trigger language plpgsql as $$
begin
  if app.person() is not null and not app.is_office_of(null)
    and (new.membership_rule, new.parent_id) is distinct from (old.membership_rule, old.parent_id) then
    raise exception 'the rule of a forum and its place are the network''s to decide' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_forum_rule before update on forum for each row execute function app.keep_forum_rule();
`,
)
