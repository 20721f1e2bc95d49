// A letter goes to each of its recipients by itself: what one mail server refuses is sent nobody else twice, and is not tried for ever.
import { migration } from '#platform/db/migration.ts'

export const createDeliveries = migration(
  'payments/004-deliveries',
  `
create table reminder_delivery (
  id int generated always as identity primary key,
  reminder_id int not null references reminder,
  -- Null: the address for invoices, whichever it is when the mail leaves.
  person_id int references person,
  -- Gone: by then nobody had this address or this duty any more.
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'stopped', 'gone', 'undelivered')),
  -- The first and the last time that no mail server took it.
  failed_since timestamptz,
  failed_at timestamptz,
  done_at timestamptz,
  check ((state = 'waiting') = (done_at is null)),
  check ((failed_since is null) = (failed_at is null))
);
create unique index reminder_delivery_once on reminder_delivery (reminder_id, coalesce(person_id, 0));
create index reminder_delivery_waiting on reminder_delivery (id) where state = 'waiting';

-- Undelivered: to none of them.
alter table reminder drop constraint reminder_state_check;
alter table reminder add constraint reminder_state_check check (state in ('waiting', 'sent', 'stopped', 'no-address', 'undelivered'));

alter table reminder_delivery enable row level security;
create policy books on reminder_delivery for select to vicinia_app using (
  exists (select 1 from reminder r where r.id = reminder_id and coalesce(r.issuer_id, 0) = (select app.books())));
create policy system on reminder_delivery to vicinia_system using (true);
grant select on reminder_delivery to vicinia_app;
`,
)
