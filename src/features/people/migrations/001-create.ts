// What persons tell about themselves, entry by entry, each as far as its owner lets it be seen.
import { migration } from '#platform/db/migration.ts'

export const createPeople = migration(
  'people/001-create',
  `
-- One row per value, so that row-level security can decide field by field, also while filtering and counting.
create table profile_entry (
  id int generated always as identity primary key,
  person_id int not null references person,
  field text not null check (field in ('function', 'function-en', 'language', 'concept', 'ask-me-about', 'phone', 'email')),
  position smallint not null default 0,
  -- Empty for 'email': the address itself stays in person, see app.email_of.
  value text not null,
  -- In which language a text is written; null for values that are no text.
  lang text,
  -- Null: nobody but its owner. Never the public audience: visitors know no persons.
  audience_id int references audience check (audience_id <> 1),
  unique (person_id, field, position)
);
create index profile_entry_by_value on profile_entry (field, value);
alter table profile_entry enable row level security;
-- As far as consented, and only while the person itself is within reach (out of the network, out of sight).
create policy consented on profile_entry for select to vicinia_app using (
  person_id = (select app.person())
  or (audience_id = any ((select app.audiences())::int[]) and exists (select 1 from person p where p.id = person_id)));
create policy write on profile_entry for insert to vicinia_app with check (
  person_id = (select app.person())
  and (audience_id is null or audience_id = 2
       or audience_id = (select a.id from audience a where a.organisation_id = (select app.organisation()))));
create policy erase on profile_entry for delete to vicinia_app using (person_id = (select app.person()));
create policy system on profile_entry to vicinia_system using (true);
grant select, insert, delete on profile_entry to vicinia_app;

-- The application role cannot read addresses; this gives one where its owner's consent reaches, or one's own.
create function app.email_of(whose int) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select p.email from person p where p.id = whose and p.left_at is null and (p.id = app.person() or exists (
    select 1 from profile_entry e where e.person_id = p.id and e.field = 'email'
      and e.audience_id <> 1 and e.audience_id = any (app.audiences()))) $$;
revoke execute on function app.email_of(int) from public;
grant execute on function app.email_of(int) to vicinia_app, vicinia_system;
`,
)
