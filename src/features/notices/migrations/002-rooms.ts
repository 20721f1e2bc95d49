// Whoever comes into a room watches it from then on, and until they leave.
import { migration } from '#platform/db/migration.ts'

export const watchRooms = migration(
  'notices/002-rooms',
  `
-- Whichever way they come in or go: as its founder, admitted, invited, as a guest, removed, when their time is over. For
-- others too (a host admits and removes), so past the policy of their rows. Coming back is coming in again.
create function app.watch_room() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into subscription (person_id, kind, ref)
      select new.person_id, 'audience', a.id::text from audience a where a.id = new.audience_id and a.kind = 'room'
      on conflict do nothing;
  else
    delete from subscription where person_id = old.person_id and kind = 'audience' and ref = old.audience_id::text;
  end if;
  return null;
end $$;
revoke execute on function app.watch_room() from public;
create trigger watch_room after insert or delete on audience_person for each row execute function app.watch_room();

-- Those who are in today, from today on.
insert into subscription (person_id, kind, ref)
  select ap.person_id, 'audience', ap.audience_id::text from audience_person ap
    join audience a on a.id = ap.audience_id and a.kind = 'room' join person p on p.id = ap.person_id and p.left_at is null
  where ap.until is null or ap.until > now()
  on conflict do nothing;
`,
)
