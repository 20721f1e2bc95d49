// Two officers at the same moment: neither overwrites the other unseen, and no two changes make a circle together.
import { migration } from '#platform/db/migration.ts'

export const serialisedForums = migration(
  'forums/002-serialised',
  `
alter table forum add column revision int not null default 0;
grant update (revision) on forum to vicinia_app;

-- As before, but one after the other: two crossing changes, each looking at what was there before the other, closed a circle.
create or replace function app.keep_forum_tree() returns trigger language plpgsql as $$
begin
  if new.parent_id is null then return new; end if;
  perform pg_advisory_xact_lock(20250102, 0);
  -- A statement of its own, so that it sees what was committed while this one waited.
  if exists (
    with recursive above (id) as (
      select new.parent_id union select f.parent_id from forum f join above on f.id = above.id)
    select 1 from above where id = new.id) then
    raise exception 'a forum is no part of itself' using errcode = '23514';
  end if;
  return new;
end $$;
`,
)
