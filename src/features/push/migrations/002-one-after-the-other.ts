// One browser that tells of itself twice at once is one device: the second waits for the first and takes its place.
import { migration } from '#platform/db/migration.ts'

export const addOneAfterTheOther = migration(
  'push/002-one-after-the-other',
  `
create or replace function app.add_push_device(its_session int, its_endpoint text, its_p256dh text, its_auth text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from session where id = its_session and person_id = app.person()) then
    raise exception 'devices belong to whoever is signed in on them' using errcode = '42501';
  end if;
  -- Not "on conflict do update": what is on its way to whoever had this browser before must go with their row.
  perform pg_advisory_xact_lock(7013871);
  delete from push_device where endpoint = its_endpoint;
  -- Browsers come and go without a word; the oldest make room.
  delete from push_device where id in (
    select id from push_device where person_id = app.person() order by id desc offset 9);
  insert into push_device (person_id, session_id, endpoint, p256dh, auth)
    values (app.person(), its_session, its_endpoint, its_p256dh, its_auth);
end $$;
`,
)
