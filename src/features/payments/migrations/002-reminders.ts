// Reminders: how long an issuer waits, whom it spares and why, what it sent.
import { migration } from '#platform/db/migration.ts'

export const createReminders = migration(
  'payments/002-reminders',
  `
create table reminder_setting (
  issuer_id int references forum,
  -- Days after the due day, and after the first and the second reminder.
  first_after smallint not null check (first_after between 1 and 365),
  second_after smallint not null check (second_after between 1 and 365),
  last_after smallint not null check (last_after between 1 and 365),
  -- Days to pay that a reminder gives.
  days_to_pay smallint not null check (days_to_pay between 1 and 90),
  -- Language code → what the statutes say of unpaid fees, for the last reminder.
  statutes jsonb not null default '{}',
  changed_by int not null references person,
  changed_at timestamptz not null
);
create unique index reminder_setting_once on reminder_setting (coalesce(issuer_id, 0));

-- A member that gets no reminders for now.
create table reminder_hold (
  id int generated always as identity primary key,
  issuer_id int references forum,
  organisation_id int not null references organisation,
  reason text not null check (length(reason) between 1 and 300),
  held_by int not null references person,
  held_at timestamptz not null,
  ended_by int references person,
  ended_at timestamptz,
  check ((ended_by is null) = (ended_at is null))
);
create unique index reminder_hold_once on reminder_hold (coalesce(issuer_id, 0), organisation_id) where ended_at is null;

create table reminder_round (
  id int generated always as identity primary key,
  issuer_id int references forum,
  made_by int not null references person,
  made_at timestamptz not null
);

-- One letter to one member.
create table reminder (
  id int generated always as identity primary key,
  round_id int not null references reminder_round,
  issuer_id int references forum,
  organisation_id int not null references organisation,
  step smallint not null check (step between 1 and 3),
  deadline date not null,
  -- Stopped: paid, or held back, before it went out.
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'stopped', 'no-address')),
  done_at timestamptz,
  check ((state = 'waiting') = (done_at is null))
);
create unique index reminder_once on reminder (round_id, organisation_id, step);
create index reminder_by_organisation on reminder (organisation_id);

create table reminder_invoice (
  reminder_id int not null references reminder,
  invoice_id int not null references invoice,
  step smallint not null,
  counts boolean not null default true,
  primary key (reminder_id, invoice_id)
);
-- Each step once for each invoice, whoever presses at the same moment.
create unique index reminder_invoice_once on reminder_invoice (invoice_id, step) where counts;

alter table reminder_setting enable row level security;
create policy books on reminder_setting for select to vicinia_app using (coalesce(issuer_id, 0) = (select app.books()));
create policy write on reminder_setting for insert to vicinia_app with check (coalesce(issuer_id, 0) = (select app.books()) and changed_by = (select app.person()));
create policy change on reminder_setting for update to vicinia_app using (coalesce(issuer_id, 0) = (select app.books()))
  with check (coalesce(issuer_id, 0) = (select app.books()) and changed_by = (select app.person()));
create policy system on reminder_setting to vicinia_system using (true);
grant select, insert, update (first_after, second_after, last_after, days_to_pay, statutes, changed_by, changed_at) on reminder_setting to vicinia_app;

alter table reminder_hold enable row level security;
create policy books on reminder_hold for select to vicinia_app using (coalesce(issuer_id, 0) = (select app.books()));
create policy write on reminder_hold for insert to vicinia_app with check (coalesce(issuer_id, 0) = (select app.books()) and held_by = (select app.person()) and ended_at is null);
create policy change on reminder_hold for update to vicinia_app using (coalesce(issuer_id, 0) = (select app.books()) and ended_at is null)
  with check (coalesce(issuer_id, 0) = (select app.books()) and ended_by = (select app.person()));
create policy system on reminder_hold to vicinia_system using (true);
grant select on reminder_hold to vicinia_app;
grant insert (issuer_id, organisation_id, reason, held_by, held_at), update (ended_by, ended_at) on reminder_hold to vicinia_app;

alter table reminder_round enable row level security;
create policy books on reminder_round for select to vicinia_app using (coalesce(issuer_id, 0) = (select app.books()));
create policy write on reminder_round for insert to vicinia_app with check (coalesce(issuer_id, 0) = (select app.books()) and made_by = (select app.person()));
create policy system on reminder_round to vicinia_system using (true);
grant select, insert on reminder_round to vicinia_app;

alter table reminder enable row level security;
-- Its coordinator sees what was sent.
create policy books on reminder for select to vicinia_app using (
  coalesce(issuer_id, 0) = (select app.books())
  or ((select app.role()) = 'coordinator' and organisation_id = (select app.organisation()) and state = 'sent'));
create policy write on reminder for insert to vicinia_app with check (coalesce(issuer_id, 0) = (select app.books())
  and exists (select 1 from reminder_round r where r.id = round_id and r.issuer_id is not distinct from reminder.issuer_id));
create policy system on reminder to vicinia_system using (true);
grant select on reminder to vicinia_app;
grant insert (round_id, issuer_id, organisation_id, step, deadline) on reminder to vicinia_app;

alter table reminder_invoice enable row level security;
create policy follows on reminder_invoice for select to vicinia_app using (exists (select 1 from reminder r where r.id = reminder_id));
create policy write on reminder_invoice for insert to vicinia_app with check (
  exists (select 1 from reminder r join invoice i on i.id = invoice_id and i.organisation_id = r.organisation_id and i.issuer_id is not distinct from r.issuer_id
    where r.id = reminder_id and r.step = reminder_invoice.step and coalesce(r.issuer_id, 0) = (select app.books())));
create policy system on reminder_invoice to vicinia_system using (true);
grant select on reminder_invoice to vicinia_app;
grant insert (reminder_id, invoice_id, step) on reminder_invoice to vicinia_app;
`,
)
