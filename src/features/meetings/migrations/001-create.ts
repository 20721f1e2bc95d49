// Meetings of rooms, minutes with their decisions, and tasks. Whoever is in the room reads and writes all of it.
import { migration } from '#platform/db/migration.ts'

/** Follows the room: read by those who are in it, written as long as it is not archived. */
const follows = (table: string): string => `
alter table ${table} enable row level security;
create policy follows on ${table} for select to vicinia_app using (audience_id = any ((select app.audiences())::int[]));
create policy write on ${table} for insert to vicinia_app with check (
  audience_id = any ((select app.audiences())::int[]) and not app.is_archived(audience_id) and created_by = (select app.person()));
create policy change on ${table} for update to vicinia_app
  using (audience_id = any ((select app.audiences())::int[]) and not app.is_archived(audience_id))
  with check (audience_id = any ((select app.audiences())::int[]));
create policy system on ${table} to vicinia_system using (true);`

export const createMeetings = migration(
  'meetings/001-create',
  `
create table meeting (
  id int generated always as identity primary key,
  audience_id int not null references room,
  title text not null check (length(title) between 3 and 200),
  starts_at timestamptz not null,
  ends_at timestamptz check (ends_at > starts_at),
  -- As whoever wrote it meant it: a name of the IANA time zone database.
  zone text not null,
  place text not null check (length(place) <= 300),
  link text not null check (link = '' or link like 'https://%'),
  notes text not null check (length(notes) <= 5000),
  cancelled_at timestamptz,
  created_by int not null references person,
  created_at timestamptz not null default now(),
  revision int not null default 1,
  unique (id, audience_id)
);
create index meeting_by_room on meeting (audience_id, starts_at);
${follows('meeting')}
grant select, insert (audience_id, title, starts_at, ends_at, zone, place, link, notes, created_by),
  update (title, starts_at, ends_at, zone, place, link, notes, cancelled_at, revision) on meeting to vicinia_app;

create table minutes (
  id int generated always as identity primary key,
  audience_id int not null references room,
  -- Null: they stand alone.
  meeting_id int,
  title text not null check (length(title) between 3 and 200),
  held_on date not null,
  text text not null check (length(text) <= 50000),
  lang text not null,
  created_by int not null references person,
  created_at timestamptz not null default now(),
  revision int not null default 1,
  unique (id, audience_id),
  -- Of the same room.
  foreign key (meeting_id, audience_id) references meeting (id, audience_id)
);
create index minutes_by_room on minutes (audience_id, held_on desc);
create index minutes_by_meeting on minutes (meeting_id) where meeting_id is not null;
${follows('minutes')}
grant select, insert (audience_id, meeting_id, title, held_on, text, lang, created_by),
  update (title, held_on, text, lang, meeting_id, revision) on minutes to vicinia_app;

-- Numbered through the room in the order in which they were written down; never taken away, so that a number goes on meaning the same.
create table decision (
  id int generated always as identity primary key,
  audience_id int not null references room,
  minutes_id int not null,
  text text not null check (length(text) between 3 and 1000),
  created_by int not null references person,
  created_at timestamptz not null default now(),
  foreign key (minutes_id, audience_id) references minutes (id, audience_id)
);
create index decision_by_room on decision (audience_id, id);
${follows('decision')}
grant select, insert (audience_id, minutes_id, text, created_by) on decision to vicinia_app;

create table task (
  id int generated always as identity primary key,
  audience_id int not null references room,
  minutes_id int,
  text text not null check (length(text) between 3 and 500),
  -- Null: whoever has time.
  person_id int references person,
  due_on date,
  done_at timestamptz,
  created_by int not null references person,
  created_at timestamptz not null default now(),
  foreign key (minutes_id, audience_id) references minutes (id, audience_id)
);
create index task_by_room on task (audience_id) where done_at is null;
create index task_by_minutes on task (minutes_id) where minutes_id is not null;
create index task_by_person on task (person_id) where done_at is null;
${follows('task')}
-- Nobody is given a task who is not in the room.
create policy to_members on task as restrictive for insert to vicinia_app with check (person_id is null or exists (
  select 1 from audience_person ap where ap.audience_id = task.audience_id and ap.person_id = task.person_id));
grant select, insert (audience_id, minutes_id, text, person_id, due_on, created_by), update (done_at) on task to vicinia_app;

-- A room in which people met, decided or took something on is archived, and not deleted.
create or replace function app.has_work(which int) returns boolean language sql stable as $$
  select exists (select 1 from meeting where audience_id = which) or exists (select 1 from minutes where audience_id = which)
    or exists (select 1 from task where audience_id = which) $$;
`,
)
