// What is new in a room and is no contribution has notices too: a meeting.
import { migration } from '#platform/db/migration.ts'

export const noticesOfRooms = migration(
  'notices/005-of-rooms',
  `
alter table notice alter column contribution_id drop not null,
  add room_id int references room on delete cascade,
  -- Which of the room's things, as the feature that keeps them names it: meeting 12.
  add item text check (item ~ '^[a-z]+ [0-9]{1,9}$'),
  -- Who did it.
  add by_id int references person on delete set null,
  add check ((contribution_id is null) = (room_id is not null)), add check ((room_id is null) = (item is null));
create index notice_by_room on notice (room_id) where room_id is not null;
create index notice_by_whom on notice (by_id) where by_id is not null;

-- Of a contribution as before. Of a room: for whoever is in it now, and does not block who did it.
drop policy reached on notice;
create policy reached on notice for select to vicinia_app using (
  person_id = (select app.person()) and case when contribution_id is null
  then room_id = any ((select app.audiences())::int[]) and not coalesce(by_id = any ((select app.kept_away())::int[]), false)
  else exists (select 1 from contribution c where c.id = contribution_id and c.state = 'published' and c.hidden_at is null
    and (c.audience_id = any ((select app.audiences())::int[]) or c.id = any ((select app.co_authored(true))::int[]))
    and (notice.reply_id is not null or notice.area = 'city' or c.steward_id = (select app.person())
      or not coalesce(c.author_id = any ((select app.kept_away())::int[]), false)))
  and (reply_id is null or exists (select 1 from reply r where r.id = reply_id and r.withdrawn_at is null and r.hidden_at is null
    and not coalesce(r.author_id = any ((select app.kept_away())::int[]), false)))
  and not exists (select 1 from mute m where m.person_id = notice.person_id and m.contribution_id = notice.contribution_id) end);
`,
)
