// Forums as a tree with languages, the notice that leaving needs, whose office somebody works in, and members of a forum alone.
import { migration } from '#platform/db/migration.ts'

export const forums = migration(
  'trunk/006-forums',
  `
alter table forum
  -- The forum it is part of; null: of the network itself.
  add column parent_id int references forum check (parent_id <> id),
  add column languages text[] not null default '{}',
  -- Leaving takes effect at the end of a year, with notice given at least so many months before it.
  add column notice_months smallint not null default 3 check (notice_months between 0 and 24);
alter table network add column notice_months smallint not null default 3 check (notice_months between 0 and 24);

create function app.keep_forum_tree() returns trigger language plpgsql as $$
begin
  if new.parent_id is not null and exists (
    with recursive above (id) as (
      select new.parent_id union select f.parent_id from forum f join above on f.id = above.id)
    select 1 from above where id = new.id) then
    raise exception 'a forum is no part of itself' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger keep_forum_tree before insert or update of parent_id on forum for each row execute function app.keep_forum_tree();

-- Works in the office of this forum; null: of the whole network. One never stands in for the other.
create function app.is_office_of(of_forum int) returns boolean language sql stable as $$
  select coalesce(case when of_forum is null then app.role() = 'office:network'
    else app.role() = 'office' and of_forum = (select forum_id from person where id = app.person()) end, false) $$;

-- Where a forum is independent of the network, a city may belong to the forum alone: then this is how its persons reach it.
alter table forum_member add column without_network boolean not null default false;
create or replace function app.audiences_of(whose int) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select string_agg(id::text, ',' order by id) from (
    select 1 as id
    union select 2 from person p join organisation o on o.id = p.organisation_id
      where p.id = whose and (o.active or (o.kind = 'office' and p.role = 'office'))
    union select a.id from person p join audience a on a.organisation_id = p.organisation_id where p.id = whose
    union select a.id from person p join organisation o on o.id = p.organisation_id
      join forum_member m on m.organisation_id = o.id and (o.active or m.without_network)
      join audience a on a.forum_id = m.forum_id where p.id = whose
    union select a.id from person p join audience a on a.forum_id = p.forum_id where p.id = whose and p.role = 'office'
    union select ap.audience_id from audience_person ap where ap.person_id = whose
  ) reached $$;
`,
)
