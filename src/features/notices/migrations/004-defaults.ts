// Whoever has chosen nothing watches what fits their city; who was asked once, or chose for themselves, is never asked again.
import { migration } from '#platform/db/migration.ts'

export const setDefaults = migration(
  'notices/004-defaults',
  `
-- Chosen for them, not by them.
alter table subscription add column by_default boolean not null default false;

-- Null: their city has shared nothing yet from which it could be chosen. The row is what one waits for who chooses at the same moment.
create table notice_default (
  person_id int primary key references person on delete cascade,
  settled_at timestamptz
);
alter table notice_default enable row level security;
create policy own on notice_default to vicinia_app using (person_id = (select app.person())) with check (person_id = (select app.person()));
create policy system on notice_default to vicinia_system using (true);
grant select, insert, update (settled_at) on notice_default to vicinia_app;

-- Coming into a room is no choice of what to hear.
create or replace function app.watch_room() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into subscription (person_id, kind, ref, by_default)
      select new.person_id, 'audience', a.id::text, true from audience a where a.id = new.audience_id and a.kind = 'room'
      on conflict do nothing;
  else
    delete from subscription where person_id = old.person_id and kind = 'audience' and ref = old.audience_id::text;
  end if;
  return null;
end $$;
update subscription s set by_default = true from audience_person ap join audience a on a.id = ap.audience_id and a.kind = 'room'
  where s.person_id = ap.person_id and s.kind = 'audience' and s.ref = ap.audience_id::text;

-- Who watches something else, ended the watching of a room, or chose how often or when, has decided.
insert into notice_default (person_id, settled_at)
  select p.id, now() from person p where p.left_at is null and (
    exists (select 1 from subscription s where s.person_id = p.id and not s.by_default)
    or exists (select 1 from notice_rhythm r where r.person_id = p.id)
    or exists (select 1 from notice_setting t where t.person_id = p.id)
    or exists (select 1 from audience_person ap join audience a on a.id = ap.audience_id and a.kind = 'room'
      where ap.person_id = p.id and (ap.until is null or ap.until > now())
        and not exists (select 1 from subscription s where s.person_id = p.id and s.kind = 'audience' and s.ref = a.id::text)));

create or replace function app.forget_notices() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from subscription where person_id = new.id;
  delete from notice_rhythm where person_id = new.id;
  delete from notice_setting where person_id = new.id;
  delete from notice_default where person_id = new.id;
  delete from notice where person_id = new.id;
  delete from notice_later where person_id = new.id;
  return null;
end $$;
`,
)
