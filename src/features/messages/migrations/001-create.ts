// Messages between two persons: to whom one went, whom somebody takes none from, and what they are done with.
import { migration } from '#platform/db/migration.ts'

export const createMessages = migration(
  'messages/001-create',
  `
-- What is said stands in the replies below it, the first words too: so they are answered, quoted and taken back alike.
create table message (
  contribution_id int primary key references contribution,
  -- To whom; who wrote first is the author of the contribution. Nobody else is in its audience.
  to_id int not null references person
);
create index message_by_reader on message (to_id);
alter table message enable row level security;
create policy follows on message for select to vicinia_app using (exists (select 1 from contribution c where c.id = contribution_id));
create policy system on message to vicinia_system using (true);
grant select on message to vicinia_app;

-- From whom somebody takes no messages; seen by nobody else, so that a refusal has more than one possible reason.
create table message_block (
  id int generated always as identity primary key,
  person_id int not null references person,
  -- Null: from everybody.
  blocked_id int references person check (blocked_id <> person_id),
  at timestamptz not null default now()
);
create unique index message_block_once on message_block (person_id, coalesce(blocked_id, 0));
create index message_block_by_blocked on message_block (blocked_id) where blocked_id is not null;
alter table message_block enable row level security;
create policy own on message_block to vicinia_app using (person_id = (select app.person())) with check (person_id = (select app.person()));
create policy system on message_block to vicinia_system using (true);
grant select, delete, insert (person_id, blocked_id) on message_block to vicinia_app;

-- Read, and needs no answer: until the other writes again.
create table message_done (
  contribution_id int not null references contribution,
  person_id int not null references person,
  at timestamptz not null default now(),
  primary key (contribution_id, person_id)
);
create index message_done_by_person on message_done (person_id);
alter table message_done enable row level security;
create policy own on message_done to vicinia_app using (person_id = (select app.person()))
  with check (person_id = (select app.person()) and exists (select 1 from contribution c where c.id = contribution_id));
create policy system on message_done to vicinia_system using (true);
grant select, delete, insert (contribution_id, person_id) on message_done to vicinia_app;

-- Whether one of the two takes no messages from the other: whoever blocks somebody does not write to them either, since they could
-- not answer. Callable by no request: it would tell who blocked whom.
create function app.are_apart(one int, other int) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from message_block b where (b.person_id = one and coalesce(b.blocked_id, other) = other)
    or (b.person_id = other and coalesce(b.blocked_id, one) = one)) $$;
revoke execute on function app.are_apart(int, int) from public;

create or replace function app.is_undeliverable(which int) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from message m join contribution c on c.id = m.contribution_id
    where m.contribution_id = which and c.audience_id = any (app.audiences())
      -- Hidden, it reaches its author alone.
      and (c.hidden_at is not null or app.are_apart(c.author_id, m.to_id)
        or exists (select 1 from person p where p.id in (c.author_id, m.to_id) and p.left_at is not null))) $$;
revoke execute on function app.is_undeliverable(int) from public;
grant execute on function app.is_undeliverable(int) to vicinia_app, vicinia_system;

-- Begins a message of this person with an audience of the two; gives its id, null whatever the reason why it does not reach the other.
-- Nobody made that audience, so nobody can name a third person into it.
create function app.begin_message(whom int, its_title text, its_lang text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare me person; circle int; fresh int;
begin
  select * into me from person where id = app.person();
  if me.id is null or me.guest or me.id = whom or app.are_apart(me.id, whom) or not exists (
    select 1 from person p where p.id = whom and not p.guest and p.left_at is null
      and (2 = any (app.audiences()) or p.organisation_id = me.organisation_id)) then return null; end if;
  insert into audience (kind) values ('persons') returning id into circle;
  insert into audience_person (audience_id, person_id) values (circle, me.id), (circle, whom);
  perform app.reach_room(circle);
  insert into contribution (kind, title, lang, author_id, organisation_id, audience_id, state, published_at)
    values ('message', its_title, its_lang, me.id, me.organisation_id, circle, 'published', now()) returning id into fresh;
  insert into message values (fresh, whom);
  insert into watch (person_id, contribution_id) values (me.id, fresh), (whom, fresh);
  return fresh;
end $$;
revoke execute on function app.begin_message(int, text, text) from public;
grant execute on function app.begin_message(int, text, text) to vicinia_app;
`,
)
