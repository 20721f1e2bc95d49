// Webhooks: whose they are, what waits to be sent, and what came of each try.
import { migration } from '#platform/db/migration.ts'

export const createWebhooks = migration(
  'webhooks/001-create',
  `
create table webhook (
  id int generated always as identity primary key,
  -- The office whose it is; null: of the whole network.
  forum_id int references forum,
  address text not null check (address ~ '^https://' and length(address) <= 500),
  facts text[] not null,
  -- Sealed; the one before it signs, too, until then.
  secret text not null,
  old_secret text,
  old_until timestamptz,
  created_by int references person,
  created_at timestamptz not null,
  failing_since timestamptz,
  stopped_at timestamptz,
  stopped_because text check (stopped_because in ('failing', 'gone', 'office')),
  check ((stopped_at is null) = (stopped_because is null))
);
create index webhook_by_person on webhook (created_by);
create table webhook_delivery (
  -- What the receiver knows the message by, however often it is sent.
  id uuid primary key,
  webhook_id int not null references webhook on delete cascade,
  fact_id bigint not null references fact,
  fact text not null,
  made_at timestamptz not null,
  -- Null: nothing more is tried.
  next_at timestamptz,
  tries int not null default 0,
  outcome text check (outcome in ('delivered', 'given-up', 'out-of-reach')),
  unique (webhook_id, fact_id)
);
create index webhook_delivery_due on webhook_delivery (next_at) where next_at is not null;
create table webhook_try (
  id int generated always as identity primary key,
  delivery_id uuid not null references webhook_delivery on delete cascade,
  at timestamptz not null,
  status int,
  why text,
  milliseconds int not null,
  answer text not null
);
create index webhook_try_by_delivery on webhook_try (delivery_id, id);

alter table webhook enable row level security;
create policy office on webhook for select to vicinia_app using (app.is_office_of(forum_id));
create policy begin on webhook for insert to vicinia_app with check (app.is_office_of(forum_id) and created_by = (select app.person()));
create policy change on webhook for update to vicinia_app using (app.is_office_of(forum_id)) with check (app.is_office_of(forum_id));
create policy remove on webhook for delete to vicinia_app using (app.is_office_of(forum_id));
create policy system on webhook to vicinia_system using (true);
grant select (id, forum_id, address, facts, old_until, created_by, created_at, failing_since, stopped_at, stopped_because), delete,
  insert (forum_id, address, facts, secret, created_by, created_at),
  update (secret, old_until, failing_since, stopped_at, stopped_because) on webhook to vicinia_app;
-- The secret in use becomes the old one, and is read by nobody for it.
create function app.keep_old_secret() returns trigger language plpgsql as $$
begin
  new.old_secret := old.secret;
  return new;
end $$;
create trigger keep_old_secret before update of secret on webhook for each row execute function app.keep_old_secret();
alter table webhook_delivery enable row level security;
create policy follows on webhook_delivery for select to vicinia_app using (exists (select 1 from webhook w where w.id = webhook_id));
create policy again on webhook_delivery for update to vicinia_app using (exists (select 1 from webhook w where w.id = webhook_id));
create policy system on webhook_delivery to vicinia_system using (true);
grant select, update (next_at, outcome) on webhook_delivery to vicinia_app;
alter table webhook_try enable row level security;
create policy follows on webhook_try for select to vicinia_app using (exists (select 1 from webhook_delivery d where d.id = delivery_id));
create policy system on webhook_try to vicinia_system using (true);
grant select on webhook_try to vicinia_app;
`,
)
