// Which mails were taken in, so that none is taken twice, and whom we told in the last hour that one was not.
import { migration } from '#platform/db/migration.ts'

export const createIncoming = migration(
  'incoming/001-create',
  `
create table incoming_mail (
  person_id int not null references person on delete cascade,
  -- SHA-256 of its Message-ID: nothing of the mail itself is kept.
  name text not null check (name ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  -- A mail said that it was not taken.
  answered boolean not null default false,
  primary key (person_id, name)
);
create index incoming_mail_answered on incoming_mail (person_id, at) where answered;
alter table incoming_mail enable row level security;
-- In the transaction of the reply: both, or neither.
create policy land on incoming_mail for insert to vicinia_app with check (person_id = (select app.person()) and not answered);
create policy system on incoming_mail to vicinia_system using (true);
grant insert on incoming_mail to vicinia_app;
`,
)
