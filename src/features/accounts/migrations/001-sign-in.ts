// Ways to sign in, and what keeps them safe: links, passwords with a second factor, passkeys, challenges, the demonstration's people.
import { migration } from '#platform/db/migration.ts'

export const signIn = migration(
  'accounts/001-sign-in',
  `
-- Somebody asked for a link at this address; whether a person has it is found out after the answer was given.
create table sign_in_link (
  id int generated always as identity primary key,
  email text not null,
  next text not null default '/',
  person_id int references person,
  -- Of the secret in the mail; null until the mail is written. The secret itself is nowhere but in the mail.
  token_hash text unique,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_link_by_person on sign_in_link (person_id);

-- One row or none: a password without a second factor cannot exist, because both are not null.
create table password_sign_in (
  person_id int primary key references person,
  password_hash text not null,
  -- AES-256-GCM, bound to the person.
  sealed_secret text not null,
  -- Time step of the last accepted code: a code works once (RFC 6238, 5.2).
  last_step bigint not null,
  failures int not null default 0,
  locked_until timestamptz,
  set_at timestamptz not null default now()
);

create table recovery_code (
  id int generated always as identity primary key,
  person_id int not null references password_sign_in on delete cascade,
  code_hash text not null,
  used_at timestamptz,
  unique (person_id, code_hash)
);

create table passkey (
  id int generated always as identity primary key,
  person_id int not null references person,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  created_at timestamptz not null default now(),
  used_at timestamptz
);
create index passkey_by_person on passkey (person_id);

-- Something begun in one request and finished in the next one of the same browser, known by a cookie; works once.
create table challenge (
  id int generated always as identity primary key,
  token_hash text not null unique,
  purpose text not null check (purpose in ('second-step', 'passkey-sign-in', 'passkey-registration')),
  person_id int references person,
  challenge text not null default '',
  expires_at timestamptz not null
);
create index challenge_by_expiry on challenge (expires_at);

create table demonstration_person (
  person_id int primary key references person,
  position int not null,
  -- By language: "Coordinator, speaks German".
  description jsonb not null default '{}'
);

alter table sign_in_link enable row level security;
create policy system on sign_in_link to vicinia_system using (true);
alter table challenge enable row level security;
create policy system on challenge to vicinia_system using (true);
alter table demonstration_person enable row level security;
create policy system on demonstration_person to vicinia_system using (true);

-- People see that they have a way to sign in and since when, never the secrets, not even their own.
alter table password_sign_in enable row level security;
create policy own on password_sign_in for select to vicinia_app using (person_id = (select app.person()));
create policy system on password_sign_in to vicinia_system using (true);
grant select (person_id, set_at) on password_sign_in to vicinia_app;

alter table recovery_code enable row level security;
create policy own on recovery_code for select to vicinia_app using (person_id = (select app.person()));
create policy system on recovery_code to vicinia_system using (true);
grant select (id, person_id, used_at) on recovery_code to vicinia_app;

alter table passkey enable row level security;
create policy own on passkey to vicinia_app using (person_id = (select app.person()));
create policy system on passkey to vicinia_system using (true);
grant select (id, person_id, credential_id, name, created_at, used_at), delete on passkey to vicinia_app;

-- The address of the person who asks, and of nobody else.
create function app.own_address() returns text language sql stable security definer set search_path = public, pg_temp as
  $$ select email from person where id = app.person() $$;
revoke execute on function app.own_address() from public;
grant execute on function app.own_address() to vicinia_app;
`,
)
