// The trunk: contributions with their audience, and all that hangs on every one of them; and the facts.
import { migration } from '#platform/db/migration.ts'

export const contributions = migration(
  'trunk/002-contributions',
  `
create table contribution (
  id int generated always as identity primary key,
  kind text not null,
  title text not null,
  summary text not null default '',
  lang text not null,
  -- Slugs of the thesaurus, on the row itself: a table beside it would ask for every one of them whether it may be seen.
  concepts text[] not null default '{}',
  author_id int not null references person,
  organisation_id int not null references organisation,
  audience_id int not null references audience,
  state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
  -- Grows with every change; a form that was opened on an older one is refused instead of overwriting.
  revision int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  published_at timestamptz,
  withdrawn_at timestamptz,
  demonstration boolean not null default false
);
create index contribution_newest on contribution (kind, published_at desc) where state = 'published';
create index contribution_by_organisation on contribution (organisation_id);
create index contribution_by_author on contribution (author_id);

alter table contribution enable row level security;
-- Published: whoever the audience reaches. Otherwise: its author while in that organisation, and the organisation's
-- coordinator unless it is for named persons only (an audience out of reach is no row, so it must be seen to be another kind).
create policy reached on contribution for select to vicinia_app using (
  (state = 'published' and audience_id = any ((select app.audiences())::int[]))
  or (author_id = (select app.person()) and organisation_id = (select app.organisation()))
  or ((select app.role()) = 'coordinator' and organisation_id = (select app.organisation())
      and exists (select 1 from audience a where a.id = audience_id and a.kind <> 'persons'))
);
create policy write on contribution for insert to vicinia_app with check (
  author_id = (select app.person()) and organisation_id = (select app.organisation())
  and exists (select 1 from audience a where a.id = audience_id)
);
create policy change on contribution for update to vicinia_app using (
  organisation_id = (select app.organisation())
  and (author_id = (select app.person()) or ((select app.role()) = 'coordinator'
      and exists (select 1 from audience a where a.id = audience_id and a.kind <> 'persons')))
) with check (
  organisation_id = (select app.organisation()) and exists (select 1 from audience a where a.id = audience_id)
);
create policy system on contribution to vicinia_system using (true);
grant select, insert on contribution to vicinia_app;
grant update (title, summary, lang, concepts, audience_id, state, revision, updated_at, published_at, withdrawn_at) on contribution to vicinia_app;

-- What is left to be seen of a withdrawn thing: that it was there, for those who could see it.
create table withdrawal (
  contribution_id int primary key references contribution,
  audience_id int not null references audience,
  at timestamptz not null default now()
);
create index withdrawal_by_audience on withdrawal (audience_id);
alter table withdrawal enable row level security;
create policy reached on withdrawal for select to vicinia_app using (audience_id = any ((select app.audiences())::int[]));
create policy write on withdrawal for insert to vicinia_app with check (exists (
  select 1 from contribution c where c.id = contribution_id and c.organisation_id = (select app.organisation()) and c.audience_id = withdrawal.audience_id));
create policy system on withdrawal to vicinia_system using (true);
grant select, insert on withdrawal to vicinia_app;

-- May this person change the contribution? Asked by the policies of everything that hangs on it.
create function app.may_change(which int) returns boolean language sql stable as $$
  select exists (select 1 from contribution c join audience a on a.id = c.audience_id where c.id = which and c.organisation_id = (select app.organisation())
    and (c.author_id = (select app.person()) or ((select app.role()) = 'coordinator' and a.kind <> 'persons'))) $$;

create table reply (
  id int generated always as identity primary key,
  contribution_id int not null references contribution,
  author_id int not null references person,
  organisation_id int not null references organisation,
  lang text not null,
  text text not null,
  created_at timestamptz not null default now(),
  edited_at timestamptz,
  withdrawn_at timestamptz,
  demonstration boolean not null default false
);
create index reply_by_contribution on reply (contribution_id, created_at);
alter table reply enable row level security;
create policy follows on reply for select to vicinia_app using (exists (select 1 from contribution c where c.id = contribution_id));
create policy write on reply for insert to vicinia_app with check (
  author_id = (select app.person()) and organisation_id = (select app.organisation())
  and exists (select 1 from contribution c where c.id = contribution_id and c.state = 'published'));
create policy change on reply for update to vicinia_app
  using (author_id = (select app.person()) and organisation_id = (select app.organisation())
    and exists (select 1 from contribution c where c.id = contribution_id))
  with check (author_id = (select app.person()));
create policy system on reply to vicinia_system using (true);
grant select, insert on reply to vicinia_app;
grant update (text, edited_at, withdrawn_at) on reply to vicinia_app;

create table attachment (
  id int generated always as identity primary key,
  contribution_id int not null references contribution,
  uploaded_by int not null references person,
  name text not null,
  media_type text not null,
  size int not null check (size > 0),
  -- Random; the path below the files folder. Never derived from what was sent.
  stored_as text not null unique,
  created_at timestamptz not null default now()
);
create index attachment_by_contribution on attachment (contribution_id);
alter table attachment enable row level security;
create policy follows on attachment for select to vicinia_app using (exists (select 1 from contribution c where c.id = contribution_id));
create policy write on attachment for insert to vicinia_app with check (uploaded_by = (select app.person()) and app.may_change(contribution_id));
create policy erase on attachment for delete to vicinia_app using (app.may_change(contribution_id));
create policy system on attachment to vicinia_system using (true);
grant select, insert, delete on attachment to vicinia_app;

create table link (
  id int generated always as identity primary key,
  from_id int not null references contribution,
  to_id int not null references contribution,
  kind text not null,
  unique (from_id, to_id, kind)
);
create index link_by_target on link (to_id);
alter table link enable row level security;
-- Both ends must be within reach: a link never tells of a thing that the viewer cannot see.
create policy follows on link for select to vicinia_app using (
  exists (select 1 from contribution c where c.id = from_id) and exists (select 1 from contribution c where c.id = to_id));
create policy write on link for insert to vicinia_app with check (app.may_change(from_id) and exists (select 1 from contribution c where c.id = to_id));
create policy erase on link for delete to vicinia_app using (app.may_change(from_id));
create policy system on link to vicinia_system using (true);
grant select, insert, delete on link to vicinia_app;

create table watch (
  person_id int not null references person,
  contribution_id int not null references contribution,
  created_at timestamptz not null default now(),
  primary key (person_id, contribution_id)
);
create index watch_by_contribution on watch (contribution_id);
alter table watch enable row level security;
create policy own on watch to vicinia_app using (person_id = (select app.person()))
  with check (person_id = (select app.person()) and exists (select 1 from contribution c where c.id = contribution_id));
create policy system on watch to vicinia_system using (true);
grant select, insert, delete on watch to vicinia_app;

create table fact (
  id bigint generated always as identity primary key,
  name text not null,
  actor_id int references person,
  organisation_id int references organisation,
  contribution_id int references contribution,
  -- Null: known to the actor and the system only, for example that a draft was begun.
  audience_id int references audience,
  at timestamptz not null default now(),
  data jsonb not null default '{}',
  -- When the listeners' jobs were queued; null = still to do.
  queued_at timestamptz
);
create index fact_to_queue on fact (id) where queued_at is null;
create index fact_by_contribution on fact (contribution_id, id);
create index fact_newest on fact (at desc);
alter table fact enable row level security;
create policy reached on fact for select to vicinia_app using (
  actor_id = (select app.person())
  or (audience_id = any ((select app.audiences())::int[])
      and (contribution_id is null or exists (select 1 from contribution c where c.id = contribution_id))));
-- In one's own name, about a thing and to an audience within reach: nobody writes into a history that they cannot read.
create policy write on fact for insert to vicinia_app with check (
  actor_id is not distinct from (select app.person()) and organisation_id is not distinct from (select app.organisation())
  and (contribution_id is null or exists (select 1 from contribution c where c.id = contribution_id))
  and (audience_id is null or exists (select 1 from audience a where a.id = audience_id)));
create policy system on fact to vicinia_system using (true);
grant select (id, name, actor_id, organisation_id, contribution_id, audience_id, at, data) on fact to vicinia_app;
-- The moment is the database's, and whether it was heard is the worker's.
grant insert (name, actor_id, organisation_id, contribution_id, audience_id, data) on fact to vicinia_app;

-- Wakes the worker and empties the visitors' page cache; delivered after the commit only.
create function app.tell_fact() returns trigger language plpgsql as $$ begin perform pg_notify('fact', new.id::text); return null; end $$;
create trigger tell_fact after insert on fact for each row execute function app.tell_fact();
`,
)
